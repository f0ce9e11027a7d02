import type { HttpParts } from '../../server/http/parts.ts';
import type { Description } from '../../server/http/route.ts';
import { routes } from '../../server/http/routes.ts';

/** Every call of the API with an address that can be asked. The table is only read, so its parts are never touched. */
export const table: (Description & { address: string })[] = routes({} as HttpParts).map((route) => ({
  ...route,
  address: route.path
    .replace('{counterId}', 'counter-1')
    .replace('{ticketId}', 'no-such-ticket')
    .replace('{appointmentId}', 'no-such-appointment'),
}));

export const named = table.map((route) => [`${route.method} ${route.path}`, route] as const);
