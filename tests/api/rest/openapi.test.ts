import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { STATUS } from '../../../shared/protocol/rejections.ts';
import { ADMIN } from '../../server/office.ts';
import { requestId } from '../../server/screen.ts';
import { sharedRestServer } from './rest-server.ts';
import { named, table } from './routes.ts';

const methodName = v.picklist(['get', 'post', 'put', 'delete']);

/** The subset of OpenAPI 3.1 that this API uses; unknown fields are errors. https://spec.openapis.org/oas/v3.1.0 */
const schema = v.union([v.strictObject({ $ref: v.string() }), v.looseObject({ type: v.optional(v.string()) })]);
const content = v.record(v.pipe(v.string(), v.regex(/^\w+\/[\w+-]+$/)), v.strictObject({ schema }));
const response = v.strictObject({ description: v.pipe(v.string(), v.minLength(1)), content: v.optional(content) });
const parameter = v.strictObject({
  name: v.string(),
  in: v.picklist(['path', 'query', 'header', 'cookie']),
  required: v.boolean(),
  description: v.optional(v.string()),
  schema,
});
const operation = v.strictObject({
  operationId: v.string(),
  summary: v.pipe(v.string(), v.minLength(1)),
  security: v.array(v.record(v.string(), v.array(v.string()))),
  parameters: v.array(parameter),
  requestBody: v.optional(v.strictObject({ required: v.boolean(), content })),
  responses: v.record(v.pipe(v.string(), v.regex(/^([1-5]\d\d|default)$/)), response),
});
const openApi31 = v.strictObject({
  openapi: v.literal('3.1.0'),
  info: v.strictObject({ title: v.string(), version: v.string(), description: v.string() }),
  servers: v.array(v.strictObject({ url: v.string(), description: v.string() })),
  paths: v.record(v.pipe(v.string(), v.startsWith('/')), v.record(methodName, operation)),
  components: v.strictObject({
    schemas: v.record(v.string(), schema),
    securitySchemes: v.record(v.string(), v.looseObject({ type: v.picklist(['apiKey', 'http']) })),
  }),
});

/** A valid value of each required query parameter. */
const VALUES: Record<string, string> = {
  serviceId: 'land',
  day: '2026-11-30',
  number: 'A001',
  counter: '1',
  language: 'vi',
  step: 'services',
};

describe('the OpenAPI description', () => {
  const server = sharedRestServer();
  const description = async () => v.parse(openApi31, (await server().send({ path: '/api/v1/openapi.json' })).json);

  it('is well-formed OpenAPI 3.1 and lists every operation once', async () => {
    const { paths } = await description();
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    expect(operations).toHaveLength(table.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(table.length);
  });

  it('declares every path parameter, security scheme and reference that it uses', async () => {
    const document = await description();
    for (const [path, operations] of Object.entries(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters, security } of Object.values(operations)) {
        expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(inPath);
        for (const scheme of security.flatMap(Object.keys)) {
          expect(Object.keys(document.components.securitySchemes)).toContain(scheme);
        }
      }
    }
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target);
    expect(new Set(references)).toEqual(new Set(['#/components/schemas/Problem']));
  });

  it('lists every code of a problem, and the fields of a ticket request', async () => {
    const { components, paths } = await description();
    expect(components.schemas.Problem).toMatchObject({ properties: { code: { enum: Object.keys(STATUS) } } });
    expect(paths['/api/v1/tickets']?.post?.requestBody?.content['application/json']).toMatchObject({
      schema: {
        type: 'object',
        required: ['requestId', 'serviceId'],
        additionalProperties: false,
        properties: { requestId: { type: 'string' }, ticketClass: { type: 'string' } },
      },
    });
  });

  it('names the server, and says which query parameters an operation needs', async () => {
    const { servers, paths } = await description();
    expect(servers.map(({ url }) => url)).toEqual(['http://192.168.1.5:8080', '/']);
    const needed = (path: string) =>
      paths[path]?.get?.parameters.filter(({ required }) => required).map(({ name }) => name);
    expect(needed('/api/v1/appointments/slots')).toEqual(['serviceId', 'day']);
    expect(needed('/api/v1/appointments')).toEqual(['day']);
    expect(needed('/voice/call.wav')).toEqual(['number', 'counter', 'language']);
    expect(needed('/voice/help.wav')).toEqual(['step', 'language']);
    expect([needed('/api/v1/board'), needed('/api/v1/events')]).toEqual([[], []]);
  });

  it.each(named.filter(([, { query }]) => query))(
    'requires of %s exactly the parameters without which it is refused',
    async (_, route) => {
      const { paths } = await description();
      const headers = await server().cookie(ADMIN);
      const parameters = paths[route.path]?.get?.parameters ?? [];
      const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
      const isInvalid = async (names: readonly string[]): Promise<boolean> => {
        const query = new URLSearchParams(names.map((name) => [name, VALUES[name] ?? '']));
        const { json } = await server().send({ path: `${route.address}?${query}`, headers });
        return v.is(v.object({ code: v.literal('InvalidRequest') }), json);
      };
      expect(await isInvalid(required)).toBe(false);
      for (const name of required)
        expect([name, await isInvalid(required.filter((other) => other !== name))]).toEqual([name, true]);
    },
  );

  it.each(named)('matches the response of %s', async (_, { method, path, address, reply }) => {
    const { paths } = await description();
    const described = paths[path]?.[v.parse(methodName, method.toLowerCase())];
    const headers = path.endsWith('/session') ? {} : await server().cookie(ADMIN);
    const body = method === 'POST' ? { requestId: requestId() } : undefined;
    const response = await server().send({ method, path: address, headers, body });
    const expected = described?.responses[response.status] ?? described?.responses.default;
    const [type] = Object.keys(expected?.content ?? {});
    expect(response.headers['content-type']).toBe(type);
    if (response.status === reply.status && reply.type === 'json' && reply.status !== 204) {
      expect(v.safeParse(reply.schema, response.json).issues).toBeUndefined();
    }
  });
});
