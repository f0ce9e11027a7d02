import type { PhoneView } from '../../shared/protocol/views/phone.ts';
import { words } from './words.ts';

export function TicketNumber({ number }: { number: string }) {
  return (
    <span class={`number signs-${number.length}`} translate={false}>
      {number}
    </span>
  );
}

/** The whole page while the ticket is called. */
export function Called({ ticket }: { ticket: PhoneView & { status: 'called' } }) {
  const text = words();
  const { number, counterNumber, recalls } = ticket;
  return (
    <section class="ticket called">
      <div class="news" aria-live="assertive">
        {recalls > 0 && <p class="again">{text.recalled}</p>}
        <p class="come">{counterNumber === null ? text.pleaseComeNow : text.pleaseCome}</p>
        {counterNumber !== null && (
          <>
            <p class="what">{text.counter}</p>
            <p class={`counter digits-${String(counterNumber).length}`} translate={false}>
              {counterNumber}
            </p>
          </>
        )}
      </div>
      <h1 class="own">
        <span class="label">{text.yourNumber}</span> <TicketNumber number={number} />
      </h1>
    </section>
  );
}
