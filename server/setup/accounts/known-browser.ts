/** Recognises a browser in which a person has signed in before, so that wrong passwords of others do not keep this person waiting. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { newToken } from './token.ts';

interface Account {
  userName: string;
  passwordHash: string;
}

/** A mark for the browser to keep. It becomes invalid with a new password, and the server stores nothing for it. */
export function browserMark(account: Account): string {
  const id = newToken();
  return `${id}.${signature(account, id)}`;
}

/** The id of the browser; null when the mark was not made for this account and its present password. */
export function knownBrowser(account: Account, mark: string): string | null {
  const [id = '', signed = ''] = mark.split('.');
  const expected = Buffer.from(signature(account, id));
  const given = Buffer.from(signed);
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
}

/** The stored hash of the password is the key: it is secret, random and changes with the password. */
function signature({ userName, passwordHash }: Account, id: string): string {
  return createHmac('sha256', passwordHash).update(`known browser ${userName} ${id}`).digest('base64url');
}
