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
import { language, switchLanguage } from '../../shared/client/language.ts';
import { followAccent } from '../../shared/client/look.tsx';
import { timeFactor } from '../parts/aids.ts';
import { calibrate } from '../parts/calibrate.ts';
import { listenToInput, resetForNextVisitor } from '../parts/input.ts';
import { createRatingFlow } from './flow.ts';
import { Pad } from './pad.tsx';

calibrate();
switchLanguage(language.value, false);

const { view, state, now, clock, request } = connect('rating');
const flow = createRatingFlow({
  rate: (vote) => request('visit:rate', vote),
  find: (ticketId) => request('ticket:find', { ticketId }),
  newRequestId,
  reset: resetForNextVisitor,
  timeFactor,
});
followAccent(view);
listenToInput({ view, now, flow });

const app = document.getElementById('app');
if (app) render(<Pad view={view} state={state} clock={clock} flow={flow} />, app);
