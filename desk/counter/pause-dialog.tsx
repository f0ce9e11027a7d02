import { useSignal } from '@preact/signals';
import type { Orders } from '../connection/commands.ts';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { words } from '../parts/words.ts';

/** Null where the clerk cannot say. */
const LENGTHS = [null, 5, 10, 15, 30, 60];

interface Props {
  orders: Orders;
  onPause(reason: string, minutes: number | null): void;
  onClose(): void;
}

/** How long, as far as the clerk knows: the sign at the counter says when to come back. */
export function PauseDialog({ orders, onPause, onClose }: Props) {
  const minutes = useSignal<number | null>(null);
  const say = words().dialogs;
  return (
    <ReasonDialog
      title={say.pause}
      lead={say.pauseLead}
      reasons={say.pauseReasons}
      orders={orders}
      onReason={(reason) => onPause(reason, minutes.value)}
      onClose={onClose}
    >
      <fieldset class="lengths">
        <legend>{say.pauseLength}</legend>
        {LENGTHS.map((length) => (
          <label key={length}>
            <input
              type="radio"
              name="minutes"
              checked={minutes.value === length}
              onChange={() => {
                minutes.value = length;
              }}
            />
            <span>{length === null ? say.pauseOpenEnd : say.pauseMinutes(length)}</span>
          </label>
        ))}
      </fieldset>
    </ReasonDialog>
  );
}
