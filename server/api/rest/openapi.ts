import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { STATUS } from '../../../shared/protocol/rejections.ts';
import { SESSION_COOKIE } from '../access.ts';
import type { ReplyType, RouteDescription } from './route.ts';

type Json = Readonly<Record<string, unknown>>;

const CONTENT_TYPES: Record<ReplyType, string> = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  wav: 'audio/wav',
};

const PROBLEM = { $ref: '#/components/schemas/Problem' };

/** OpenAPI 3.1, made from the same table and schemas as the router, without the addresses of servers. */
export function openApi(routes: readonly RouteDescription[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = paths[route.path] ?? {};
    path[route.method.toLowerCase()] = operation(route);
    paths[route.path] = path;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Đến Lượt',
      version: '1',
      description:
        'Tickets, calls and ratings of one office. Repeat a call with the same requestId when no answer came.',
    },
    paths,
    components: {
      schemas: { Problem: problemSchema() },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE, description: 'Set by signIn' },
        device: { type: 'http', scheme: 'bearer', description: 'Token of a paired kiosk, TV or rating pad' },
      },
    },
  };
}

/** `address` is the server's URL, for programs that have only a copy of the description. */
export function serversAt(address: string): Json[] {
  return [
    { url: address, description: 'The server of the office' },
    { url: '/', description: 'The server that this description was loaded from' },
  ];
}

function operation({ name, summary, guard, params, query, body, reply, also = {} }: RouteDescription): Json {
  const type = CONTENT_TYPES[reply.type];
  const content = reply.status === 204 ? {} : { content: { [type]: { schema: json(reply.schema) } } };
  const others = Object.entries(also).map(([status, description]) => [status, { description, ...content }]);
  return {
    operationId: name,
    summary,
    security: guard.security,
    parameters: [...parameters('path', params), ...parameters('query', query)],
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: json(body) } } } } : {}),
    responses: {
      [reply.status]: { description: reply.description, ...content },
      ...Object.fromEntries(others),
      default: {
        description: 'Refused: nothing was changed',
        content: { 'application/problem+json': { schema: PROBLEM } },
      },
    },
  };
}

function parameters(
  location: 'path' | 'query',
  schema: RouteDescription['params'] | RouteDescription['query'],
): Json[] {
  if (!schema) return [];
  const { required } = v.parse(v.object({ required: v.array(v.string()) }), json(schema));
  return Object.entries(schema.entries).map(([name, entry]) => {
    const { description, ...rest } = json(entry);
    const described = description === undefined ? {} : { description };
    return { name, in: location, required: required.includes(name), ...described, schema: rest };
  });
}

function problemSchema(): Json {
  return {
    ...json(
      v.object({
        type: v.string(),
        title: v.string(),
        status: v.number(),
        code: v.picklist(Object.keys(STATUS)),
        detail: v.pipe(v.string(), v.description("What is wrong and what to do, in the reader's language")),
      }),
    ),
    description: 'RFC 9457. Further members are the facts of the code, such as opensAt or retryInSeconds.',
    additionalProperties: true,
  };
}

/** JSON Schema of what a client sends or receives; checks that JSON Schema cannot express are left out. */
function json(schema: v.GenericSchema): Json {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
  });
  return rest;
}
