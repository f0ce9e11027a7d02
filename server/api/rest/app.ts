import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { logError, OperatorError } from '../../log.ts';
import { identify, isSameOrigin, maySeePapers } from '../access.ts';
import { API, type Env, type RestDependencies } from './dependencies.ts';
import { addOfficeFiles } from './office-files.ts';
import { openApi } from './openapi.ts';
import { contentPolicy, pagesApp } from './pages.ts';
import { problem, type Refuse } from './problem.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';

/** No request of the API comes near this size. */
const BODY_BYTES = 16_384;

/** Pages, REST API and health. Node's own request must be in the context's `env.incoming`. */
export function httpApp(dependencies: RestDependencies): Hono<Env> {
  const app = new Hono<Env>({ strict: false });
  const refuse: Refuse = (context, rejection) => problem(context, rejection, dependencies.office().timeZone);

  app.use(async (context, next) => {
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'same-origin');
    context.header('Content-Security-Policy', contentPolicy());
    await next();
  });
  app.use('/api/*', async (context, next) => {
    context.header('Cache-Control', 'no-store');
    if (!isSameOrigin(context.env.incoming)) return refuse(context, { code: 'ForeignOrigin' });
    return next();
  });
  app.use(
    '/api/*',
    bodyLimit({ maxSize: BODY_BYTES, onError: (context) => refuse(context, { code: 'RequestTooLarge' }) }),
  );
  addRoutes(app, routes(dependencies), dependencies, refuse);
  app.all('/api/*', (context) => refuse(context, { code: 'NotFound' }));
  app.get('/preview/:name{[\\w-]+\\.png}', (context) => {
    if (!maySeePapers(identify(context.env.incoming, dependencies.accounts)))
      return refuse(context, { code: 'SignInRequired' });
    const png = dependencies.paper(context.req.param('name').replace(/\.png$/, ''));
    if (!png) return refuse(context, { code: 'NotFound' });
    return context.body(new Uint8Array(png), 200, {
      'Content-Type': 'image/png',
      'Cache-Control': 'private, no-cache',
    });
  });
  addOfficeFiles(app, dependencies, refuse);
  app.route('/', pagesApp(dependencies.pages));

  app.onError((error, context) => {
    logError(dependencies.log)(error);
    // The state cannot be read while its journal cannot be read.
    const code = error instanceof OperatorError && error.code === 'storage' ? 'StorageUnavailable' : 'InternalError';
    return refuse(context, { code });
  });
  return app;
}

function addRoutes(app: Hono<Env>, table: readonly Route[], dependencies: RestDependencies, refuse: Refuse): void {
  const document = openApi(table);
  const refuseOthers = (address: string, methods: readonly string[]) =>
    app.all(address, (context) => {
      context.header('Allow', methods.join(', '));
      return refuse(context, { code: 'UnknownRequest' });
    });
  app.get(`${API}/openapi.json`, (context) => context.json(document));
  refuseOthers(`${API}/openapi.json`, ['GET']);
  // Address by address, so that a fixed one answers for every method before one with a parameter in its place.
  for (const path of new Set(table.map((route) => route.path))) {
    const address = path.replaceAll(/\{(\w+)\}/g, ':$1');
    const calls = table.filter((route) => route.path === path);
    for (const { method, run } of calls) {
      app.on(method, address, async (context) => {
        const answer = await run(context, dependencies);
        return answer.ok ? answer.value : refuse(context, answer.rejection);
      });
    }
    refuseOthers(
      address,
      calls.map(({ method }) => method),
    );
  }
}
