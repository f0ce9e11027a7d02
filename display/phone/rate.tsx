import { useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { newRequestId } from '../../shared/client/connection.ts';
import { Face } from '../../shared/client/face.tsx';
import { common, wordsOf } from '../../shared/client/language.ts';
import type { Rejection, Result } from '../../shared/protocol/rejections.ts';
import type { RatingReason } from '../../shared/protocol/requests.ts';
import type { PhoneView } from '../../shared/protocol/views/phone.ts';
import { ratingReasons as en } from '../../shared/words/en/rating-reasons.ts';
import { ratingReasons as vi } from '../../shared/words/vi/rating-reasons.ts';
import { words } from './words.ts';

const reasonWords = wordsOf({ vi, en });
/** In the order of the words, which name every reason that the office counts. */
const REASONS = Object.keys(vi).filter((key): key is RatingReason => key in vi);

export interface Vote {
  requestId: string;
  voteId: string;
  level: number;
  reason: RatingReason | null;
}

export interface TakenBack {
  requestId: string;
  voteId: string;
}

interface RateProps {
  ticket: PhoneView & { status: 'done' };
  onRate: (vote: Vote) => Promise<Result<null>>;
  onTakeBack: (vote: TakenBack) => Promise<Result<null>>;
  explained: (rejection: Rejection) => string;
}

/** One touch is a vote, which its holder can take back or give a reason for while the page stands. */
export function Rate({ ticket, onRate, onTakeBack, explained }: RateProps) {
  // One id for all that this page says about the visit: later requests change the same vote.
  const [voteId] = useState(newRequestId);
  const level = useSignal<number | null>(null);
  const reason = useSignal<RatingReason | null>(null);
  const reasonSent = useSignal<RatingReason | null>(null);
  const sending = useSignal(false);
  const trouble = useSignal<Rejection | null>(null);
  const text = words();
  const { levels, order, rated } = ticket;
  const send = async (request: Promise<Result<null>>): Promise<boolean> => {
    sending.value = true;
    const answer = await request;
    trouble.value = answer.ok ? null : answer.rejection;
    sending.value = false;
    return answer.ok;
  };
  const vote = async (chosen: number): Promise<void> => {
    if (sending.value) return;
    level.value = chosen;
    const given = await send(onRate({ requestId: newRequestId(), voteId, level: chosen, reason: null }));
    if (!given) level.value = null;
  };
  const takeBack = async (): Promise<void> => {
    if (!(await send(onTakeBack({ requestId: newRequestId(), voteId })))) return;
    level.value = null;
    reason.value = null;
    reasonSent.value = null;
  };
  const addReason = async (): Promise<void> => {
    if (level.value === null) return;
    const given = reason.value;
    const sent = await send(onRate({ requestId: newRequestId(), voteId, level: level.value, reason: given }));
    if (sent) reasonSent.value = given;
  };
  const chosen = level.value;
  const alert = trouble.value && <p role="alert">{explained(trouble.value)}</p>;
  if (chosen === null && rated) return <Thanks />;
  if (chosen === null) {
    return (
      <section class="rate">
        <h2>{text.howWasIt}</h2>
        <Faces levels={levels} order={order} chosen={null} onChoose={(next) => void vote(next)} />
        <Ends levels={levels} order={order} />
        {alert || <p class="help">{text.oneTouch}</p>}
      </section>
    );
  }
  return (
    <section class="rate">
      <Faces levels={levels} order={order} chosen={chosen} onChoose={null} />
      <p class="word">
        <b>{common().levels[levels][chosen - 1]}</b>
        <button type="button" class="quiet" disabled={sending.value} onClick={() => void takeBack()}>
          {text.chooseAgain}
        </button>
      </p>
      {alert}
      {!isUnsatisfied(chosen, levels) || reasonSent.value !== null ? (
        <After level={chosen} levels={levels} hotline={ticket.office.hotline} />
      ) : (
        <>
          <Reasons
            chosen={reason.value}
            onChoose={(next) => {
              reason.value = next;
            }}
          />
          <button
            type="button"
            class="primary send"
            disabled={sending.value || reason.value === null}
            onClick={() => void addReason()}
          >
            {sending.value ? text.sending : text.sendReason}
          </button>
        </>
      )}
    </section>
  );
}

/** The top two levels mean satisfied. */
function isUnsatisfied(level: number, levels: number): boolean {
  return level <= levels - 2;
}

type Scale = PhoneView & { status: 'done' };

function inOrder(levels: Scale['levels'], order: Scale['order']): number[] {
  const worstFirst = Array.from({ length: levels }, (_, index) => index + 1);
  return order === 'best-first' ? worstFirst.reverse() : worstFirst;
}

interface FacesProps {
  levels: Scale['levels'];
  order: Scale['order'];
  chosen: number | null;
  /** Null while a vote is under way, and after it. */
  onChoose: ((level: number) => void) | null;
}

function Faces({ levels, order, chosen, onChoose }: FacesProps) {
  return (
    <div class={chosen === null ? `levels of-${levels}` : `levels of-${levels} voted`}>
      {inOrder(levels, order).map((level) => (
        <button
          key={level}
          type="button"
          aria-label={common().levels[levels][level - 1]}
          aria-pressed={chosen === level}
          disabled={onChoose === null}
          onClick={() => onChoose?.(level)}
        >
          <Face level={level} levels={levels} />
        </button>
      ))}
    </div>
  );
}

/** What the first and the last face mean; the others lie between. */
function Ends({ levels, order }: Pick<FacesProps, 'levels' | 'order'>) {
  const names = inOrder(levels, order).map((level) => common().levels[levels][level - 1]);
  return (
    <p class="ends" aria-hidden="true">
      <span>{names[0]}</span>
      <span>{names[names.length - 1]}</span>
    </p>
  );
}

function Reasons(props: { chosen: RatingReason | null; onChoose: (reason: RatingReason | null) => void }) {
  const text = words();
  return (
    <>
      <h3>
        {text.whatMattered} <span class="optional">{text.optional}</span>
      </h3>
      <div class="reasons">
        {REASONS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={props.chosen === each}
            onClick={() => props.onChoose(props.chosen === each ? null : each)}
          >
            {reasonWords()[each]}
          </button>
        ))}
      </div>
    </>
  );
}

/** The vote was given on another page, or before this one was loaded. */
function Thanks() {
  const text = words();
  return (
    <section class="rate">
      <p class="to" role="status">
        {text.rated}
      </p>
    </section>
  );
}

function After({ level, levels, hotline }: { level: number; levels: number; hotline: string }) {
  const text = words();
  return (
    <>
      <p class="to" role="status">
        {text.rated}
      </p>
      {level < 3 && isUnsatisfied(level, levels) && (
        <p class="help">
          {text.willLookInto} {hotline !== '' && common().hotline(hotline)}
        </p>
      )}
    </>
  );
}
