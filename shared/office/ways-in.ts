/** What a kiosk offers, in the order of its keys. The pages and the spoken help take their lists from here. */
import { REGULAR, type Service, type TicketClass } from './office.ts';

/**
 * What a kiosk offers on its first page, in the order of its keys: the services, the appointments, and last the information
 * desk, for visitors who found nothing else.
 */
export function waysIn<Offered extends Pick<Service, 'informationDesk'>>(
  services: readonly Offered[],
  appointments: boolean,
): (Offered | 'appointment')[] {
  return [
    ...services.filter(({ informationDesk }) => !informationDesk),
    ...(appointments ? (['appointment'] as const) : []),
    ...services.filter(({ informationDesk }) => informationDesk),
  ];
}

/** The place of "several dossiers" among the choices of a class: the last key of the first nine, while it is free. */
const PLACE_OF_DOSSIERS = 8;

/**
 * The choices of a kiosk that asks whether the visitor has priority, in the order of its keys: the priority classes, "no", which is the
 * regular class, and where `dossiers` is true the page for several dossiers. Null is a key without a choice.
 */
export function classChoices<Offered extends Pick<TicketClass, 'id'>>(
  classes: readonly Offered[],
  dossiers: boolean,
): (Offered | 'dossiers' | null)[] {
  const regular = classes.filter(({ id }) => id === REGULAR);
  const priorities = classes.filter(({ id }) => id !== REGULAR);
  if (!dossiers) return [...priorities, ...regular];
  const free = new Array<null>(Math.max(0, PLACE_OF_DOSSIERS - classes.length)).fill(null);
  return [...priorities, ...regular, ...free, 'dossiers'];
}
