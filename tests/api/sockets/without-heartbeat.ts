import { afterEach, beforeEach, vi } from 'vitest';

/** Stops the engine's heartbeat: every 5 s it sends all views and rechecks all rights, which would hide a change that failed to do so itself. */
export function withoutHeartbeat(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}
