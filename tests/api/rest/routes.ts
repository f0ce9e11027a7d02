import type { RestDependencies } from '../../../server/api/rest/dependencies.ts';
import type { Description } from '../../../server/api/rest/route.ts';
import { routes } from '../../../server/api/rest/routes.ts';

/** Every call of the API with an address that can be asked. The table is only read, so its parts are never touched. */
export const table: (Description & { address: string })[] = routes({} as RestDependencies).map((route) => ({
  ...route,
  address: route.path
    .replace('{counterId}', 'counter-1')
    .replace('{ticketId}', 'no-such-ticket')
    .replace('{appointmentId}', 'no-such-appointment'),
}));

export const named = table.map((route) => [`${route.method} ${route.path}`, route] as const);
