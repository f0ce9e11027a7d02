/** One call of the API in one place: router, validation and OpenAPI are made from it. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import * as v from 'valibot';
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import { logError } from '../../log.ts';
import type { Accounts } from '../../setup/setup.ts';
import { identify } from '../access.ts';
import { parse } from '../parse.ts';
import type { Env, RestDependencies } from './dependencies.ts';
import type { Guard } from './guards.ts';
import { lines } from './ndjson.ts';
import { playableReply } from './range-reply.ts';

type Schema = v.GenericSchema;
export type ReplyType = 'json' | 'lines' | 'wav';

export interface Description {
  /** Also the operation's id in OpenAPI. */
  name: string;
  method: 'GET' | 'POST' | 'DELETE';
  /** With parameters in braces, as OpenAPI writes them. */
  path: string;
  summary: string;
  params?: v.StrictObjectSchema<v.ObjectEntries, undefined>;
  query?: v.ObjectSchema<v.ObjectEntries, undefined>;
  body?: Schema;
  reply: { status: 200 | 201 | 204; description: string; schema: Schema; type: ReplyType };
  /** Other statuses than `reply.status` and problems, with the same body. */
  also?: Readonly<Record<number, string>>;
  guard: Pick<Guard<unknown>, 'security'>;
}

/** What every call needs beside its own handler. */
type RouteDependencies = Pick<RestDependencies, 'accounts' | 'log'>;

export interface Route extends Description {
  run(context: Context<Env>, dependencies: RouteDependencies): Promise<Result<Response>>;
}

interface Call<Caller, Params extends Schema, Query extends Schema, Body extends Schema> {
  caller: Caller;
  params: v.InferOutput<Params>;
  query: v.InferOutput<Query>;
  body: v.InferOutput<Body>;
  context: Context<Env>;
}

const none = v.strictObject({});
const anything = v.object({});
export const nothing = v.undefined();

type Spec<Caller, Params, Query, Body, Reply> = Omit<Description, 'params' | 'query' | 'body' | 'guard' | 'reply'> & {
  guard: Guard<Caller>;
  params?: Params;
  query?: Query;
  body?: Body;
  reply: { status: 200 | 201 | 204; description: string; schema: Reply };
};

type Answer<Caller, Params extends Schema, Query extends Schema, Body extends Schema, Value> = (
  call: Call<Caller, Params, Query, Body>,
) => Promise<Result<Value>>;

/** A call that is answered with one JSON value, or with nothing where the status is 204. */
export function route<
  Caller,
  Reply extends Schema,
  Params extends v.StrictObjectSchema<v.ObjectEntries, undefined> = typeof none,
  Query extends v.ObjectSchema<v.ObjectEntries, undefined> = typeof anything,
  Body extends Schema = typeof nothing,
>(
  spec: Spec<Caller, Params, Query, Body, Reply>,
  answer: Answer<Caller, Params, Query, Body, v.InferInput<Reply>>,
): Route {
  return {
    ...spec,
    reply: { ...spec.reply, type: 'json' },
    async run(context, { accounts }) {
      const call = await callOf(spec, context, accounts);
      if (!call.ok) return call;
      context.status(spec.reply.status);
      const value = await answer(call.value);
      if (!value.ok) return value;
      return accept(spec.reply.status === 204 ? context.body(null) : context.json(value.value));
    },
  };
}

/** A call that is answered with one JSON value per line, sent as they come. */
export function lineRoute<
  Caller,
  Line extends Schema,
  Query extends v.ObjectSchema<v.ObjectEntries, undefined> = typeof anything,
>(
  spec: Spec<Caller, typeof none, Query, typeof nothing, Line>,
  answer: Answer<
    Caller,
    typeof none,
    Query,
    typeof nothing,
    AsyncIterable<v.InferInput<Line>> | Iterable<v.InferInput<Line>>
  >,
): Route {
  return {
    ...spec,
    reply: { ...spec.reply, type: 'lines' },
    async run(context, { accounts, log }) {
      const call = await callOf(spec, context, accounts);
      if (!call.ok) return call;
      const values = await answer(call.value);
      if (!values.ok) return values;
      const breakOff = (error: unknown): void => {
        logError(log)(error);
        context.env.outgoing.destroy();
      };
      const stream = await lines(values.value, breakOff);
      return accept(context.body(stream, 200, { 'Content-Type': 'application/x-ndjson' }));
    },
  };
}

/** A call that is answered with a WAV file; its sender may ask for a part of it or whether it has changed. */
export function soundRoute<Caller, Query extends v.ObjectSchema<v.ObjectEntries, undefined>>(
  spec: Omit<Spec<Caller, typeof none, Query, typeof nothing, Schema>, 'reply'> & { reply: { description: string } },
  answer: Answer<Caller, typeof none, Query, typeof nothing, Uint8Array>,
): Route {
  return {
    ...spec,
    // OpenAPI 3.1 describes bytes by their type alone.
    reply: { ...spec.reply, status: 200, schema: v.unknown(), type: 'wav' },
    async run(context, { accounts }) {
      const call = await callOf(spec, context, accounts);
      if (!call.ok) return call;
      const sound = await answer(call.value);
      return sound.ok ? accept(soundReply(context, sound.value)) : sound;
    },
  };
}

function soundReply(context: Context<Env>, sound: Uint8Array): Response {
  const tag = createHash('sha1').update(sound).digest('base64url');
  const file = { type: 'audio/wav', tag, size: sound.length };
  return playableReply(context, file, (from, to) => new Uint8Array(sound.subarray(from, to)));
}

/** The guard first: a caller without rights learns nothing about what a right request looks like. */
async function callOf<Caller, Params extends Schema, Query extends Schema, Body extends Schema>(
  { guard, params, query, body }: { guard: Guard<Caller>; params?: Params; query?: Query; body?: Body },
  context: Context<Env>,
  accounts: Accounts,
): Promise<Result<Call<Caller, Params, Query, Body>>> {
  const admit = (): Result<Caller> => guard.admit(identify(context.env.incoming, accounts));
  const early = admit();
  if (!early.ok) return early;
  const path = parse(params ?? none, context.req.param());
  if (!path.ok) return path;
  const search = parse(query ?? anything, context.req.query());
  if (!search.ok) return search;
  const sent = body ? await readJson(context, body) : accept(undefined);
  if (!sent.ok) return sent;
  // A body may be minutes on its way: by then the session may be over.
  const caller = admit();
  if (!caller.ok) return caller;
  return accept({ caller: caller.value, params: path.value, query: search.value, body: sent.value, context });
}

async function readJson<Body extends Schema>(
  context: Context<Env>,
  schema: Body,
): Promise<Result<v.InferOutput<Body>>> {
  // A form of another page can send text/plain without asking first, never this type.
  if (!/^application\/json\s*(;|$)/i.test(context.req.header('content-type') ?? '')) {
    return refuse({ code: 'InvalidRequest', detail: 'Content-Type: application/json' });
  }
  let content: unknown;
  try {
    content = JSON.parse(await context.req.text());
  } catch {
    return refuse({ code: 'InvalidRequest', detail: 'JSON' });
  }
  return parse(schema, content);
}
