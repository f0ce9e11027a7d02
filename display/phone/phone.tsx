import type { ReadonlySignal } from '@preact/signals';
import type { ConnectionState } from '../../shared/client/connection.ts';
import { type ConnectionPage, connectionPage } from '../../shared/client/connection-page.ts';
import { explain } from '../../shared/client/explain.ts';
import { common, language, languageButton, say } from '../../shared/client/language.ts';
import { lazyPart } from '../../shared/client/lazy.tsx';
import { officePart } from '../../shared/client/office-part.ts';
import { LANGUAGES } from '../../shared/language.ts';
import type { Rejection, Result } from '../../shared/protocol/rejections.ts';
import type { OfficeHead } from '../../shared/protocol/views/common.ts';
import type { PhoneView } from '../../shared/protocol/views/phone.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clock } from '../../shared/words/common.ts';
import { Actions, AskStaff, type PostponeRequest } from './actions.tsx';
import { type Bell, BellButton } from './bell.tsx';
import { TicketNumber } from './called.tsx';
import { Icon } from './icons.tsx';
import type { TakenBack, Vote } from './rate.tsx';
import { Situation } from './situation.tsx';
import { words } from './words.ts';

/** Loaded while its visitor is called or served: the first picture of the page does not need it. */
const rate = lazyPart(
  async () => (await import('./rate.tsx')).Rate,
  () => null,
);

interface PhoneProps {
  view: ReadonlySignal<PhoneView | null>;
  state: ReadonlySignal<ConnectionState>;
  updatedAt: ReadonlySignal<EpochMs | null>;
  bell: Bell;
  /** The number that the server has written into the page; empty without a ticket of today. */
  number: string;
  onWithdraw: (requestId: string) => Promise<Result<null>>;
  onPostpone: (request: PostponeRequest) => Promise<Result<null>>;
  onRate: (vote: Vote) => Promise<Result<null>>;
  onTakeBack: (vote: TakenBack) => Promise<Result<null>>;
}

export function Phone({
  view,
  state,
  updatedAt,
  bell,
  number,
  onWithdraw,
  onPostpone,
  onRate,
  onTakeBack,
}: PhoneProps) {
  const ticket = view.value;
  const connection = state.value;
  const instead = connectionPage(connection, ticket !== null, language.value);
  if (instead || !ticket) return instead && <Instead page={instead} number={number} />;
  const { office } = ticket;
  const explained = (rejection: Rejection) => explain(rejection, language.value, office.timeZone);
  const at = updatedAt.value ?? 0;
  const time = (moment: EpochMs) => clock(moment, office.timeZone);
  const lost = connection.kind !== 'online';
  const text = words();
  if (ticket.status === 'called' || ticket.status === 'serving') void rate.fetch();
  return (
    <Page
      office={office}
      called={ticket.status === 'called'}
      trouble={
        lost && (
          <p class="lost" role="alert">
            <Icon name="warning" />{' '}
            <span>
              {text.lost(time(at))} {text.listen}
            </span>
          </p>
        )
      }
      body={
        <>
          <Situation ticket={ticket} updatedAt={at} />
          {ticket.status === 'waiting' && (
            <div class="low">
              {ticket.stranded ? <AskStaff number={ticket.number} /> : <BellButton bell={bell} />}
              <Actions
                offers={ticket.postponements}
                onPostpone={onPostpone}
                onWithdraw={onWithdraw}
                explained={explained}
              />
            </div>
          )}
          {ticket.status === 'done' && (
            <rate.View ticket={ticket} onRate={onRate} onTakeBack={onTakeBack} explained={explained} />
          )}
          <footer key={ticket.status}>
            {!ticket.timeInDoubt && (
              <p>{ticket.status === 'called' ? text.calledAt(time(ticket.calledAt)) : text.updated(time(at))}</p>
            )}
            {office.hotline !== '' && <p class="hotline">{common().hotline(office.hotline)}</p>}
          </footer>
        </>
      }
    />
  );
}

function Instead({ page, number }: { page: ConnectionPage; number: string }) {
  const text = words();
  if (page.kind !== 'refused') {
    // The same as the page that the server has sent, so that nothing moves.
    return (
      <Page
        office={null}
        body={
          <>
            {number !== '' && (
              <section class="ticket">
                <header class="head">
                  <h1>
                    <span class="label">{text.yourNumber}</span> <TicketNumber number={number} />
                  </h1>
                </header>
              </section>
            )}
            <p class="connecting">{page.title}</p>
          </>
        }
      />
    );
  }
  const unknown = page.rejection.code === 'UnknownTicket';
  return (
    <Page
      office={null}
      body={
        <section class="ticket refused" role="alert">
          <h1 class="lead">
            <Icon name="warning" /> <span>{unknown ? text.unknown : text.listen}</span>
          </h1>
          <p class="help">{unknown ? text.unknownHelp : page.help}</p>
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

interface PageProps {
  office: OfficeHead | null;
  called?: boolean;
  trouble?: preact.ComponentChildren;
  body: preact.ComponentChildren;
}

function Page({ office, called = false, trouble, body }: PageProps) {
  return (
    <div class={called ? 'phone called' : 'phone'}>
      <header>
        <p class="office">{office ? officePart(say(office.name)) : 'Đến Lượt'}</p>
        {LANGUAGES.filter((each) => each !== language.value).map((other) => (
          <button key={other} {...languageButton(other, true)}>
            <span>{common().languages[other]}</span>
          </button>
        ))}
      </header>
      {trouble}
      <main>{body}</main>
    </div>
  );
}
