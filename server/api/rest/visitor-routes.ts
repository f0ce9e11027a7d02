import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { accept, refuse } from '../../../shared/protocol/rejections.ts';
import { anyTicketId, issueTicket, rateVisit, takeBackVote } from '../../../shared/protocol/requests.ts';
import { whole } from '../../../shared/protocol/views/common.ts';
import { issuedTicket, ticketView } from '../../../shared/protocol/views/ticket.ts';
import { ticketView as viewOfTicket } from '../../queue/views/ticket.ts';
import { issue, rate, takeBack } from '../use-cases.ts';
import { API, type RestDependencies } from './dependencies.ts';
import { known, screen } from './guards.ts';
import { noContent, type Route, route } from './route.ts';

const ratingReply = v.strictObject({ level: whole, voteId: takeBackVote.entries.voteId });

export function visitorRoutes({ engine }: RestDependencies): Route[] {
  return [
    route(
      {
        name: 'issueTicket',
        method: 'POST',
        path: `${API}/tickets`,
        summary: 'Take a ticket; the same requestId again answers the same ticket',
        guard: screen('kiosk'),
        body: issueTicket,
        reply: { status: 201, description: 'The ticket', schema: issuedTicket },
      },
      ({ body, caller }) => issue(engine, body, caller),
    ),
    route(
      {
        name: 'getTicket',
        method: 'GET',
        path: `${API}/tickets/{ticketId}`,
        summary: "Where one of today's tickets stands",
        guard: known,
        params: v.strictObject({ ticketId: anyTicketId }),
        reply: { status: 200, description: 'The ticket', schema: ticketView },
      },
      async ({ params }) => {
        const view = await engine.read(({ queue }, at) => viewOfTicket(queue, params.ticketId, at));
        return view ? accept(view) : refuse({ code: 'UnknownTicket' });
      },
    ),
    route(
      {
        name: 'rateVisit',
        method: 'POST',
        path: `${API}/ratings`,
        summary:
          'Rate a finished visit, or the office without a ticket; the same voteId again changes the vote, within ten minutes',
        guard: screen('rating'),
        body: rateVisit,
        reply: {
          status: 201,
          description: 'The vote is taken; without a ticket it may be kept apart',
          schema: ratingReply,
        },
      },
      async ({ body, caller }) => {
        const rated = await rate(engine, body, caller);
        return rated.ok ? accept({ level: body.level, voteId: body.voteId ?? body.requestId }) : rated;
      },
    ),
    route(
      {
        name: 'takeBackVote',
        method: 'DELETE',
        path: `${API}/ratings/{voteId}`,
        summary: 'Take a vote back, within ten minutes; the same voteId may be given again',
        guard: screen('rating'),
        params: v.strictObject({ voteId: takeBackVote.entries.voteId }),
        reply: { status: 204, description: 'Taken back', schema: noContent },
      },
      async ({ params: { voteId }, caller }) => {
        const done = await takeBack(engine, { requestId: randomUUID(), voteId }, caller);
        return done.ok ? accept(undefined) : done;
      },
    ),
  ];
}
