import * as v from 'valibot';
import { accept } from '../../../shared/protocol/rejections.ts';
import { whole } from '../../../shared/protocol/views/common.ts';
import { envelope } from '../../../shared/protocol/views/event.ts';
import { API, type RestDependencies } from './dependencies.ts';
import { supervisor } from './guards.ts';
import { ndjsonRoute, type Route, route } from './route.ts';

const estimates = v.strictObject({
  day: v.string(),
  inside: v.pipe(whole, v.description('Visitors called within the range that their ticket announced')),
  early: v.pipe(whole, v.description('Called before that range')),
  late: v.pipe(whole, v.description('Called after that range')),
  coverage: v.pipe(v.nullable(v.number()), v.description('Part of the visitors called within their range, 0 to 1')),
});

export function eventRoutes({ events, engine }: RestDependencies): Route[] {
  return [
    route(
      {
        name: 'getEstimates',
        method: 'GET',
        path: `${API}/estimates`,
        summary: "How often today's estimated waits were right",
        guard: supervisor,
        reply: { status: 200, description: 'The counts', schema: estimates },
      },
      async () =>
        engine.read(({ queue: { day, coverage } }) => {
          const called = coverage.inside + coverage.early + coverage.late;
          return accept({ day, ...coverage, coverage: called === 0 ? null : coverage.inside / called });
        }),
    ),
    ndjsonRoute(
      {
        name: 'getEvents',
        method: 'GET',
        path: `${API}/events`,
        summary: "A day's events in order, one JSON object per line",
        guard: supervisor,
        query: v.object({
          from: v.optional(
            v.pipe(
              v.string(),
              v.digits(),
              v.transform(Number),
              v.safeInteger(),
              v.description('First sequence number'),
            ),
            '1',
          ),
          day: v.optional(
            v.pipe(v.string(), v.isoDate(), v.description('Business day such as 2026-11-22; today when left out')),
          ),
        }),
        reply: { status: 200, description: 'The events', schema: envelope },
      },
      async ({ query }) => accept(events(query.day ?? null, query.from)),
    ),
  ];
}
