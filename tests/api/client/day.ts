// The day of an office as another program would run it: by a client whose types are generated from the API's description.
// Not compiled with the other tests, because client.test.ts generates the types first.
import createClient from 'openapi-fetch';
import type { paths } from '../../../.cache/client/schema.ts';

/** What an operation answers; the day ends with an error where it is refused. */
async function answered<Data>(answer: Promise<{ data?: Data; error?: unknown; response: Response }>): Promise<Data> {
  const { data, error, response } = await answer;
  if (!response.ok || data === undefined) throw new Error(`${response.status} ${JSON.stringify(error)}`);
  return data;
}

/** Returns what happened in the day; `day` is the office's date. */
export async function playDay(baseUrl: string, account: { username: string; password: string }, day: string) {
  let requests = 0;
  const requestId = () => {
    requests += 1;
    return `request-of-client-${requests}`;
  };
  const visitor = createClient<paths>({ baseUrl });
  const office = await answered(visitor.GET('/api/v1/office'));
  const serviceId = office.services.find(({ letter }) => letter === 'A')?.id ?? '';
  const counter = office.counters.find(({ services }) => services.includes(serviceId));
  const path = { counterId: counter?.id ?? '' };
  const ticket = await answered(visitor.POST('/api/v1/tickets', { body: { requestId: requestId(), serviceId } }));
  const again = await visitor.POST('/api/v1/tickets', {
    body: { requestId: requestId(), serviceId: 'no-such-service' },
  });
  const problem = again.error?.code;

  const { response } = await visitor.POST('/api/v1/session', { body: account });
  const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0]);
  const clerk = createClient<paths>({ baseUrl, headers: { cookie: cookie.join('; ') } });
  const body = () => ({ requestId: requestId() });
  await answered(clerk.POST('/api/v1/counters/{counterId}/open', { params: { path }, body: body() }));
  const calling = await answered(
    clerk.POST('/api/v1/counters/{counterId}/call-next', { params: { path }, body: body() }),
  );
  const board = await answered(visitor.GET('/api/v1/board'));
  await answered(clerk.POST('/api/v1/counters/{counterId}/start', { params: { path }, body: body() }));
  await answered(clerk.POST('/api/v1/counters/{counterId}/finish', { params: { path }, body: body() }));
  const status = await answered(
    visitor.GET('/api/v1/tickets/{ticketId}', { params: { path: { ticketId: ticket.id } } }),
  );
  await answered(visitor.POST('/api/v1/ratings', { body: { ...body(), ticketId: ticket.id, level: 5 } }));

  const slots = await answered(clerk.GET('/api/v1/appointments/slots', { params: { query: { serviceId, day } } }));
  const booked = await clerk.GET('/api/v1/appointments', { params: { query: { day } } });
  const health = await answered(visitor.GET('/healthz'));
  return {
    number: ticket.number,
    problem,
    called: calling.current?.number,
    onBoard: JSON.stringify(board).includes(ticket.number),
    status: status.status,
    slots: slots.length,
    booked: booked.data?.length,
    storage: health.storage,
  };
}

/** Never called: a call without a required parameter must not compile. */
export function incomplete(client: ReturnType<typeof createClient<paths>>): void {
  // @ts-expect-error: `serviceId` and `day` are required
  void client.GET('/api/v1/appointments/slots', {});
  // @ts-expect-error: `day` is required
  void client.GET('/api/v1/appointments', { params: { query: {} } });
  // @ts-expect-error: `counter` and `language` are required
  void client.GET('/voice/call.wav', { params: { query: { number: 'A001' } } });
  // @ts-expect-error: `step` is required
  void client.GET('/voice/help.wav', { params: { query: { language: 'vi' } } });
}
