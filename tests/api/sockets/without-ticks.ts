import { afterEach, beforeEach, vi } from 'vitest';

/** Every 5 s the engine shows each screen all there is and looks at everybody's rights: in the end that brings whatever a change has failed to bring. */
export function withoutTicks(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}
