import { accept, type Result, refuse } from '../../shared/rejections.ts';
import type { ScreensView } from '../../shared/screens-view.ts';

/** Read when somebody looks, not sent with each view: the server looks into every picture and video. */
export async function loadScreens(): Promise<Result<ScreensView>> {
  try {
    const response = await fetch('/api/v1/screens', { credentials: 'same-origin' });
    // `screen-reply.ts` on the server is this type.
    if (response.ok) return accept<ScreensView>(await response.json());
    return refuse({ code: response.status === 403 ? 'SupervisorOnly' : 'InternalError' });
  } catch {
    // fetch and json fail when the server is off or something else answers in its place: nothing more is known.
    return refuse({ code: 'ConnectionLost' });
  }
}
