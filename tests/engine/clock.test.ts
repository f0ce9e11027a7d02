import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officeClock, reasonToFollow, TOLERATED } from '../../server/engine/clock.ts';

const HOUR = 3_600_000;

function clocks(wall = 1_000_000_000) {
  const machine = {
    wall,
    elapsed: 0,
    pass(duration: number) {
      machine.wall += duration;
      machine.elapsed += duration;
    },
  };
  const clock = officeClock(
    () => machine.wall,
    () => machine.elapsed,
  );
  return { machine, clock };
}

describe('the office’s clock', () => {
  it('shows the machine’s time while that runs like the monotonic clock', () => {
    const { machine, clock } = clocks();
    machine.pass(60_000);
    expect(clock.now()).toBe(1_000_060_000);
    expect([clock.state(), clock.doubt()]).toEqual(['ok', null]);
  });

  it.each([
    ['back', -HOUR, 'behind'],
    ['forward', 10 * 365 * 24 * HOUR, 'ahead'],
  ])(
    'goes on by the old time when the machine’s clock is set %s, and says by how much they differ',
    (_, step, state) => {
      const { machine, clock } = clocks();
      machine.wall += step;
      machine.pass(1_000);
      expect(clock.now()).toBe(1_000_001_000);
      expect([clock.state(), clock.doubt()]).toEqual([state, { ahead: step, sinceStart: false }]);
    },
  );

  it('agrees again when the machine’s clock is set right', () => {
    const { machine, clock } = clocks();
    machine.wall += HOUR;
    machine.pass(6_000);
    expect(clock.state()).toBe('ahead');
    machine.wall -= HOUR;
    expect([clock.now(), clock.state(), clock.doubt()]).toEqual([1_000_006_000, 'ok', null]);
  });

  it('follows a small correction by a time server, standing still when it goes back', () => {
    const { machine, clock } = clocks();
    machine.wall += 4_000;
    expect(clock.now()).toBe(1_000_004_000);
    machine.wall -= 4_000;
    machine.pass(1_000);
    expect([clock.now(), clock.state()]).toEqual([1_000_004_000, 'ok']);
    machine.pass(4_000);
    expect(clock.now()).toBe(1_000_005_000);
  });

  it('shows the time that was decided, also an earlier one', () => {
    const { machine, clock } = clocks();
    machine.wall -= 7 * HOUR;
    expect(clock.now()).toBe(1_000_000_000);
    clock.set(machine.wall);
    expect([clock.now(), clock.state(), clock.doubt()]).toEqual([machine.wall, 'ok', null]);
  });

  it('keeps the office’s time when that was called right, asks again only after another step, and says that the machine’s is wrong', () => {
    const { machine, clock } = clocks();
    machine.wall += HOUR;
    clock.set(1_000_000_000);
    machine.pass(60_000);
    expect([clock.now(), clock.state(), clock.doubt()]).toEqual([1_000_060_000, 'wrong', null]);
    machine.wall += HOUR;
    expect(clock.doubt()).toEqual({ ahead: 2 * HOUR, sinceStart: false });
    machine.wall -= 2 * HOUR;
    expect([clock.state(), clock.doubt()]).toEqual(['ok', null]);
  });

  it('goes on from the last time of the journal at the start, until it was decided whether the machine’s clock is right', () => {
    const { machine, clock } = clocks();
    clock.startFrom(9_000_000_000);
    machine.pass(500);
    expect(clock.now()).toBe(9_000_000_500);
    expect(clock.doubt()).toEqual({ ahead: -8_000_000_000, sinceStart: true });
  });

  it('returns whole milliseconds', () => {
    const { machine, clock } = clocks();
    machine.wall = 0;
    machine.elapsed += 1.7;
    expect(clock.now()).toBe(1_000_000_001);
  });

  it('leaps only when it is set, whatever happens to the machine’s clock', () => {
    const step = fc.oneof(
      fc.record({ pass: fc.nat(HOUR) }),
      fc.record({ step: fc.oneof(fc.integer({ min: -10, max: 10 }), fc.integer({ min: -1e6, max: 1e6 })) }),
      fc.record({ trust: fc.constantFrom('machine', 'office') }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { machine, clock } = clocks(1e12);
        let before = { now: clock.now(), elapsed: 0 };
        for (const each of steps) {
          if ('pass' in each) machine.pass(each.pass);
          if ('step' in each) machine.wall += each.step * 1_000;
          if ('trust' in each) {
            const at = each.trust === 'machine' ? machine.wall : clock.now();
            clock.set(at);
            expect([clock.now(), clock.doubt()]).toEqual([at, null]);
          } else {
            const ran = clock.now() - before.now;
            const passed = machine.elapsed - before.elapsed;
            expect(ran).toBeGreaterThanOrEqual(0);
            // A tolerated correction counts once; standing still for one makes up for it later.
            expect(Math.abs(ran - passed)).toBeLessThanOrEqual(2 * TOLERATED);
          }
          if (clock.state() === 'ok') expect(Math.abs(machine.wall - clock.now())).toBeLessThanOrEqual(TOLERATED);
          else expect(Math.abs(machine.wall - clock.now())).toBeGreaterThan(0);
          before = { now: clock.now(), elapsed: machine.elapsed };
        }
      }),
    );
  });
});

describe('the machine’s clock is followed', () => {
  const evidence = { endsSomething: true, desks: [], laterDay: true, unattended: 0 };
  const MINUTES = 60_000;

  it.each([
    ['when nothing ends by it', { endsSomething: false }, 'ends-nothing'],
    ['not when something ends by it', {}, null],
    ['when the clocks of all desks agree with it', { desks: [-90_000, 3_000] }, 'desks-agree'],
    ['not when one of the desks disagrees', { desks: [3_000, -7 * HOUR] }, null],
    ['when nobody has been signed in for five minutes', { unattended: 5 * MINUTES }, 'nobody-signed-in'],
    ['not when nobody has been signed in for less', { unattended: 5 * MINUTES - 1 }, null],
    ['not within the day only because nobody is signed in', { unattended: 9 * MINUTES, laterDay: false }, null],
  ])('%s', (_, known, reason) => {
    expect(reasonToFollow({ ...evidence, ...known })).toBe(reason);
  });
});
