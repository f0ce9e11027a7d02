import { Hono } from 'hono';
import { logError, OperatorError } from '../../log.ts';
import { identify, isSameOrigin, maySeePapers } from '../access.ts';
import { appointmentRoutes } from './appointment-routes.ts';
import { counterRoutes } from './counter-routes.ts';
import { API, type Env, type RestDependencies } from './dependencies.ts';
import { eventRoutes } from './event-routes.ts';
import { SETUP_BYTES } from './json-body.ts';
import { addOfficeFiles } from './office-files.ts';
import { clockRoutes, officeRoutes } from './office-routes.ts';
import { openApi, serversAt } from './openapi.ts';
import { contentPolicy, pagesApp } from './pages.ts';
import { problem, type Refuse } from './problem.ts';
import type { Route } from './route.ts';
import { screenRoutes } from './screen-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { setupRoutes } from './setup-routes.ts';
import { visitorRoutes } from './visitor-routes.ts';
import { voiceRoutes } from './voice-routes.ts';

/** Every operation of the public API, in one table: the router and OpenAPI are both made from it. */
export function routes(dependencies: RestDependencies): Route[] {
  return [
    officeRoutes,
    clockRoutes,
    sessionRoutes,
    visitorRoutes,
    appointmentRoutes,
    counterRoutes,
    eventRoutes,
    voiceRoutes,
    screenRoutes,
    setupRoutes,
  ].flatMap((make) => make(dependencies));
}

/** Pages, REST API and health check. The context's `env.incoming` must hold Node's own request. */
export function httpApp(dependencies: RestDependencies): Hono<Env> {
  const app = new Hono<Env>({ strict: false });
  const refuse: Refuse = (context, rejection) => problem(context, rejection, dependencies.office().timeZone);

  app.use(async (context, next) => {
    // On Node's own response: hono's headers would cost as much as the rest of a short request.
    const { outgoing } = context.env;
    outgoing.setHeader('X-Content-Type-Options', 'nosniff');
    outgoing.setHeader('Referrer-Policy', 'same-origin');
    outgoing.setHeader('Content-Security-Policy', contentPolicy());
    await next();
  });
  app.use('/api/*', async (context, next) => {
    const { incoming, outgoing } = context.env;
    outgoing.setHeader('Cache-Control', 'no-store');
    if (!isSameOrigin(incoming)) return refuse(context, { code: 'ForeignOrigin' });
    if (Number(incoming.headers['content-length'] ?? 0) > SETUP_BYTES)
      return refuse(context, { code: 'RequestTooLarge' });
    return next();
  });
  addRoutes(app, routes(dependencies), dependencies, refuse);
  app.all('/api/*', (context) => refuse(context, { code: 'NotFound' }));
  app.get('/preview/:name{[\\w-]+\\.png}', async (context) => {
    if (!maySeePapers(identify(context.env.incoming, dependencies.accounts)))
      return refuse(context, { code: 'SignInRequired' });
    const png = await dependencies.paper(context.req.param('name').replace(/\.png$/, ''));
    if (!png) return refuse(context, { code: 'NotFound' });
    return context.body(new Uint8Array(png), 200, {
      'Content-Type': 'image/png',
      'Cache-Control': 'private, no-cache',
    });
  });
  addOfficeFiles(app, dependencies, refuse);
  const numberOf = (ticketId: string) =>
    dependencies.engine.read(({ queue }) => queue.tickets.get(ticketId)?.number ?? null);
  app.route('/', pagesApp(dependencies.pages, numberOf));

  app.onError((error, context) => {
    logError(dependencies.log)(error);
    // The engine cannot give its state while the journal cannot be read.
    const code = error instanceof OperatorError && error.code === 'storage' ? 'StorageUnavailable' : 'InternalError';
    return refuse(context, { code });
  });
  return app;
}

function addRoutes(app: Hono<Env>, table: readonly Route[], dependencies: RestDependencies, refuse: Refuse): void {
  const document = openApi(table);
  const address = () => dependencies.office().publicAddress ?? dependencies.address();
  const refuseOtherMethods = (path: string, methods: readonly string[]) =>
    app.all(path, (context) => {
      context.header('Allow', methods.join(', '));
      return refuse(context, { code: 'UnknownRequest' });
    });
  app.get(`${API}/openapi.json`, (context) => context.json({ ...document, servers: serversAt(address()) }));
  refuseOtherMethods(`${API}/openapi.json`, ['GET']);
  // All methods of one path at a time: hono matches in order, so a fixed path must handle every method before `:parameter` matches it.
  for (const path of new Set(table.map((route) => route.path))) {
    const honoPath = path.replaceAll(/\{(\w+)\}/g, ':$1');
    const operations = table.filter((route) => route.path === path);
    for (const { method, run } of operations) {
      app.on(method, honoPath, async (context) => {
        const response = await run(context, dependencies);
        return response.ok ? response.value : refuse(context, response.rejection);
      });
    }
    refuseOtherMethods(
      honoPath,
      operations.map(({ method }) => method),
    );
  }
}
