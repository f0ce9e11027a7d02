import type { Service } from './office.ts';

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
