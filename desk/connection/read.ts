import { accept, type Result, refuse } from '../../shared/protocol/rejections.ts';
import { ask } from './api.ts';

/** What is too much for every view: read when somebody looks. `Value` is the type of the reply that the server's routes name for this path. */
export async function read<Value>(path: string): Promise<Result<Value>> {
  try {
    const response = await ask(path);
    if (response.ok) return accept<Value>(await response.json());
    if (response.status === 401) return refuse({ code: 'SignInRequired' });
    return refuse({ code: response.status === 403 ? 'SupervisorOnly' : 'InternalError' });
  } catch {
    // Both fail when the server is off, hangs or something else answers in its place: nothing more is known.
    return refuse({ code: 'ConnectionLost' });
  }
}
