/** Decides one command against one state: the facts it leads to, or the reason why it is refused. Never changes the state. */
import type { Command } from './commands.ts';
import type { Decision, Rules } from './decision.ts';
import { appointmentRules } from './rules/appointments.ts';
import { burstRules } from './rules/burst.ts';
import { callingRules } from './rules/calling.ts';
import { clockRules } from './rules/clock.ts';
import { counterRules } from './rules/counters.ts';
import { dayRules } from './rules/day.ts';
import { officeRules } from './rules/office.ts';
import { printingRules } from './rules/printing.ts';
import { ratingRules } from './rules/ratings.ts';
import { ticketRules } from './rules/tickets.ts';
import type { State } from './state.ts';

/** The type requires a rule for every command. */
export const rules: Rules = {
  ...ticketRules,
  ...appointmentRules,
  ...callingRules,
  ...counterRules,
  ...ratingRules,
  ...printingRules,
  ...burstRules,
  ...officeRules,
  ...dayRules,
  ...clockRules,
};

export function decide(state: State, command: Command): Decision {
  // The table is keyed by the command's own type, which the compiler cannot follow through the lookup.
  const rule = rules[command.type] as { decide(state: State, command: Command): Decision } | undefined;
  if (!rule) throw new Error(`unknown command ${JSON.stringify(command)}`);
  return rule.decide(state, command);
}
