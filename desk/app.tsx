import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { connectionPage } from '../shared/client/connection-page.ts';
import { language } from '../shared/client/language.ts';
import { lazyPart } from '../shared/client/lazy.tsx';
import type { DeskView } from '../shared/protocol/views/desk.ts';
import { clock } from '../shared/words/common.ts';
import { words as appointmentWords } from './appointments/words.ts';
import type { Desk } from './connection/desk.ts';
import { signOut } from './connection/session.ts';
import { ChooseCounter } from './counter/choose-counter.tsx';
import { counterOf } from './counter/line.ts';
import { Panel } from './counter/panel.tsx';
import { Manage } from './manage/manage.tsx';
import { ClockQuestion } from './parts/clock-question.tsx';
import { Header, type Tab } from './parts/header.tsx';
import { Press } from './parts/press.tsx';
import { Refusal } from './parts/refusal.tsx';
import { SignIn } from './parts/sign-in.tsx';
import { words } from './parts/words.ts';

/** Few clerks take bookings: the code is loaded when a clerk opens the tab. */
const { View: Appointments } = lazyPart(
  () => import('./appointments/appointments.tsx').then((part) => part.Appointments),
  (failed) =>
    failed ? (
      <main class="message">
        <p role="alert">{appointmentWords().missing}</p>
        <Press look="primary" onPress={() => location.reload()}>
          {appointmentWords().reload}
        </Press>
      </main>
    ) : (
      <p class="message">{appointmentWords().loading}</p>
    ),
);

interface Props {
  desk: ReadonlySignal<Desk>;
  /** Opens a new connection with the cookie as it is now. */
  reconnect(): void;
}

export function App({ desk, reconnect }: Props) {
  const { state, view } = desk.value;
  const instead = connectionPage(state.value, view.value !== null, language.value);
  if (instead?.kind === 'refused') {
    if (instead.rejection.code === 'SignInRequired') return <SignIn onSignedIn={reconnect} />;
    return (
      <main class="message">
        <p role="alert">{instead.help}</p>
        <Press look="primary" onPress={reconnect}>
          {words().tryAgain}
        </Press>
      </main>
    );
  }
  if (instead || !view.value) {
    return (
      <main class="message">
        <p role="status">{instead?.title}</p>
      </main>
    );
  }
  return <Office desk={desk.value} view={view.value} reconnect={reconnect} />;
}

function Office({ desk, view, reconnect }: { desk: Desk; view: DeskView; reconnect(): void }) {
  const tab = useSignal<Tab>('counter');
  // Another page begins at its top, also on a narrow strip.
  useSignalEffect(() => {
    if (tab.value) scrollTo(0, 0);
  });
  const { commands } = desk;
  const mine = counterOf(view);
  const props = { view, commands, clock: desk.clock };
  document.title = titleOf(view);

  // Without a clerk an open counter would keep visitors waiting. While a visitor is there it cannot close, and the clerk stays.
  async function leave(): Promise<void> {
    if (mine && (await commands.step(mine.id, 'close')) !== 'accepted') return;
    const left = await signOut();
    if (left.ok) reconnect();
    else commands.refusal.value = left.rejection;
  }

  return (
    <div class="office" aria-busy={commands.busy.value}>
      <Header view={view} counter={mine} clock={desk.clock} tab={tab} signOut={leave} />
      <p class="lost" role="status" hidden={desk.state.value.kind !== 'lost'}>
        {words().lost(clock(desk.updatedAt.value ?? desk.clock.value, view.office.timeZone))}
      </p>
      <ClockQuestion view={view} commands={commands} />
      {tab.value === 'manage' && view.supervisor ? (
        <Manage {...props} supervisor={view.supervisor} />
      ) : tab.value === 'appointments' && view.booking ? (
        <Appointments {...props} booking={view.booking} />
      ) : mine ? (
        <Panel {...props} counter={mine} />
      ) : (
        <ChooseCounter
          {...props}
          manage={() => {
            tab.value = 'manage';
          }}
        />
      )}
      <Refusal commands={commands} timeZone={view.office.timeZone} />
    </div>
  );
}

/** The called number and how many wait: beside other software, a clerk often sees only the title of the window. */
function titleOf(view: DeskView): string {
  const counter = counterOf(view);
  if (!counter) return `${words().title} – ${words().product}`;
  return [
    counter.current?.number,
    `${counter.waiting} ${words().waiting.heading.toLowerCase()}`,
    words().counter(counter.number),
  ]
    .filter(Boolean)
    .join(' · ');
}
