/** Describes an operation of the API in one place: router, validation and OpenAPI are made from the description. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import * as v from 'valibot';
import { accept, type Result } from '../../../shared/protocol/rejections.ts';
import { logError } from '../../log.ts';
import type { Accounts } from '../../setup/setup.ts';
import { identify } from '../access.ts';
import { parse } from '../parse.ts';
import type { Env, RestDependencies } from './dependencies.ts';
import type { Guard } from './guards.ts';
import { BODY_BYTES, jsonBody } from './json-body.ts';
import { ndjsonStream } from './ndjson.ts';
import { rangeReply } from './range-reply.ts';

type Schema = v.GenericSchema;
export type ReplyType = 'json' | 'ndjson' | 'wav';

export interface RouteDescription {
  /** The operation's id in OpenAPI. */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With parameters in braces, as OpenAPI writes them. */
  path: string;
  summary: string;
  params?: v.StrictObjectSchema<v.ObjectEntries, undefined>;
  query?: v.ObjectSchema<v.ObjectEntries, undefined>;
  body?: Schema;
  /** How long a body may be; `BODY_BYTES` when not given. */
  bodyBytes?: number;
  reply: { status: 200 | 201 | 204; description: string; schema: Schema; type: ReplyType };
  /** Descriptions of further statuses, beside `reply.status` and problems, that have the same body. */
  also?: Readonly<Record<number, string>>;
  guard: Pick<Guard<unknown>, 'security'>;
}

/** What every operation needs beside its own handler. */
type RouteDependencies = Pick<RestDependencies, 'accounts' | 'log'>;

export interface Route extends RouteDescription {
  run(context: Context<Env>, dependencies: RouteDependencies): Promise<Result<Response>>;
}

interface ParsedRequest<Caller, Params extends Schema, Query extends Schema, Body extends Schema> {
  caller: Caller;
  params: v.InferOutput<Params>;
  query: v.InferOutput<Query>;
  body: v.InferOutput<Body>;
  context: Context<Env>;
}

const noParams = v.strictObject({});
const anyQuery = v.object({});
/** For operations without a body in the request, and for replies with the status 204. */
export const noContent = v.undefined();

type Spec<Caller, Params, Query, Body, Reply> = Omit<
  RouteDescription,
  'params' | 'query' | 'body' | 'guard' | 'reply'
> & {
  guard: Guard<Caller>;
  params?: Params;
  query?: Query;
  body?: Body;
  reply: { status: 200 | 201 | 204; description: string; schema: Reply };
};

type Handler<Caller, Params extends Schema, Query extends Schema, Body extends Schema, Value> = (
  request: ParsedRequest<Caller, Params, Query, Body>,
) => Promise<Result<Value>>;

/** An operation that replies with one JSON value, or without a body when its status is 204. */
export function route<
  Caller,
  Reply extends Schema,
  Params extends v.StrictObjectSchema<v.ObjectEntries, undefined> = typeof noParams,
  Query extends v.ObjectSchema<v.ObjectEntries, undefined> = typeof anyQuery,
  Body extends Schema = typeof noContent,
>(
  spec: Spec<Caller, Params, Query, Body, Reply>,
  handler: Handler<Caller, Params, Query, Body, v.InferInput<Reply>>,
): Route {
  return {
    ...spec,
    reply: { ...spec.reply, type: 'json' },
    async run(context, { accounts }) {
      const request = await parseRequest(spec, context, accounts);
      if (!request.ok) return request;
      context.status(spec.reply.status);
      const value = await handler(request.value);
      if (!value.ok) return value;
      return accept(spec.reply.status === 204 ? context.body(null) : context.json(value.value));
    },
  };
}

/** An operation that replies with one JSON value per line, streamed. */
export function ndjsonRoute<
  Caller,
  Line extends Schema,
  Query extends v.ObjectSchema<v.ObjectEntries, undefined> = typeof anyQuery,
>(
  spec: Spec<Caller, typeof noParams, Query, typeof noContent, Line>,
  handler: Handler<
    Caller,
    typeof noParams,
    Query,
    typeof noContent,
    AsyncIterable<v.InferInput<Line>> | Iterable<v.InferInput<Line>>
  >,
): Route {
  return {
    ...spec,
    reply: { ...spec.reply, type: 'ndjson' },
    async run(context, { accounts, log }) {
      const request = await parseRequest(spec, context, accounts);
      if (!request.ok) return request;
      const values = await handler(request.value);
      if (!values.ok) return values;
      const abort = (error: unknown): void => {
        logError(log)(error);
        context.env.outgoing.destroy();
      };
      const stream = await ndjsonStream(values.value, abort);
      return accept(context.body(stream, 200, { 'Content-Type': 'application/x-ndjson' }));
    },
  };
}

/** An operation that replies with a WAV file, with ranges and revalidation. */
export function wavRoute<Caller, Query extends v.ObjectSchema<v.ObjectEntries, undefined>>(
  spec: Omit<Spec<Caller, typeof noParams, Query, typeof noContent, Schema>, 'reply'> & {
    reply: { description: string };
  },
  handler: Handler<Caller, typeof noParams, Query, typeof noContent, Uint8Array>,
): Route {
  return {
    ...spec,
    // OpenAPI 3.1 describes binary content by its media type alone.
    reply: { ...spec.reply, status: 200, schema: v.unknown(), type: 'wav' },
    async run(context, { accounts }) {
      const request = await parseRequest(spec, context, accounts);
      if (!request.ok) return request;
      const wav = await handler(request.value);
      return wav.ok ? accept(wavReply(context, wav.value)) : wav;
    },
  };
}

function wavReply(context: Context<Env>, wav: Uint8Array): Response {
  const etag = `"${createHash('sha1').update(wav).digest('base64url')}"`;
  const content = { type: 'audio/wav', etag, size: wav.length };
  return rangeReply(context, content, (from, to) => new Uint8Array(wav.subarray(from, to)));
}

/** Checks the guard before the schemas, so that a caller without rights learns nothing about valid requests. */
async function parseRequest<Caller, Params extends Schema, Query extends Schema, Body extends Schema>(
  {
    guard,
    params,
    query,
    body,
    bodyBytes = BODY_BYTES,
  }: { guard: Guard<Caller>; params?: Params; query?: Query; body?: Body; bodyBytes?: number },
  context: Context<Env>,
  accounts: Accounts,
): Promise<Result<ParsedRequest<Caller, Params, Query, Body>>> {
  const admit = (): Result<Caller> => guard.admit(identify(context.env.incoming, accounts));
  const early = admit();
  if (!early.ok) return early;
  const path = parse(params ?? noParams, context.req.param());
  if (!path.ok) return path;
  const search = parse(query ?? anyQuery, context.req.query());
  if (!search.ok) return search;
  const json = body ? await jsonBody(context.env.incoming, bodyBytes) : accept(undefined);
  if (!json.ok) return json;
  const sent = body ? parse(body, json.value) : json;
  if (!sent.ok) return sent;
  // The guard again: a body may take minutes to arrive, and the session may have ended meanwhile.
  const caller = admit();
  if (!caller.ok) return caller;
  return accept({ caller: caller.value, params: path.value, query: search.value, body: sent.value, context });
}
