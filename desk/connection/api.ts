import type { DurationMs } from '../../shared/time.ts';

/** Checking a password takes a second at most, even when many sign in at once; all other answers a few milliseconds. */
const PATIENCE: DurationMs = 20_000;

/** Asks the REST API. Rejects when the server is off or hangs. */
export function ask(path: string, request: RequestInit = {}): Promise<Response> {
  const signal = AbortSignal.timeout(PATIENCE);
  return fetch(`/api/v1${path}`, { ...request, credentials: 'same-origin', signal });
}
