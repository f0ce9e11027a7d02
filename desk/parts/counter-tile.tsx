import { words } from './words.ts';

/** The number of a counter, which screen readers read as "Counter 3". */
export function CounterTile({ number }: { number: number }) {
  return (
    <span class="counter-tile">
      <span class="unseen">{words().counter(number)}</span>
      <span aria-hidden="true">{number}</span>
    </span>
  );
}
