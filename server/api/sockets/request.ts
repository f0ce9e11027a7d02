import type { GenericSchema, InferOutput } from 'valibot';
import { type Result, refuse } from '../../../shared/protocol/rejections.ts';
import { type Log, logError } from '../../log.ts';
import { parse } from '../parse.ts';

/** Handles one kind of request; `input` is the untrusted payload. */
export type Handler<Caller> = (input: unknown, caller: Caller) => Promise<Result<unknown>>;

/** By event name; a map, so that `constructor` is an unknown request and not a method. */
export type Handlers<Caller> = ReadonlyMap<string, Handler<Caller>>;

/** A handler whose payload is validated by a schema first. */
export function parsed<Schema extends GenericSchema, Caller>(
  schema: Schema,
  act: (payload: InferOutput<Schema>, caller: Caller) => Promise<Result<unknown>>,
): Handler<Caller> {
  return async (input, caller) => {
    const payload = parse(schema, input);
    return payload.ok ? act(payload.value, caller) : payload;
  };
}

/** Handles one socket event. A request without an acknowledgement callback cannot be answered, so it is ignored. */
export async function handle<Caller>(
  handlers: Handlers<Caller>,
  caller: Result<Caller>,
  name: string,
  args: readonly unknown[],
  log: Log,
): Promise<void> {
  const acknowledge = args.at(-1);
  if (typeof acknowledge !== 'function') return;
  const handler = handlers.get(name);
  if (!handler) acknowledge(refuse({ code: 'UnknownRequest' }));
  else if (!caller.ok) acknowledge(caller);
  else acknowledge(await runSafely(() => handler(args.length === 2 ? args[0] : undefined, caller.value), log));
}

/** Turns an exception into a refusal: without an answer the page would repeat the request forever. */
async function runSafely(run: () => Promise<Result<unknown>>, log: Log): Promise<Result<unknown>> {
  try {
    return await run();
  } catch (error) {
    logError(log)(error);
    return refuse({ code: 'InternalError' });
  }
}
