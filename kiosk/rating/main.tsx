import '../../shared/client/base.css';
import '../parts/touch.css';
import '../parts/frame.css';
import '../parts/message.css';
import '../parts/aids.css';
import './rating.css';
import '../parts/digits.css';
import '../parts/aid-big-text.css';
import '../parts/aid-contrast.css';
import '../parts/aid-reach.css';
import { render } from 'preact';
import { connect, newRequestId } from '../../shared/client/connection.ts';
import { language, speak } from '../../shared/client/language.ts';
import { patience, startOver } from '../parts/aids.ts';
import { calibrate } from '../parts/calibrate.ts';
import { listenToKeys } from '../parts/keys.ts';
import { renewIfIncomplete } from '../parts/later.tsx';
import { scannedAt } from '../parts/scanned.ts';
import { listenToTouch } from '../parts/touch.ts';
import { createRatingFlow } from './flow.ts';
import { Pad } from './pad.tsx';

calibrate();
speak(language.value, false);

const { view, state, now, request } = connect('rating');
const flow = createRatingFlow({
  rate: (vote) => request('visit:rate', vote),
  find: (ticketId) => request('ticket:find', { ticketId }),
  newRequestId,
  reset: () => {
    startOver();
    void renewIfIncomplete();
  },
  patience,
});
listenToTouch(flow.stay.touched);
listenToKeys((text) => {
  const timeZone = view.value?.office.timeZone;
  if (timeZone !== undefined) flow.scan(scannedAt(now(), timeZone, text));
});

const app = document.getElementById('app');
if (app) render(<Pad view={view} state={state} now={now} flow={flow} />, app);
