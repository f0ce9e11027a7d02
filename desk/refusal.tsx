import type { Signal } from '@preact/signals';
import { language } from '../shared/client/language.ts';
import type { Rejection } from '../shared/rejections.ts';
import { explain } from '../shared/words/rejection.ts';
import { Press } from './press.tsx';
import { words } from './words.ts';

/** The live region stands in the page from the start: screen readers miss one that arrives together with its text. */
export function Refusal({ refusal, timeZone }: { refusal: Signal<Rejection | null>; timeZone: string }) {
  return (
    <div class="refusal" role="alert">
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
