import type { Text } from '../../../shared/language.ts';
import { REGULAR, type TicketPaper } from '../../../shared/office/office.ts';
import { ticketAddress } from '../../../shared/protocol/pages.ts';
import type { Estimate } from '../../../shared/protocol/views/common.ts';
import type { EpochMs } from '../../../shared/time.ts';
import type { PrintJob, State } from '../state.ts';
import { countersOf } from './office.ts';

/** The content of a printed slip; `server/print` does the layout. */
export type Paper = {
  officeName: Text;
  motto: Text;
  hotline: string;
  timeZone: string;
  number: string;
  serviceName: Text;
  /** The content of the QR code: the address of the ticket's page. */
  code: string;
  /** A reprint is marked IN LẠI. */
  reprint: boolean;
} & (
  | {
      kind: 'ticket';
      form: TicketPaper['form'];
      /** The numbers of the counters that serve the service, be they open or not. */
      counters: number[];
      issuedAt: EpochMs;
      className: Text | null;
      dossiers: number;
      dossiersPerTurn: number;
      /** Null without an appointment. */
      appointmentAt: EpochMs | null;
      /** The ticket is not called before this moment; null for a ticket of this session. */
      notBefore: EpochMs | null;
      /** How long the visitor may still come after a call that was missed. */
      lateReturnMinutes: number;
      ahead: number;
      estimate: Estimate | null;
    }
  | {
      kind: 'come-back-slip';
      sentAwayAt: EpochMs;
      until: EpochMs;
      /** Null when set-up no longer has that counter. */
      counterNumber: number | null;
    }
);

/**
 * The slip of a print job. The ticket's page is at the office's public address or, where there is none, at the origin `address`. Null
 * for a come-back slip whose visitor is back already.
 */
export function paperOf(state: State, { kind, ticketId, reprint }: PrintJob, address: string): Paper | null {
  const { office } = state;
  const ticket = state.tickets.get(ticketId);
  if (!ticket) return null;
  const { number, serviceId, classId, dossiers, cameAt, appointmentAt, ahead, estimate } = ticket;
  const serviceName = office.services.find(({ id }) => id === serviceId)?.name ?? { vi: '', en: '' };
  const { name: officeName, motto, hotline, timeZone } = office;
  const common = {
    officeName,
    motto,
    hotline,
    timeZone,
    number,
    serviceName,
    code: ticketAddress(office.publicAddress ?? address, ticketId),
    reprint,
  };
  if (kind === 'ticket') {
    const className =
      classId === REGULAR ? null : (office.ticketClasses.find(({ id }) => id === classId)?.name ?? null);
    const { form } = office.ticket;
    const counters = countersOf(office, serviceId);
    const { dossiersPerTurn, lateReturnMinutes } = office.rules;
    const notBefore = ticket.status === 'waiting' ? ticket.notBefore : null;
    const about = { className, dossiers, dossiersPerTurn, appointmentAt, notBefore, lateReturnMinutes };
    return { ...common, kind, form, counters, issuedAt: cameAt, ...about, ahead, estimate };
  }
  if (ticket.status !== 'away') return null;
  const counterNumber = office.counters.find(({ id }) => id === ticket.counterId)?.number ?? null;
  return { ...common, kind, sentAwayAt: ticket.awayAt, until: ticket.until, counterNumber };
}
