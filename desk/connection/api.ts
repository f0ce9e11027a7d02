/** The REST API, for what is not in a view: sessions, and what is too large for every view. */
import { accept, type Result, refuse } from '../../shared/protocol/rejections.ts';
import type { DurationMs } from '../../shared/time.ts';

/** Checking a password takes up to a second when many sign in at once; all other answers take some milliseconds. */
const PATIENCE: DurationMs = 20_000;

/** Rejects when the server is off or does not answer. */
export async function ask(path: string, request: RequestInit = {}): Promise<Response> {
  // Not `AbortSignal.timeout`, which is newer than the browsers that the desk supports.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    return await fetch(`/api/v1${path}`, { ...request, credentials: 'same-origin', signal: patience.signal });
  } finally {
    clearTimeout(timer);
  }
}

/** `Value` is the type of the reply that the server's routes name for this path. */
export async function read<Value>(path: string): Promise<Result<Value>> {
  try {
    const response = await ask(path);
    if (response.ok) return accept<Value>(await response.json());
    if (response.status === 401) return refuse({ code: 'SignInRequired' });
    return refuse({ code: response.status === 403 ? 'SupervisorOnly' : 'InternalError' });
  } catch {
    // The server is off or does not answer, or something else answered in its place.
    return refuse({ code: 'ConnectionLost' });
  }
}
