import { accept, type Result, refuse } from '../../shared/rejections.ts';
import type { VoiceView } from '../../shared/spoken/voice-view.ts';

/** Read when somebody looks, not sent with each view: it takes a look into some hundred files. */
export async function loadVoice(): Promise<Result<VoiceView>> {
  try {
    const response = await fetch('/api/v1/voice', { credentials: 'same-origin' });
    // `replies.voice` on the server is this type.
    if (response.ok) return accept<VoiceView>(await response.json());
    return refuse({ code: response.status === 403 ? 'SupervisorOnly' : 'InternalError' });
  } catch {
    // fetch and json fail when the server is off or something else answers in its place: nothing more is known.
    return refuse({ code: 'ConnectionLost' });
  }
}

export function callAddress(number: string, counter: string, language: string, recall: boolean): string {
  return `/voice/call.wav?${new URLSearchParams({ number, counter, language, recall: recall ? '1' : '0' })}`;
}
