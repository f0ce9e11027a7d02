import * as v from 'valibot';
import { accept } from '../../shared/rejections.ts';
import { supervisor } from './gates.ts';
import { API, type HttpParts } from './parts.ts';
import * as replies from './replies.ts';
import { lineRoute, type Route } from './route.ts';

export function eventRoutes({ events }: HttpParts): Route[] {
  return [
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
