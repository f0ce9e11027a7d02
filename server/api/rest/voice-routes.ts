import { accept } from '../../../shared/protocol/rejections.ts';
import { spokenCall, spokenHelp } from '../../../shared/protocol/requests.ts';
import { voiceView } from '../../../shared/protocol/views/voice.ts';
import { serviceStates } from '../../queue/views/kiosk.ts';
import { API, type RestDependencies } from './dependencies.ts';
import { known, supervisor } from './guards.ts';
import { type Route, route, wavRoute } from './route.ts';

export function voiceRoutes({ voice, engine }: RestDependencies): Route[] {
  return [
    wavRoute(
      {
        name: 'getSpokenCall',
        method: 'GET',
        path: '/voice/call.wav',
        summary: 'A spoken call as it is played in the hall, joined from clips',
        guard: known,
        query: spokenCall,
        reply: { description: '16-bit mono WAV at 24 kHz' },
      },
      ({ query: { counter: counterNumber, ...call } }) => voice.speak({ ...call, counterNumber }),
    ),
    wavRoute(
      {
        name: 'getSpokenHelp',
        method: 'GET',
        path: '/voice/help.wav',
        summary: 'What a kiosk says at one of its steps, joined from clips',
        guard: known,
        query: spokenHelp,
        reply: { description: '16-bit mono WAV at 24 kHz' },
      },
      async ({ query }) => {
        // Only the first page says what the services offer.
        const states = query.step === 'services' ? await engine.read(({ queue }) => serviceStates(queue)) : [];
        return voice.help(query, states);
      },
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
      async () => accept(await voice.view()),
    ),
  ];
}
