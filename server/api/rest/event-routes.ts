import * as v from 'valibot';
import { accept } from '../../../shared/protocol/rejections.ts';
import { API, type HttpParts } from './dependencies.ts';
import { supervisor } from './guards.ts';
import * as replies from './replies.ts';
import { lineRoute, type Route, route } from './route.ts';

const estimates = v.strictObject({
  day: v.string(),
  inside: v.pipe(replies.whole, v.description('Visitors called within the range that they were told')),
  early: v.pipe(replies.whole, v.description('Called before it')),
  late: v.pipe(replies.whole, v.description('Called after it')),
  coverage: v.pipe(v.nullable(v.number()), v.description('Part of the visitors called within their range, 0 to 1')),
});

export function eventRoutes({ events, engine }: HttpParts): Route[] {
  return [
    route(
      {
        name: 'getEstimates',
        method: 'GET',
        path: `${API}/estimates`,
        summary: 'How often the promised waits of today came true',
        gate: supervisor,
        reply: { status: 200, description: 'The promises', schema: estimates },
      },
      async () =>
        engine.read(({ day, promises }) => {
          const called = promises.inside + promises.early + promises.late;
          return accept({ day, ...promises, coverage: called === 0 ? null : promises.inside / called });
        }),
    ),
    lineRoute(
      {
        name: 'getEvents',
        method: 'GET',
        path: `${API}/events`,
        summary: "A day's facts in order, one JSON object per line",
        gate: supervisor,
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
        reply: { status: 200, description: 'The facts', schema: replies.event },
      },
      async ({ query }) => accept(events(query.day ?? null, query.from)),
    ),
  ];
}
