/** Which time is right after the machine's clock has left the office's time, and what would end by the machine's time. */
import { isClosingDue, openingAt } from '../../../shared/calendar/hours.ts';
import { workingDayOf } from '../../../shared/calendar/working-time.ts';
import { refuse } from '../../../shared/protocol/rejections.ts';
import type { ClockEnds } from '../../../shared/protocol/views/clock.ts';
import type { TicketStatus } from '../../../shared/protocol/views/common.ts';
import { type DurationMs, type EpochMs, instantOf, localTime, MINUTE } from '../../../shared/time.ts';
import { takenInDoubt } from '../changes/clock.ts';
import type { ClockTrust, CommandOf } from '../commands.ts';
import { type Decision, facts, type Rules } from '../decision.ts';
import type { FactOf } from '../events.ts';
import type { State } from '../state.ts';

/** A leap into the last hour of a day ends the day as well, only a little later. */
const SOON: DurationMs = 60 * MINUTE;

/** `at` is the office's time, `to` the machine's. */
export function endsBy(state: State, at: EpochMs, to: EpochMs): ClockEnds {
  const { office } = state;
  const dayOf = (moment: EpochMs) => localTime(moment, office.timeZone).day;
  const isDayOver = (moment: EpochMs) =>
    dayOf(moment) !== state.day || (!state.closed && isClosingDue(office, state.day, moment));
  const otherDay = dayOf(to) !== state.day;
  const day = isDayOver(to) || (to > at && isDayOver(to + SOON) && !isDayOver(at + SOON));
  const opening = openingAt(office, at);
  const isOver = opening.state === 'open' && opening.until !== null && to >= opening.until;
  const session = !state.closed && opening.state === 'open' && (isOver || openingAt(office, to).state !== 'open');
  const goOn = otherDay ? takenInDoubt(state).length : 0;
  return { session, day, tickets: day ? openTickets(state) - goOn : 0, counters: day ? state.counters.size : 0 };
}

/** Whether visitors or clerks would notice: where nobody waits and no counter is open, a session or a day ends unnoticed. */
export function endsSomething(state: State, { session, day, tickets }: ClockEnds): boolean {
  if (day) return tickets > 0 || state.counters.size > 0;
  return session && (openTickets(state) > 0 || state.counters.size > 0);
}

/**
 * Whether a start on a later day only finds what an ordinary evening leaves: the computer was switched off before the day was closed.
 * No visitor waits, and the last event was in the last hour of the day, when clerks may leave a counter open or a visit unfinished, or
 * no counter is open and no visitor is at one. The visitors who missed a call or were sent away expire, as at every closing.
 */
export function isAfterEvening(state: State, at: EpochMs, to: EpochMs): boolean {
  const { office, day, counters } = state;
  if (localTime(to, office.timeZone).day <= day || openTickets(state, WAITING) > 0) return false;
  const end = workingDayOf(office, instantOf(day, 0, office.timeZone)).at(-1)?.to;
  const isLate = end === undefined || at + SOON >= end;
  return isLate || (counters.size === 0 && openTickets(state, AT_COUNTER) === 0);
}

const WAITING: ReadonlySet<TicketStatus> = new Set(['waiting']);
const AT_COUNTER: ReadonlySet<TicketStatus> = new Set(['called', 'serving']);
const OPEN: ReadonlySet<TicketStatus> = new Set([...WAITING, ...AT_COUNTER, 'missed', 'away']);

function openTickets({ tickets, closed }: State, which = OPEN): number {
  if (closed) return 0;
  let count = 0;
  for (const { status } of tickets.values()) if (which.has(status)) count += 1;
  return count;
}

function answerClock(state: State, { questionId, trust, at }: CommandOf<'AnswerClock'>): Decision {
  const question = state.clockQuestion;
  if (question?.id !== questionId) return refuse({ code: 'NoClockQuestion' });
  return facts(settled(trust, 'supervisor', at, question));
}

type Doubt = Pick<CommandOf<'DoubtClock'>, 'ahead' | 'sinceStart'>;

function settled(
  trust: ClockTrust,
  because: FactOf<'ClockSettled'>['because'],
  from: EpochMs,
  { ahead, sinceStart }: Doubt,
): FactOf<'ClockSettled'> {
  const step = trust === 'machine' ? ahead : 0;
  // After a start ahead of the last event the server may have been off all that time; nothing can have been off for less than no time.
  const shift = sinceStart && step > 0 ? 0 : step;
  return { type: 'ClockSettled', trust, because, from, to: from + step, shift };
}

export const clockRules = {
  DoubtClock: {
    decide: (_, { ahead, sinceStart }) => facts({ type: 'ClockDoubted', ahead, sinceStart }),
    firstFact: ['ClockDoubted'],
  },
  FollowClock: {
    decide: (_, { because, at, ...doubt }) =>
      facts(settled(because === 'machine-returned' ? 'office' : 'machine', because, at, doubt)),
    firstFact: ['ClockSettled'],
  },
  AnswerClock: { decide: answerClock, firstFact: ['ClockSettled'] },
} satisfies Partial<Rules>;
