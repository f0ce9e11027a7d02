import { effect } from '@preact/signals';
import { render } from 'preact';
import '../../shared/client/base.css';
import { connect } from '../../shared/client/connection.ts';
import { language, switchLanguage } from '../../shared/client/language.ts';
import { followAccent } from '../../shared/client/look.tsx';
import { createBell } from './bell.tsx';
import { Phone } from './phone.tsx';
import { makeTranslatable } from './translatable.ts';
import './fonts.css';
import './phone.css';
import './situation.css';
import './called.css';
import './rate.css';
import './zoomed.css';
import './dark.css';

/** The last part of the page's address, in the modern and in the legacy build. */
const ticketId = location.pathname.split('/').filter(Boolean).pop() ?? '';
const { view, state, updatedAt, request } = connect('phone', { ticket: ticketId });
const bell = createBell();
const app = document.getElementById('app') ?? document.body;
/** Written by the server, so that the number is seen before this script has loaded. */
const number = app.querySelector('.number')?.textContent?.trim() ?? '';
app.textContent = '';

/** The call for which the bell has rung: further views repeat the same call. */
let rungFor = '';
effect(() => {
  const ticket = view.value;
  if (ticket?.status !== 'called') return;
  const call = `${ticket.calledAt} ${ticket.recalls}`;
  if (call !== rungFor) bell.call();
  rungFor = call;
});
followAccent(view);
switchLanguage(language.value, false);
makeTranslatable();
render(
  <Phone
    view={view}
    state={state}
    updatedAt={updatedAt}
    bell={bell}
    number={number}
    onWithdraw={(requestId) => request('ticket:withdraw', { requestId })}
    onPostpone={(postponement) => request('ticket:postpone', postponement)}
    onRate={(vote) => request('visit:rate', vote)}
    onTakeBack={(vote) => request('visit:take-back', vote)}
  />,
  app,
);
