import '../../shared/client/base.css';
import '../parts/touch.css';
import '../parts/frame.css';
import '../parts/message.css';
import '../parts/aids.css';
import './ticket.css';
import './classes.css';
import './result.css';
import './dossiers.css';
import '../parts/digits.css';
import './code.css';
import '../parts/aid-big-text.css';
import '../parts/aid-contrast.css';
import '../parts/aid-reach.css';
import { render } from 'preact';
import { connect, newRequestId } from '../../shared/client/connection.ts';
import { markDocumentLanguage } from '../../shared/client/language.ts';
import { followAccent } from '../../shared/client/look.tsx';
import { patience } from '../parts/aids.ts';
import { calibrate } from '../parts/calibrate.ts';
import { forTheNext, listen } from '../parts/listen.ts';
import { createTicketFlow } from './flow.ts';
import { Kiosk } from './kiosk.tsx';

calibrate();
markDocumentLanguage();

const { view, state, now, clock, request } = connect('kiosk');
const flow = createTicketFlow({
  view,
  ask: (wish) => ('code' in wish ? request('appointment:check-in', wish) : request('ticket:issue', wish)),
  find: (ticketId) => request('ticket:find', { ticketId }),
  comeBack: (slip) => request('ticket:return', slip),
  newRequestId,
  reset: forTheNext,
  patience,
});
followAccent(view);
listen({ view, now, flow });

const app = document.getElementById('app');
if (app) render(<Kiosk view={view} state={state} clock={clock} now={now} flow={flow} />, app);
