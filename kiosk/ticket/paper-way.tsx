import { Pictogram } from '../../shared/client/pictogram.tsx';
import type { KioskView, PrintState } from '../../shared/protocol/views/kiosk.ts';
import { signsOf } from './slip.tsx';
import { stepWords } from './step-words.ts';

interface PaperWayProps {
  number: string;
  serviceName: string | null;
  slot: KioskView['slot'];
  print: PrintState;
  /** The time before which a ticket for a later session is not called; null for this session. */
  from: string | null;
}

/** Where the paper comes out of the kiosk, up to the edge of the screen; or what to do when there is none. */
export function PaperWay({ number, serviceName, slot, print, from }: PaperWayProps) {
  const text = stepWords();
  if (print === 'failed' || print === 'unknown')
    return (
      <div class="paper warn" role="status">
        <p class="state">
          <Pictogram name="warn" />
          {print === 'failed' ? text.printFailed : text.printUnknown}
        </p>
        <p>{text.noPaperHelp}</p>
      </div>
    );
  const printed = print === 'printed';
  return (
    <div class={printed ? 'paper good' : 'paper'} role="status">
      <div class="words">
        <p class="state">{printed ? text.take[slot] : text.printing}</p>
        <p>{!printed ? text.slot[slot] : from === null ? text.thenWait : text.thenComeAt(from)}</p>
      </div>
      <div class="out" aria-hidden="true">
        <span class="slot" />
        <div class="path">
          <div class="sheet" style={{ '--signs': signsOf(number) }}>
            <span class="number">{number}</span>
            {serviceName !== null && <span class="name">{serviceName}</span>}
            <svg class="arrow" viewBox="0 0 64 80" aria-hidden="true">
              <path d="M32 6v66M6 46l26 26 26-26" />
            </svg>
          </div>
        </div>
      </div>
    </div>
  );
}
