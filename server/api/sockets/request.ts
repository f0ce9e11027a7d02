import type { GenericSchema, InferOutput } from 'valibot';
import { type Result, refuse } from '../../../shared/protocol/rejections.ts';
import { type Log, logError } from '../../log.ts';
import { parse } from '../parse.ts';

/** Answers one kind of request; `input` is what came over the wire, not yet parsed. */
export type Handler<Who> = (input: unknown, who: Who) => Promise<Result<unknown>>;

/** By event name; a map, so that `constructor` is an unknown request and not a method. */
export type Handlers<Who> = ReadonlyMap<string, Handler<Who>>;

/** A handler that gets only what its schema let through. */
export function parsed<Schema extends GenericSchema, Who>(
  schema: Schema,
  act: (payload: InferOutput<Schema>, who: Who) => Promise<Result<unknown>>,
): Handler<Who> {
  return async (input, who) => {
    const payload = parse(schema, input);
    return payload.ok ? act(payload.value, who) : payload;
  };
}

/** Answers one socket event. Without an acknowledgement there is no way to answer, so nothing is done. */
export async function handle<Who>(
  handlers: Handlers<Who>,
  who: Result<Who>,
  name: string,
  args: readonly unknown[],
  log: Log,
): Promise<void> {
  const acknowledge = args.at(-1);
  if (typeof acknowledge !== 'function') return;
  const handler = handlers.get(name);
  if (!handler) acknowledge(refuse({ code: 'UnknownRequest' }));
  else if (!who.ok) acknowledge(who);
  else acknowledge(await answer(() => handler(args.length === 2 ? args[0] : undefined, who.value), log));
}

/** A bug refuses one request; unanswered, the page would ask again and again. */
async function answer(ask: () => Promise<Result<unknown>>, log: Log): Promise<Result<unknown>> {
  try {
    return await ask();
  } catch (error) {
    logError(log)(error);
    return refuse({ code: 'InternalError' });
  }
}
