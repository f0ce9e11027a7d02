import * as v from 'valibot';
import type { CounterVerb } from '../../../shared/protocol/requests.ts';
import { counterView } from '../../../shared/protocol/views/desk.ts';
import { counterCommands, readCounter, runCounterCommand } from '../use-cases.ts';
import { API, type RestDependencies } from './dependencies.ts';
import { staff } from './guards.ts';
import { type Route, route } from './route.ts';

const SUMMARIES = {
  open: 'Sit down at the counter',
  'call-next': 'Call the next visitor by the rule of the office',
  recall: 'Call the same visitor once more',
  start: 'The visitor is here: serving starts',
  finish: 'The visit is done',
  miss: 'The visitor did not come',
  away: 'Send the visitor to fix papers, with a come-back slip',
  transfer: 'Send the visitor to another service; the arrival time stays',
  call: 'Call a chosen ticket out of order; the reason is journalled',
  pause: 'Stop calling for a while; the reason is journalled',
  resume: 'Go on calling',
  close: 'Leave the counter',
} as const satisfies Record<CounterVerb, string>;

const counterParams = v.strictObject({ counterId: v.string() });

export function counterRoutes({ engine }: RestDependencies): Route[] {
  const path = `${API}/counters/{counterId}`;
  const reply = { status: 200, description: 'The counter as it is now', schema: counterView } as const;
  const postVerb = (verb: CounterVerb): Route =>
    route(
      {
        name: `counter-${verb}`,
        method: 'POST',
        path: `${path}/${verb}`,
        summary: SUMMARIES[verb],
        guard: staff,
        params: counterParams,
        body: counterCommands[verb],
        reply,
      },
      ({ params, body, caller }) => runCounterCommand(engine, params.counterId, body, caller),
    );
  const getCounter = route(
    {
      name: 'getCounter',
      method: 'GET',
      path,
      summary: 'A counter, its clerk and the ticket there',
      guard: staff,
      params: counterParams,
      reply,
    },
    ({ params }) => readCounter(engine, params.counterId),
  );
  return [getCounter, ...Object.keys(SUMMARIES).filter(isVerb).map(postVerb)];
}

function isVerb(name: string): name is CounterVerb {
  return Object.hasOwn(counterCommands, name);
}
