import '../../shared/client/base.css';
import '../parts/touch.css';
import '../parts/frame.css';
import '../parts/message.css';
import '../parts/aids.css';
import './ticket.css';
import './steps.css';
import './classes.css';
import './result.css';
import './dossiers.css';
import '../parts/digits.css';
import './typing.css';
import '../parts/aid-big-text.css';
import '../parts/aid-contrast.css';
import '../parts/aid-reach.css';
import './reach.css';
import { connect, newRequestId } from '../../shared/client/connection.ts';
import { draw } from '../../shared/client/draw.ts';
import { language, switchLanguage } from '../../shared/client/language.ts';
import { followAccent } from '../../shared/client/look.tsx';
import { kioskOf } from '../../shared/protocol/pages.ts';
import { timeFactor } from '../parts/aids.ts';
import { calibrate } from '../parts/calibrate.ts';
import { listenToInput, resetForNextVisitor } from '../parts/input.ts';
import { createTicketFlow } from './flow.ts';
import { Kiosk } from './kiosk.tsx';

calibrate();
switchLanguage(language.value, false);

const { view, state, now, clock, request } = connect('kiosk', kioskOf(location.pathname));
const flow = createTicketFlow({
  view,
  ask: (ticket) => ('code' in ticket ? request('appointment:check-in', ticket) : request('ticket:issue', ticket)),
  find: (ticketId) => request('ticket:find', { ticketId }),
  findAppointment: (code) => request('appointment:find', { code }),
  comeBack: (slip) => request('ticket:return', slip),
  newRequestId,
  reset: resetForNextVisitor,
  timeFactor,
});
followAccent(view);
listenToInput({ view, now, flow });

draw(<Kiosk view={view} state={state} clock={clock} flow={flow} />);
