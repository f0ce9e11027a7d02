import { language } from '../../shared/client/language.ts';
import { explain } from '../../shared/words/rejection.ts';
import type { Orders } from '../connection/commands.ts';
import { Press } from './press.tsx';
import { words } from './words.ts';

/**
 * Why a press did nothing, or not yet. The live region stands in the page from the start: screen readers miss one that arrives
 * together with its text.
 */
export function Refusal({ orders: { slow, refusal }, timeZone }: { orders: Orders; timeZone: string }) {
  return (
    <div class="refusal" role="alert">
      {slow.value && <p class="refusal-box">{words().slow}</p>}
      {refusal.value && (
        <div class="refusal-box">
          <p>{explain(refusal.value, language.value, timeZone)}</p>
          <Press
            onPress={() => {
              refusal.value = null;
            }}
          >
            {words().dismiss}
          </Press>
        </div>
      )}
    </div>
  );
}
