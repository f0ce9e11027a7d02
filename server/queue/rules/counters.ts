import type { ClerkId, Counter, CounterId } from '../../../shared/office/office.ts';
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import { MINUTE } from '../../../shared/time.ts';
import type { Actor, CommandOf } from '../commands.ts';
import { type Decision, facts, type Rules } from '../decision.ts';
import type { OpenCounter, State, Ticket } from '../state.ts';

/** Allowed outside the opening hours too, because clerks open their counters before visitors come in, but not on a closed day. */
function openCounter(state: State, { counterId, actor }: CommandOf<'OpenCounter'>): Decision {
  if (!state.office.counters.some(({ id }) => id === counterId)) return refuse({ code: 'UnknownCounter' });
  if (actor.kind !== 'staff') return refuse({ code: 'SignInRequired' });
  if (state.closed) return refuse({ code: 'DayClosed' });
  const taken = state.counters.get(counterId);
  if (taken) return taken.clerkId === actor.id ? facts() : refuse({ code: 'CounterTaken', clerkName: taken.clerkName });
  const elsewhere = counterOfClerk(state, actor.id);
  if (elsewhere) return refuse({ code: 'ClerkElsewhere', counterNumber: elsewhere.number });
  return facts({ type: 'CounterOpened', counterId, clerkId: actor.id, clerkName: actor.name });
}

function closeCounter(state: State, { counterId, actor }: CommandOf<'CloseCounter'>): Decision {
  const counter = idleCounter(state, counterId, actor);
  return counter.ok ? facts({ type: 'CounterClosed', counterId }) : counter;
}

function pauseCounter(state: State, { counterId, actor, reason, minutes, at }: CommandOf<'PauseCounter'>): Decision {
  const counter = idleCounter(state, counterId, actor);
  if (!counter.ok) return counter;
  if (counter.value.open.paused !== null) return refuse({ code: 'CounterPaused' });
  return facts({ type: 'CounterPaused', counterId, reason, until: minutes === null ? null : at + minutes * MINUTE });
}

function resumeCounter(state: State, { counterId, actor }: CommandOf<'ResumeCounter'>): Decision {
  const counter = ownCounter(state, counterId, actor);
  if (!counter.ok) return counter;
  if (counter.value.open.paused === null) return refuse({ code: 'CounterNotPaused' });
  return facts({ type: 'CounterResumed', counterId });
}

export interface StaffedCounter {
  counter: Counter;
  open: OpenCounter;
}

/** The counter, if it is open and the actor is its clerk or a supervisor, who may finish and close for a clerk who has left. */
export function ownCounter(state: State, counterId: CounterId, actor: Actor): Result<StaffedCounter> {
  const counter = state.office.counters.find(({ id }) => id === counterId);
  const open = state.counters.get(counterId);
  if (!counter) return refuse({ code: 'UnknownCounter' });
  if (actor.kind !== 'staff') return refuse({ code: 'SignInRequired' });
  if (!open) return refuse({ code: 'CounterClosed' });
  if (open.clerkId !== actor.id && actor.role !== 'supervisor') return refuse({ code: 'NotYourCounter' });
  return accept({ counter, open });
}

/** As `ownCounter`, and no ticket is called or served there. */
export function idleCounter(state: State, counterId: CounterId, actor: Actor): Result<StaffedCounter> {
  const own = ownCounter(state, counterId, actor);
  if (!own.ok) return own;
  const current = currentTicket(state, own.value.open);
  return current ? refuse({ code: 'CounterBusy', number: current.number }) : own;
}

export function currentTicket(state: State, { current }: OpenCounter): Ticket | null {
  return current === null ? null : (state.tickets.get(current) ?? null);
}

export function clerkIsIn(state: State, clerkId: ClerkId): boolean {
  return counterOfClerk(state, clerkId) !== null;
}

export function counterOfClerk(state: State, clerkId: ClerkId): Counter | null {
  const open = [...state.counters.values()].find((counter) => counter.clerkId === clerkId);
  return state.office.counters.find(({ id }) => id === open?.id) ?? null;
}

export const counterRules = {
  OpenCounter: { decide: openCounter, firstFact: ['CounterOpened'] },
  CloseCounter: { decide: closeCounter, firstFact: ['CounterClosed'] },
  PauseCounter: { decide: pauseCounter, firstFact: ['CounterPaused'] },
  ResumeCounter: { decide: resumeCounter, firstFact: ['CounterResumed'] },
} satisfies Partial<Rules>;
