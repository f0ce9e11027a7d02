import { routes } from '../../../server/api/rest/app.ts';
import type { RestDependencies } from '../../../server/api/rest/dependencies.ts';
import type { RouteDescription } from '../../../server/api/rest/route.ts';

/** Every operation of the API, with a path that a test can request. Only descriptions are read, so no dependency is used. */
export const table: (RouteDescription & { address: string })[] = routes({} as RestDependencies).map((route) => ({
  ...route,
  address: route.path
    .replace('{counterId}', 'counter-1')
    .replace('{version}', '1')
    .replace('{serviceId}', 'no-such-service')
    .replace('{ticketId}', 'no-such-ticket')
    .replace('{voteId}', 'no-such-vote')
    .replace('{appointmentId}', 'no-such-appointment'),
}));

export const named = table.map((route) => [`${route.method} ${route.path}`, route] as const);
