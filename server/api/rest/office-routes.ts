import * as v from 'valibot';
import { openingAt } from '../../../shared/calendar/hours.ts';
import { accept, refuse } from '../../../shared/protocol/rejections.ts';
import { screenQuery } from '../../../shared/protocol/requests.ts';
import {
  type Health,
  officeHead as head,
  health,
  opening,
  text,
  whole,
} from '../../../shared/protocol/views/common.ts';
import { displayView } from '../../../shared/protocol/views/hall.ts';
import { boardView, screenMeant } from '../../queue/views/board.ts';
import { officeHead } from '../../queue/views/office.ts';
import { API, type RestDependencies } from './dependencies.ts';
import { anyone, known, screen } from './guards.ts';
import { type Route, route } from './route.ts';

const healthReply = v.strictObject({ status: v.picklist(['ok', 'degraded', 'unavailable']), ...health.entries });

export const officeReply = v.strictObject({
  ...head.entries,
  opening,
  services: v.array(v.strictObject({ id: v.string(), letter: v.string(), name: text })),
  counters: v.array(v.strictObject({ id: v.string(), number: whole, services: v.array(v.string()) })),
  ticketClasses: v.array(v.strictObject({ id: v.string(), name: text })),
});

export function officeRoutes({ engine, health: readHealth }: RestDependencies): Route[] {
  return [
    route(
      {
        name: 'getHealth',
        method: 'GET',
        path: '/healthz',
        summary: 'Whether the office can work, and what is wrong',
        guard: anyone,
        reply: { status: 200, description: 'The office can work', schema: healthReply },
        also: { 503: 'Nothing can be stored, so nothing is issued or called' },
      },
      async ({ context }) => {
        const current = readHealth();
        const status = overall(current);
        if (status === 'unavailable') context.status(503);
        return accept({ status, ...current });
      },
    ),
    route(
      {
        name: 'getOffice',
        method: 'GET',
        path: `${API}/office`,
        summary: 'Name, services, counters, and whether it is open and until when',
        guard: known,
        reply: { status: 200, description: 'The office', schema: officeReply },
      },
      async () =>
        accept(
          await engine.read(({ queue: { office } }, at) => ({
            ...officeHead(office),
            opening: openingAt(office, at),
            services: office.services.map(({ id, letter, name }) => ({ id, letter, name })),
            counters: office.counters,
            ticketClasses: office.ticketClasses.map(({ id, name }) => ({ id, name })),
          })),
        ),
    ),
    route(
      {
        name: 'getBoard',
        method: 'GET',
        path: `${API}/board`,
        summary: 'Exactly what a lobby TV shows',
        guard: screen('display'),
        query: screenQuery,
        reply: { status: 200, description: 'The board', schema: displayView },
      },
      async ({ query }) =>
        engine.read(({ queue }, at) => {
          const screen = screenMeant(queue.office.screens, query.screen);
          return screen ? accept(boardView(queue, at, readHealth(), screen)) : refuse({ code: 'UnknownScreen' });
        }),
    ),
  ];
}

function overall({ storage, clock, printer }: Health): 'ok' | 'degraded' | 'unavailable' {
  if (storage !== 'ok') return 'unavailable';
  return clock === 'ok' && printer === 'ok' ? 'ok' : 'degraded';
}
