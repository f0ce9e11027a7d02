import type { ReadonlySignal } from '@preact/signals';
import type { ConnectionState } from '../../shared/client/connection.ts';
import { type ConnectionPage, connectionPage } from '../../shared/client/connection-page.ts';
import { explain } from '../../shared/client/explain.ts';
import { common, language, languageButton, say } from '../../shared/client/language.ts';
import { Logo } from '../../shared/client/look.tsx';
import { Name } from '../../shared/client/name.tsx';
import { LANGUAGES } from '../../shared/language.ts';
import type { Rejection, Result } from '../../shared/protocol/rejections.ts';
import type { OfficeHead } from '../../shared/protocol/views/common.ts';
import type { PhoneView } from '../../shared/protocol/views/phone.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clock } from '../../shared/words/common.ts';
import { Postpone, type PostponeRequest, Withdraw } from './actions.tsx';
import { type Bell, BellButton } from './bell.tsx';
import { Rate, type Vote } from './rate.tsx';
import { Situation } from './situation.tsx';
import { words } from './words.ts';

interface PhoneProps {
  view: ReadonlySignal<PhoneView | null>;
  state: ReadonlySignal<ConnectionState>;
  updatedAt: ReadonlySignal<EpochMs | null>;
  bell: Bell;
  onWithdraw: (requestId: string) => Promise<Result<null>>;
  onPostpone: (request: PostponeRequest) => Promise<Result<null>>;
  onRate: (vote: Vote) => Promise<Result<null>>;
}

export function Phone({ view, state, updatedAt, bell, onWithdraw, onPostpone, onRate }: PhoneProps) {
  const ticket = view.value;
  const connection = state.value;
  const instead = connectionPage(connection, ticket !== null, language.value);
  if (instead || !ticket) return instead && <Instead page={instead} />;
  const { office } = ticket;
  const explained = (rejection: Rejection) => explain(rejection, language.value, office.timeZone);
  const updated = updatedAt.value === null ? '' : clock(updatedAt.value, office.timeZone);
  const lost = connection.kind !== 'online';
  return (
    <Page
      office={office}
      called={ticket.status === 'called'}
      body={
        <>
          {lost && (
            <p class="lost" role="alert">
              {words().lost(updated)} {words().listen}
            </p>
          )}
          <Situation ticket={ticket} />
          {ticket.status === 'waiting' && <BellButton bell={bell} />}
          {ticket.status === 'waiting' && ticket.postponements.length > 0 && (
            <Postpone offers={ticket.postponements} onPostpone={onPostpone} explained={explained} />
          )}
          {ticket.status === 'waiting' && <Withdraw onWithdraw={onWithdraw} explained={explained} />}
          {ticket.status === 'done' && !ticket.rated && (
            <Rate levels={ticket.levels} onRate={onRate} explained={explained} />
          )}
          <footer>
            {!ticket.timeInDoubt && <p>{words().updated(updated)}</p>}
            {office.hotline !== '' && <p>{common().hotline(office.hotline)}</p>}
          </footer>
        </>
      }
    />
  );
}

function Instead({ page }: { page: ConnectionPage }) {
  const text = words();
  if (page.kind !== 'refused') return <Page office={null} body={<p class="connecting">{page.title}</p>} />;
  const unknown = page.rejection.code === 'UnknownTicket';
  return (
    <Page
      office={null}
      body={
        <section class="card" role="alert">
          <h1>{unknown ? text.unknown : text.listen}</h1>
          <p>{unknown ? text.unknownHelp : page.help}</p>
          {!unknown && (
            <button type="button" class="primary" onClick={() => location.reload()}>
              {text.reload}
            </button>
          )}
        </section>
      }
    />
  );
}

function Page(props: { office: OfficeHead | null; called?: boolean; body: preact.ComponentChildren }) {
  return (
    <div class={props.called ? 'phone called' : 'phone'}>
      <header>
        <Logo src={props.office?.look.logo ?? null} />
        <p class="office">{props.office ? <Name text={say(props.office.name)} /> : 'Đến Lượt'}</p>
        {LANGUAGES.filter((each) => each !== language.value).map((other) => (
          <button key={other} {...languageButton(other, true)}>
            {common().languages[other]}
          </button>
        ))}
      </header>
      <main>{props.body}</main>
    </div>
  );
}
