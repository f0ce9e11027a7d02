import { refuse } from '../../../shared/protocol/rejections.ts';
import type { EpochMs } from '../../../shared/time.ts';
import type { Command, CommandOf } from '../commands.ts';
import { type Decision, facts, type Rules, senderOf } from '../decision.ts';
import type { Fact } from '../events.ts';
import type { State } from '../state.ts';

/** Until when the sender, a kiosk, issues no ticket; null when it may. */
export function pausedUntil({ bursts }: State, command: Command): EpochMs | null {
  const by = senderOf(command);
  const pauses = bursts.filter((burst) => burst.by === by && burst.pausedUntil > command.at);
  return pauses.length === 0 ? null : Math.max(...pauses.map((burst) => burst.pausedUntil));
}

/** The fact to record with a ticket that exceeds the burst rule: so many visitors cannot have been at one kiosk. None for other senders. */
export function burstWith({ office, issuedBy }: State, command: Command): Fact[] {
  const { burst } = office.rules;
  if (!burst || command.actor.kind !== 'device') return [];
  const { tickets, seconds, pauseSeconds } = burst;
  const since = command.at - seconds * 1000;
  const before = (issuedBy.get(senderOf(command)) ?? []).filter((at) => at > since).length;
  if (before < tickets) return [];
  return [{ type: 'BurstNoticed', tickets: before + 1, seconds, pausedUntil: command.at + pauseSeconds * 1000 }];
}

function dismissBurst({ bursts }: State, { burstId }: CommandOf<'DismissBurst'>): Decision {
  if (!bursts.some(({ id }) => id === burstId)) return refuse({ code: 'UnknownBurst' });
  return facts({ type: 'BurstDismissed', burstId });
}

export const burstRules = {
  DismissBurst: { decide: dismissBurst, firstFact: ['BurstDismissed'] },
} satisfies Partial<Rules>;
