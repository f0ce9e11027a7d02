import * as v from 'valibot';
import { openingAt } from '../../../shared/calendar/hours.ts';
import { accept, refuse } from '../../../shared/protocol/rejections.ts';
import { clockRequests, screenQuery } from '../../../shared/protocol/requests.ts';
import { clockQuestion } from '../../../shared/protocol/views/clock.ts';
import {
  type Health,
  officeHead as head,
  health,
  instant,
  opening,
  text,
  whole,
} from '../../../shared/protocol/views/common.ts';
import { displayView } from '../../../shared/protocol/views/hall.ts';
import { boardView } from '../../queue/views/board.ts';
import { clockQuestionView } from '../../queue/views/clock.ts';
import { namedOrFirst, officeHead } from '../../queue/views/office.ts';
import { runCommand } from '../use-cases.ts';
import { API, type RestDependencies } from './dependencies.ts';
import { anyone, known, screen, staff, supervisor } from './guards.ts';
import { noContent, type Route, route } from './route.ts';

const healthReply = v.strictObject({ status: v.picklist(['ok', 'degraded', 'unavailable']), ...health.entries });

const clockReply = v.strictObject({
  officeTime: instant,
  state: health.entries.clock,
  question: v.nullable(clockQuestion),
});

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
          const screen = namedOrFirst(queue.office.screens, query.screen);
          return screen ? accept(boardView(queue, at, readHealth(), screen)) : refuse({ code: 'UnknownScreen' });
        }),
    ),
  ];
}

/** `getClock` and `answerClock`. */
export function clockRoutes({ engine, health: readHealth }: RestDependencies): Route[] {
  return [
    route(
      {
        name: 'getClock',
        method: 'GET',
        path: `${API}/clock`,
        summary: "The office's time, and the question which time is right after the server's clock was changed",
        guard: staff,
        reply: { status: 200, description: 'The time', schema: clockReply },
      },
      async () =>
        accept(
          await engine.read(({ queue }, at) => ({
            officeTime: at,
            state: readHealth().clock,
            question: clockQuestionView(queue, at),
          })),
        ),
    ),
    route(
      {
        name: 'answerClock',
        method: 'POST',
        path: `${API}/clock`,
        summary: "Say which time is right: the server's clock, or the time by which the office has gone on",
        guard: supervisor,
        body: clockRequests['clock:answer'],
        reply: { status: 204, description: 'The office goes by this time from now on', schema: noContent },
      },
      async ({ body: { requestId, questionId, trust }, caller }) => {
        const answered = await runCommand(engine, { type: 'AnswerClock', questionId, trust }, requestId, caller);
        return answered.ok ? accept(undefined) : answered;
      },
    ),
  ];
}

function overall({ storage, clock, printer }: Health): 'ok' | 'degraded' | 'unavailable' {
  if (storage !== 'ok') return 'unavailable';
  return clock === 'ok' && printer === 'ok' ? 'ok' : 'degraded';
}
