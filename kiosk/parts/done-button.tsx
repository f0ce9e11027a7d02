import type { IdleTimer } from './idle-timer.ts';
import { BACK } from './keys.ts';
import { words } from './words.ts';

/** Ends a visit. Its bar drains with the time after which the page returns to the start by itself; a touch fills it again. */
export function DoneButton({ timer, onDone }: { timer: Pick<IdleTimer, 'remaining' | 'total'>; onDone: () => void }) {
  const remaining = timer.remaining.value;
  const total = timer.total.value;
  return (
    <button type="button" class="primary done" {...BACK} onClick={onDone}>
      {words().done}
      {remaining !== null && total !== null && (
        // A second ahead: the bar is empty when the page is left.
        <span class="left" style={{ '--left': (remaining - 1) / total }} />
      )}
    </button>
  );
}
