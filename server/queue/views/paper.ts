import { REGULAR } from '../../../shared/office/office.ts';
import { ticketAddress } from '../../../shared/protocol/pages.ts';
import type { OpenDay } from '../decision.ts';
import type { Paper } from '../paper.ts';
import type { PrintJob } from '../state.ts';

/** What to print for a job, with the ticket's page at `address` (an origin) unless the office has a public one; null when a come-back slip has lost its sense because the visitor is back. */
export function paperOf(state: OpenDay, { kind, ticketId, reprint }: PrintJob, address: string): Paper | null {
  const { office } = state;
  const ticket = state.tickets.get(ticketId);
  if (!ticket) return null;
  const { number, serviceId, classId, dossiers, cameAt, appointmentAt, ahead, estimate } = ticket;
  const serviceName = office.services.find(({ id }) => id === serviceId)?.name ?? { vi: '', en: '' };
  const { name: officeName, motto, timeZone } = office;
  const common = {
    officeName,
    motto,
    timeZone,
    number,
    serviceName,
    code: ticketAddress(office.publicAddress ?? address, ticketId),
    reprint,
  };
  if (kind === 'ticket') {
    const className =
      classId === REGULAR ? null : (office.ticketClasses.find(({ id }) => id === classId)?.name ?? null);
    const { dossiersPerTurn } = office.rules;
    const notBefore = ticket.status === 'waiting' ? ticket.notBefore : null;
    const about = { className, dossiers, dossiersPerTurn, appointmentAt, notBefore, ahead, estimate };
    return { ...common, kind, issuedAt: cameAt, ...about };
  }
  if (ticket.status !== 'away') return null;
  const counterNumber = office.counters.find(({ id }) => id === ticket.counterId)?.number ?? null;
  return { ...common, kind, sentAwayAt: ticket.awayAt, until: ticket.until, counterNumber };
}
