import '../../shared/client/base.css';
import '../parts/touch.css';
import '../parts/message.css';
import '../parts/aids.css';
import './rating.css';
import './faces.css';
import './reason.css';
import './numbers.css';
import './thanks.css';
import '../parts/digits.css';
import '../parts/aid-big-text.css';
import '../parts/aid-contrast.css';
import '../parts/aid-reach.css';
import { connect, newRequestId } from '../../shared/client/connection.ts';
import { draw } from '../../shared/client/draw.ts';
import { language, switchLanguage } from '../../shared/client/language.ts';
import { timeFactor } from '../parts/aids.ts';
import { calibrate } from '../parts/calibrate.ts';
import { listenToInput, resetForNextVisitor } from '../parts/input.ts';
import { RatingFlow } from './flow.ts';
import { createOutbox } from './outbox.ts';
import { Pad } from './pad.tsx';

calibrate();
switchLanguage(language.value, false);

const { view, state, now, clock, request } = connect('rating');
const outbox = createOutbox({
  rate: (vote) => request('visit:rate', vote),
  takeBack: (vote) => request('visit:take-back', vote),
  newRequestId,
});
const flow = new RatingFlow({
  outbox,
  find: (ticketId) => request('ticket:find', { ticketId }),
  newVoteId: newRequestId,
  levels: () => view.value?.levels ?? 5,
  reset: resetForNextVisitor,
  timeFactor,
});
listenToInput({ view, now, flow });

draw(<Pad view={view} state={state} clock={clock} flow={flow} />);
