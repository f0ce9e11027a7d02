import { expect, test } from 'vitest';
import { rejectionOf } from '../../desk/connection/session.ts';

test('a problem reply is read as its rejection', () => {
  expect(rejectionOf({ status: 401, code: 'WrongPassword' })).toEqual({ code: 'WrongPassword' });
});

test('a reply of too many attempts keeps its waiting time', () => {
  const problem = { status: 429, code: 'TooManyAttempts', retryInSeconds: 17 };
  expect(rejectionOf(problem)).toEqual({ code: 'TooManyAttempts', retryInSeconds: 17 });
});

test('a name that no account can have is refused like a wrong password', () => {
  expect(rejectionOf({ code: 'InvalidRequest', detail: 'username' })).toEqual({ code: 'WrongPassword' });
});

test.each([null, 'gateway', [], {}, { code: 7 }, { code: 'Whatever' }])(
  'the unknown reply %j is an internal error',
  (problem) => {
    expect(rejectionOf(problem)).toEqual({ code: 'InternalError' });
  },
);
