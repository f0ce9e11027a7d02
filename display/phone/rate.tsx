import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { newRequestId } from '../../shared/client/connection.ts';
import { Face } from '../../shared/client/face.tsx';
import { common, wordsOf } from '../../shared/client/language.ts';
import type { Rejection, Result } from '../../shared/protocol/rejections.ts';
import type { RatingReason } from '../../shared/protocol/requests.ts';
import type { PhoneView } from '../../shared/protocol/views/phone.ts';
import { ratingReasons as en } from '../../shared/words/en/rating-reasons.ts';
import { ratingReasons as vi } from '../../shared/words/vi/rating-reasons.ts';
import { Icon } from './icons.tsx';
import { words } from './words.ts';

const reasonWords = wordsOf({ vi, en });
/** In the order of the words, which name every reason that the office counts. */
const REASONS = Object.keys(vi).filter((key): key is RatingReason => key in vi);

/** A vote is sent by itself after this time; until then its holder can take it back. `phone.css` draws the same time. */
const SENDS_AFTER_SECONDS = 20;

export interface Vote {
  requestId: string;
  level: number;
  reason: RatingReason | null;
}

interface RateProps {
  ticket: PhoneView & { status: 'done' };
  onRate: (vote: Vote) => Promise<Result<null>>;
  explained: (rejection: Rejection) => string;
}

/** One touch is a vote: it is sent by itself, also when the page is left. A bad vote takes as many touches as a good one. */
export function Rate({ ticket, onRate, explained }: RateProps) {
  const level = useSignal<number | null>(null);
  const reason = useSignal<RatingReason | null>(null);
  const sending = useSignal(false);
  const trouble = useSignal<Rejection | null>(null);
  const text = words();
  const { levels, rated, facesOrder } = ticket;
  const send = async (): Promise<void> => {
    if (level.value === null || sending.value) return;
    sending.value = true;
    const done = await onRate({ requestId: newRequestId(), level: level.value, reason: reason.value });
    trouble.value = done.ok ? null : done.rejection;
    sending.value = false;
  };
  useEffect(() => {
    if (level.value === null || rated) return;
    const leave = (): void => {
      if (document.visibilityState === 'hidden') void send();
    };
    const timer = setTimeout(() => void send(), SENDS_AFTER_SECONDS * 1000);
    document.addEventListener('visibilitychange', leave);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', leave);
    };
  }, [level.value, reason.value, rated]);
  const choose = (chosen: number | null): void => {
    level.value = chosen;
    reason.value = null;
    trouble.value = null;
  };
  if (rated) return <Thanks ticket={ticket} level={level.value} />;
  const chosen = level.value;
  return (
    <section class="rate">
      <h2>{text.howWasIt}</h2>
      <Faces levels={levels} order={facesOrder} chosen={chosen} onChoose={sending.value ? null : choose} />
      {chosen === null ? (
        <>
          <Ends levels={levels} order={facesOrder} />
          <p class="help">{text.oneTouch}</p>
        </>
      ) : (
        <>
          <p class="word">
            <b>{common().levels[levels][chosen - 1]}</b>
            <button type="button" class="quiet" disabled={sending.value} onClick={() => choose(null)}>
              {text.chooseAgain}
            </button>
          </p>
          {isUnsatisfied(chosen, levels) && (
            <Reasons
              chosen={reason.value}
              onChoose={(next) => {
                reason.value = next;
              }}
            />
          )}
          {trouble.value && <p role="alert">{explained(trouble.value)}</p>}
          <button type="button" class="primary send" disabled={sending.value} onClick={() => void send()}>
            <span>{sending.value ? text.sending : text.send}</span>
            <i key={`${chosen} ${reason.value}`} />
          </button>
          <p class="help">{text.sendsItself(SENDS_AFTER_SECONDS)}</p>
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

function inOrder(levels: Scale['levels'], order: Scale['facesOrder']): number[] {
  const worstFirst = Array.from({ length: levels }, (_, index) => index + 1);
  return order === 'best-first' ? worstFirst.reverse() : worstFirst;
}

interface FacesProps {
  levels: Scale['levels'];
  order: Scale['facesOrder'];
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

/** `level` is null when the vote was given on another page or before this one was loaded. */
function Thanks({ ticket: { levels, facesOrder, office }, level }: { ticket: Scale; level: number | null }) {
  const text = words();
  const bad = level !== null && level < 3 && isUnsatisfied(level, levels);
  return (
    <section class="rate thanks">
      <p class="lead" role="status">
        <Icon name="check" /> <span>{text.noted}</span>
      </p>
      {level !== null && (
        <>
          <Faces levels={levels} order={facesOrder} chosen={level} onChoose={null} />
          <p class="word">
            <b>{common().levels[levels][level - 1]}</b>
          </p>
        </>
      )}
      <p class="to">{text.rated}</p>
      {bad && (
        <p class="help">
          {text.willLookInto} {office.hotline !== '' && common().hotline(office.hotline)}
        </p>
      )}
    </section>
  );
}
