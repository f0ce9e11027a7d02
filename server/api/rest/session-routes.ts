import { deleteCookie, setCookie } from 'hono/cookie';
import * as v from 'valibot';
import { accept } from '../../../shared/protocol/rejections.ts';
import { signIn } from '../../../shared/protocol/requests.ts';
import { staffRole } from '../../../shared/protocol/views/common.ts';
import { browserMark } from '../../setup/accounts/known-browser.ts';
import { SESSION_LENGTH } from '../../setup/accounts/sessions.ts';
import { browserCookie, browserMarkOf, countedAddress, SESSION_COOKIE, sessionToken } from '../access.ts';
import { API, type RestDependencies } from './dependencies.ts';
import { anyone } from './guards.ts';
import { noContent, type Route, route } from './route.ts';

const signedInReply = v.strictObject({ id: v.string(), userName: v.string(), name: v.string(), role: staffRole });

const COOKIE = { path: '/', httpOnly: true, sameSite: 'Strict' } as const;
/** Sent with sign-ins only. 180 days, renewed by each sign-in: the browser of a clerk on a long leave is still known. */
const KNOWN_BROWSER = { ...COOKIE, path: `${API}/session`, maxAge: 180 * 86_400 } as const;

export function sessionRoutes({ accounts }: RestDependencies): Route[] {
  return [
    route(
      {
        name: 'signIn',
        method: 'POST',
        path: `${API}/session`,
        summary: 'Sign in a member of staff; the answer sets the session cookie',
        guard: anyone,
        body: signIn,
        reply: { status: 200, description: 'Signed in', schema: signedInReply },
      },
      async ({ body, context }) => {
        const { incoming } = context.env;
        const mark = browserMarkOf(incoming, body.username);
        const signedIn = await accounts.staff.signIn(body.username, body.password, countedAddress(incoming), mark);
        if (!signedIn.ok) return signedIn;
        const token = await accounts.sessions.start(signedIn.value);
        if (!token.ok) return token;
        setCookie(context, SESSION_COOKIE, token.value, { ...COOKIE, maxAge: SESSION_LENGTH / 1000 });
        setCookie(context, browserCookie(body.username), browserMark(signedIn.value), KNOWN_BROWSER);
        const { id, userName, name, role } = signedIn.value;
        return accept({ id, userName, name, role });
      },
    ),
    route(
      {
        name: 'signOut',
        method: 'DELETE',
        path: `${API}/session`,
        summary: 'Sign out; without a session it does nothing',
        guard: anyone,
        reply: { status: 204, description: 'Signed out', schema: noContent },
      },
      async ({ context }) => {
        const token = sessionToken(context.env.incoming);
        const ended = token === null ? accept(null) : await accounts.sessions.end(token);
        if (!ended.ok) return ended;
        deleteCookie(context, SESSION_COOKIE, COOKIE);
        return accept(undefined);
      },
    ),
  ];
}
