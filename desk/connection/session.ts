/** Signing in and out: the two calls of this page that are no socket requests, because only HTTP can set the cookie. */
import { accept, type Rejection, type Result, refuse } from '../../shared/protocol/rejections.ts';
import { ask } from './api.ts';

/** On refusal the office's reason; `ConnectionLost` when it cannot be reached. */
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
    // Both fail when the server is off, hangs or something else answers in its place: nothing more is known.
    return refuse({ code: 'ConnectionLost' });
  }
}

/** The reason in an `application/problem+json` body; what a sign-in cannot answer becomes `InternalError`. */
export function rejectionOf(problem: unknown): Rejection {
  if (typeof problem !== 'object' || problem === null || !('code' in problem)) return { code: 'InternalError' };
  switch (problem.code) {
    case 'TooManyAttempts': {
      const retry = 'retryInSeconds' in problem ? problem.retryInSeconds : null;
      return { code: 'TooManyAttempts', retryInSeconds: typeof retry === 'number' ? retry : 60 };
    }
    case 'InvalidRequest':
      // The only text a person types here is name and password, and one that no account can have is simply wrong.
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
