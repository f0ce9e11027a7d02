import { appointmentRoutes } from './appointment-routes.ts';
import { counterRoutes } from './counter-routes.ts';
import type { RestDependencies } from './dependencies.ts';
import { eventRoutes } from './event-routes.ts';
import { officeRoutes } from './office-routes.ts';
import type { Route } from './route.ts';
import { screenRoutes } from './screen-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { visitorRoutes } from './visitor-routes.ts';
import { voiceRoutes } from './voice-routes.ts';

/** The public API, call by call: the one table that the router and OpenAPI read. */
export function routes(parts: RestDependencies): Route[] {
  return [
    officeRoutes,
    sessionRoutes,
    visitorRoutes,
    appointmentRoutes,
    counterRoutes,
    eventRoutes,
    voiceRoutes,
    screenRoutes,
  ].flatMap((make) => make(parts));
}
