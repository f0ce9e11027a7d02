/** Signing in and out, by HTTP and not by the socket, because only HTTP can set the cookie. */
import { accept, type Rejection, type Result, refuse } from '../../shared/protocol/rejections.ts';
import { ask } from './api.ts';

/** Refused with the office's reason, or with `ConnectionLost` when the office cannot be reached. */
export async function signIn(username: string, password: string): Promise<Result<null>> {
  return change({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
}

export async function signOut(): Promise<Result<null>> {
  return change({ method: 'DELETE' });
}

async function change(request: RequestInit): Promise<Result<null>> {
  try {
    const response = await ask('/session', request);
    if (response.ok) return accept(null);
    return refuse(rejectionOf(await response.json()));
  } catch {
    // The server is off or does not answer, or something else answered in its place.
    return refuse({ code: 'ConnectionLost' });
  }
}

/** The reason in an `application/problem+json` body; one that a sign-in cannot have becomes `InternalError`. */
export function rejectionOf(problem: unknown): Rejection {
  if (typeof problem !== 'object' || problem === null || !('code' in problem)) return { code: 'InternalError' };
  switch (problem.code) {
    case 'TooManyAttempts': {
      const retry = 'retryInSeconds' in problem ? problem.retryInSeconds : null;
      return { code: 'TooManyAttempts', retryInSeconds: typeof retry === 'number' ? retry : 60 };
    }
    case 'InvalidRequest':
      // A name or password that no account can have: to the person who typed it, it is a wrong one.
      return { code: 'WrongPassword' };
    case 'WrongPassword':
    case 'SignInRequired':
    case 'ForeignOrigin':
    case 'StorageUnavailable':
      return { code: problem.code };
    default:
      return { code: 'InternalError' };
  }
}
