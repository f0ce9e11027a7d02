import { describe, expect, it } from 'vitest';
import { steadyClock } from '../../server/engine/clock.ts';

function clocks(wall = 1_000_000) {
  const machine = { wall, elapsed: 0 };
  return {
    machine,
    clock: steadyClock(
      () => machine.wall,
      () => machine.elapsed,
    ),
  };
}

describe('the office’s clock', () => {
  it('shows the machine’s time while that goes forward', () => {
    const { machine, clock } = clocks();
    expect(clock.now()).toBe(1_000_000);
    machine.wall += 60_000;
    machine.elapsed += 60_000;
    expect(clock.now()).toBe(1_060_000);
    expect(clock.isBehind()).toBe(false);
  });

  it('goes on at the same pace when the machine’s clock is set back, until that has caught up', () => {
    const { machine, clock } = clocks();
    clock.now();
    machine.wall -= 3_600_000;
    expect(clock.now()).toBe(1_000_000);
    machine.wall += 1_000;
    machine.elapsed += 1_000;
    expect(clock.now()).toBe(1_001_000);
    expect(clock.isBehind()).toBe(true);
    machine.wall = 1_002_000;
    expect(clock.now()).toBe(1_002_000);
    expect(clock.isBehind()).toBe(false);
  });

  it('is not behind after a small correction by a time server', () => {
    const { machine, clock } = clocks();
    clock.now();
    machine.wall -= 4_000;
    expect(clock.isBehind()).toBe(false);
  });

  it('never shows a time before the one known from the journal', () => {
    const { machine, clock } = clocks();
    clock.notBefore(9_000_000);
    expect(clock.now()).toBe(9_000_000);
    machine.elapsed += 500;
    expect(clock.now()).toBe(9_000_500);
    clock.notBefore(2_000_000);
    expect(clock.now()).toBe(9_000_500);
    expect(clock.isBehind()).toBe(true);
  });

  it('returns whole milliseconds', () => {
    const { machine, clock } = clocks();
    clock.now();
    machine.wall = 0;
    machine.elapsed += 1.7;
    expect(clock.now()).toBe(1_000_001);
  });
});
