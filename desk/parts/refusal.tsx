import { explain } from '../../shared/client/explain.ts';
import { language } from '../../shared/client/language.ts';
import type { DeskCommands } from '../connection/commands.ts';
import { Press } from './press.tsx';
import { words } from './words.ts';

/**
 * Why a command was refused, or that its answer is slow. The live region is always in the page: screen readers miss one that
 * appears together with its text.
 */
export function Refusal({ commands: { slow, refusal }, timeZone }: { commands: DeskCommands; timeZone: string }) {
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
