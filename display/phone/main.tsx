import { effect } from '@preact/signals';
import { render } from 'preact';
import '../../shared/client/base.css';
import { connect } from '../../shared/client/connection.ts';
import { language, switchLanguage } from '../../shared/client/language.ts';
import { followAccent } from '../../shared/client/look.tsx';
import { createBell } from './bell.ts';
import { Phone } from './phone.tsx';
import './phone.css';
import './situation.css';

/** The last part of the address, in either build. */
const ticketId = location.pathname.split('/').filter(Boolean).pop() ?? '';
const { view, state, updatedAt, request } = connect('phone', { ticket: ticketId });
const bell = createBell();

/** The call that was told last: a view of the same call comes again and again. */
let told = '';
effect(() => {
  const ticket = view.value;
  if (ticket?.status !== 'called') return;
  const call = `${ticket.calledAt} ${ticket.recalls}`;
  if (call !== told) bell.call();
  told = call;
});
followAccent(view);
switchLanguage(language.value, false);
render(
  <Phone
    view={view}
    state={state}
    updatedAt={updatedAt}
    bell={bell}
    onWithdraw={(requestId) => request('ticket:withdraw', { requestId })}
    onPostpone={(wish) => request('ticket:postpone', wish)}
    onRate={(vote) => request('visit:rate', vote)}
  />,
  document.getElementById('app') ?? document.body,
);
