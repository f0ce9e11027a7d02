import { accept } from '../../../shared/protocol/rejections.ts';
import { spokenCall, spokenHelp } from '../../../shared/protocol/requests.ts';
import { voiceView } from '../../../shared/protocol/views/voice.ts';
import { API, type RestDependencies } from './dependencies.ts';
import { known, supervisor } from './guards.ts';
import { type Route, route, soundRoute } from './route.ts';

export function voiceRoutes(parts: RestDependencies): Route[] {
  return [
    soundRoute(
      {
        name: 'getSpokenCall',
        method: 'GET',
        path: '/voice/call.wav',
        summary: 'A call as the hall hears it, joined from clips',
        guard: known,
        query: spokenCall,
        reply: { description: '16-bit mono WAV at 24 kHz' },
      },
      ({ query: { counter: counterNumber, ...call } }) => parts.voice.speak({ ...call, counterNumber }),
    ),
    soundRoute(
      {
        name: 'getSpokenHelp',
        method: 'GET',
        path: '/voice/help.wav',
        summary: 'What a kiosk says at one of its steps, joined from clips',
        guard: known,
        query: spokenHelp,
        reply: { description: '16-bit mono WAV at 24 kHz' },
      },
      ({ query }) => parts.voice.help(query),
    ),
    route(
      {
        name: 'getVoice',
        method: 'GET',
        path: `${API}/voice`,
        summary: 'How calls are spoken, and where each clip comes from',
        guard: supervisor,
        reply: { status: 200, description: 'The voice', schema: voiceView },
      },
      async () => accept(await parts.voice.view()),
    ),
  ];
}
