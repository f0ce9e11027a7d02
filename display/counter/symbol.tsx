import type { CounterSign } from './counter-sign.ts';

/** The states differ by shape too, for visitors who do not see the colours. */
const PATHS: Record<CounterSign['stage'], { line?: string; filled?: string }> = {
  called: { line: 'M8 32h46M36 13l19 19-19 19' },
  serving: { filled: 'M32 12a20 20 0 1 1 0 40 20 20 0 0 1 0-40Z' },
  ready: { line: 'm8 34 16 17 32-38' },
  paused: {
    filled:
      'M16 8h7a3 3 0 0 1 3 3v42a3 3 0 0 1-3 3h-7a3 3 0 0 1-3-3V11a3 3 0 0 1 3-3ZM41 8h7a3 3 0 0 1 3 3v42a3 3 0 0 1-3 3h-7a3 3 0 0 1-3-3V11a3 3 0 0 1 3-3Z',
  },
  closed: { line: 'M59 32a27 27 0 1 1-54 0 27 27 0 0 1 54 0ZM19 32h26' },
};

export function StateSymbol({ stage }: { stage: CounterSign['stage'] }) {
  const { line, filled } = PATHS[stage];
  return (
    <svg class="symbol" viewBox="0 0 64 64" aria-hidden="true">
      {line && <path class="line" d={line} />}
      {filled && <path class="filled" d={filled} />}
    </svg>
  );
}
