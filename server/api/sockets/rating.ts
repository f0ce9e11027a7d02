import { findTicket, rateVisit, takeBackVote } from '../../../shared/protocol/requests.ts';
import type { Actor } from '../../queue/commands.ts';
import { ratingView } from '../../queue/views/rating.ts';
import { deviceActor } from '../access.ts';
import { findHeldTicket, rate, takeBack } from '../use-cases.ts';
import type { AudienceRules } from './audience.ts';
import type { SocketDependencies } from './dependencies.ts';
import { parsed } from './request.ts';

export function ratingRules({ engine, health }: SocketDependencies): AudienceRules<'rating', Actor> {
  return {
    name: 'rating',
    pairsAs: 'rating',
    admit: (identity) => deviceActor(identity, 'rating'),
    view: ({ queue }, at) => ratingView(queue, at, health()),
    requests: new Map([
      ['visit:rate', parsed(rateVisit, (vote, actor: Actor) => rate(engine, vote, actor))],
      ['visit:take-back', parsed(takeBackVote, (vote, actor: Actor) => takeBack(engine, vote, actor))],
      ['ticket:find', parsed(findTicket, ({ ticketId }) => findHeldTicket(engine, ticketId))],
    ]),
  };
}
