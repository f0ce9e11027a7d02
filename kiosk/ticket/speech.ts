/** What the ticket kiosk reads aloud on each page. */
import type { Rejection } from '../../shared/protocol/rejections.ts';
import type { KioskView, PrintState } from '../../shared/protocol/views/kiosk.ts';
import type { HeldTicket } from '../../shared/protocol/views/phone.ts';
import { mayRetry } from '../parts/retry.ts';
import type { Speech } from '../parts/spoken.ts';
import { isChoosing, type Page } from './page.ts';

export function speechOf(page: Page, view: KioskView, print: PrintState): Speech {
  const { opening, nextSession, appointments, slot } = view;
  if (opening.state !== 'open' && isChoosing(page)) return { step: 'closed' };
  switch (page.kind) {
    case 'services':
      return { step: 'services', appointments };
    case 'result': {
      const onPaper = print === 'printing' || print === 'printed';
      const printed = page.ticket.notBefore === null ? 'result' : 'result-later';
      const { number } = page.ticket;
      return onPaper ? { step: printed, number, slot } : { step: 'result-no-paper', number };
    }
    case 'confirm':
      return { step: nextSession?.today ? 'confirm-next' : 'confirm' };
    case 'booked':
      return { step: 'class-booked' };
    case 'finding':
    case 'checking':
      return { step: 'asking' };
    case 'code':
      return { step: page.rejection === null ? 'code' : 'code-again' };
    case 'many-dossiers':
      return { step: 'digits' };
    case 'found':
      return foundSpeech(page.ticket, page.back);
    case 'not-found':
      return { step: page.rejection.code === 'UnknownTicket' ? 'found-over' : refusedStep(page.rejection) };
    case 'refused':
      return { step: refusedStep(page.rejection) };
    default:
      return { step: page.kind };
  }
}

function refusedStep(rejection: Rejection): 'refused' | 'refused-retry' {
  return mayRetry(rejection) || rejection.code === 'UnknownAppointment' ? 'refused-retry' : 'refused';
}

function foundSpeech(ticket: HeldTicket, back: boolean): Speech {
  const { number } = ticket;
  switch (ticket.status) {
    case 'waiting':
      if (ticket.stranded) return { step: 'found-stranded', number };
      return { step: back ? 'found-back' : 'found-waiting', number };
    case 'called':
      return { step: 'found-called', number, counter: ticket.counterNumber ?? undefined };
    case 'done':
      return { step: 'thanks' };
    default:
      return { step: 'found-over', number };
  }
}
