import { useSignal } from '@preact/signals';
import { newRequestId } from '../../shared/client/connection.ts';
import { Face } from '../../shared/client/face.tsx';
import { common, wordsOf } from '../../shared/client/language.ts';
import type { Rejection, Result } from '../../shared/protocol/rejections.ts';
import type { RatingReason } from '../../shared/protocol/requests.ts';
import { ratingReasons as en } from '../../shared/words/en/rating-reasons.ts';
import { ratingReasons as vi } from '../../shared/words/vi/rating-reasons.ts';
import { words } from './words.ts';

const reasonWords = wordsOf({ vi, en });

export interface Vote {
  requestId: string;
  level: number;
  reason: RatingReason | null;
}

interface RateProps {
  levels: 3 | 5;
  onRate: (vote: Vote) => Promise<Result<null>>;
  explained: (rejection: Rejection) => string;
}

const REASONS = ['waiting', 'attitude', 'guidance', 'papers', 'room'] as const satisfies readonly RatingReason[];

/** A bad vote takes as many touches as a good one. */
export function Rate({ levels, onRate, explained }: RateProps) {
  const level = useSignal<number | null>(null);
  const reason = useSignal<RatingReason | null>(null);
  const sending = useSignal(false);
  const trouble = useSignal<Rejection | null>(null);
  const text = words();
  const send = async (): Promise<void> => {
    if (level.value === null || sending.value) return;
    sending.value = true;
    const done = await onRate({ requestId: newRequestId(), level: level.value, reason: reason.value });
    trouble.value = done.ok ? null : done.rejection;
    sending.value = false;
  };
  return (
    <section class="card rate">
      <h2>{text.howWasIt}</h2>
      <div class="levels">
        {common().levels[levels].map((name, index) => (
          <button
            key={name}
            type="button"
            aria-pressed={level.value === index + 1}
            onClick={() => {
              level.value = index + 1;
            }}
          >
            <Face level={index + 1} levels={levels} />
            <span>{name}</span>
          </button>
        ))}
      </div>
      {level.value !== null && (
        <>
          <h2>{text.whatMattered}</h2>
          <div class="reasons">
            {REASONS.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={reason.value === each}
                onClick={() => {
                  reason.value = reason.value === each ? null : each;
                }}
              >
                {reasonWords()[each]}
              </button>
            ))}
          </div>
          {trouble.value && <p role="alert">{explained(trouble.value)}</p>}
          <button type="button" class="primary" disabled={sending.value} onClick={() => void send()}>
            {sending.value ? text.sending : text.send}
          </button>
        </>
      )}
    </section>
  );
}
