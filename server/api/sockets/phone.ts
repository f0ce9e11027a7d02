/** The telephones of visitors. A thousand of them may look at once: they hear after the screens of the hall, a few at a time. */
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import * as v from 'valibot';
import type { Handshake, ServerEvents } from '../../../shared/protocol/protocol.ts';
import { accept } from '../../../shared/protocol/rejections.ts';
import { phoneRequests } from '../../../shared/protocol/requests.ts';
import type { PhoneView } from '../../../shared/protocol/views/phone.ts';
import type { DurationMs, EpochMs } from '../../../shared/time.ts';
import type { OfficeStates } from '../../engine/office-engine.ts';
import { logError } from '../../log.ts';
import type { CommandBody, TicketId } from '../../queue/commands.ts';
import type { Event } from '../../queue/events.ts';
import { phoneView } from '../../queue/views/phone.ts';
import { carryOut } from '../use-cases.ts';
import type { SocketDependencies } from './dependencies.ts';
import { type Handler, type Handlers, parsed } from './request.ts';
import { openSession, type Requests, refusal, Stamp } from './session.ts';

/** Every ticket is looked at once in a round, so that a telephone hears of what is not about itself at most this often. */
const ROUND: DurationMs = 2_000;
/** Tickets looked at in one go: about as long as one view of the desk takes. */
const SLICE = 8;

const handshake = v.object({ ticket: v.pipe(v.string(), v.maxLength(64)) }) satisfies v.GenericSchema<
  unknown,
  Required<Pick<Handshake, 'ticket'>>
>;

type Phone = Socket<Requests, ServerEvents<PhoneView>, DefaultEventsMap, { ticketId: TicketId }>;
type Phones = Namespace<Requests, ServerEvents<PhoneView>, DefaultEventsMap, { ticketId: TicketId }>;

/** A ticket that somebody looks at. */
interface Watched {
  phones: Set<Phone>;
  /** Empty when one of the telephones may show something else. */
  shown: string;
}

export class PhoneAudience {
  readonly #phones: Phones;
  readonly #dependencies: SocketDependencies;
  readonly #logError: (error: unknown) => void;
  readonly #requests: Handlers<TicketId>;
  readonly #watched = new Map<TicketId, Watched>();
  readonly #stamp = new Stamp();
  /** What the next round is for; `life` shows also what has not changed. */
  #wanted: 'nothing' | 'changes' | 'life' = 'nothing';
  #running = false;
  #stopped = false;

  constructor(phones: Phones, dependencies: SocketDependencies) {
    this.#phones = phones;
    this.#dependencies = dependencies;
    this.#logError = logError(dependencies.log);
    this.#requests = requestsOf(dependencies);
  }

  start(): void {
    this.#phones.use((phone, next) => {
      this.#admit(phone).then(
        (known) => next(known ? undefined : refusal({ code: 'UnknownTicket' })),
        (error) => {
          this.#logError(error);
          next(refusal({ code: 'StorageUnavailable' }));
        },
      );
    });
    this.#phones.on('connection', (phone) => this.#welcome(phone));
  }

  /**
   * Tickets that these events are about are shown at once, all others in turn; without events every one, as a sign of life.
   * Costs the caller next to nothing.
   */
  publish(events: readonly Event[]): void {
    if (this.#watched.size === 0) return;
    const touched = events.flatMap((event) => ('ticketId' in event && event.ticketId !== null ? event.ticketId : []));
    const due = touched.filter((ticketId) => this.#watched.has(ticketId));
    if (due.length > 0) void turn().then(() => this.#show(due, false));
    if (this.#wanted !== 'life') this.#wanted = events.length === 0 ? 'life' : 'changes';
    if (!this.#running) void this.#goRound();
  }

  stop(): void {
    this.#stopped = true;
  }

  async #admit(phone: Phone): Promise<boolean> {
    const auth = v.safeParse(handshake, phone.handshake.auth);
    if (!auth.success) return false;
    const { ticket } = auth.output;
    phone.data.ticketId = ticket;
    return this.#dependencies.engine.read(({ queue }) => queue.tickets.has(ticket));
  }

  #welcome(phone: Phone): void {
    const { ticketId } = phone.data;
    openSession(phone, this.#requests, () => accept(ticketId), this.#dependencies);
    const watched = this.#watched.get(ticketId) ?? { phones: new Set(), shown: '' };
    this.#watched.set(ticketId, watched);
    watched.phones.add(phone);
    phone.on('disconnect', () => {
      watched.phones.delete(phone);
      if (watched.phones.size === 0 && this.#watched.get(ticketId) === watched) this.#watched.delete(ticketId);
    });
    const look = ({ queue }: OfficeStates, at: EpochMs): void => {
      const view = phoneView(queue, ticketId, at);
      const shown = JSON.stringify(view);
      if (shown !== watched.shown) watched.shown = watched.phones.size === 1 ? shown : '';
      this.#showTo([phone], view, at);
    };
    this.#dependencies.engine.read(look).catch(this.#logError);
  }

  async #goRound(): Promise<void> {
    this.#running = true;
    await turn();
    while (this.#wanted !== 'nothing' && !this.#stopped) {
      const alive = this.#wanted === 'life';
      this.#wanted = 'nothing';
      const ticketIds = [...this.#watched.keys()];
      const slices = Math.max(1, Math.ceil(ticketIds.length / SLICE));
      for (let slice = 0; slice < slices && !this.#stopped; slice += 1) {
        await this.#show(ticketIds.slice(slice * SLICE, (slice + 1) * SLICE), alive);
        await pause(ROUND / slices, undefined, { ref: false });
      }
    }
    this.#running = false;
  }

  async #show(ticketIds: readonly TicketId[], alive: boolean): Promise<void> {
    const look = ({ queue }: OfficeStates, at: EpochMs): void => {
      for (const ticketId of ticketIds) {
        const watched = this.#watched.get(ticketId);
        if (!watched) continue;
        const view = phoneView(queue, ticketId, at);
        const shown = JSON.stringify(view);
        if (shown === watched.shown && !alive) continue;
        watched.shown = shown;
        this.#showTo([...watched.phones], view, at);
      }
    };
    await this.#dependencies.engine.read(look).catch(this.#logError);
  }

  /** A ticket of yesterday has no view: its telephone connects again and gets `UnknownTicket`. */
  #showTo(phones: readonly Phone[], view: PhoneView | null, at: EpochMs): void {
    const stamped = view && this.#stamp.on(view, at);
    for (const phone of phones) {
      if (stamped) phone.emit('view', stamped);
      else phone.disconnect(true);
    }
  }
}

function requestsOf({ engine }: SocketDependencies): Handlers<TicketId> {
  type Schemas = typeof phoneRequests;
  const named = <Name extends keyof Schemas>(
    name: Name,
    command: (payload: v.InferOutput<Schemas[Name]>, ticketId: TicketId) => CommandBody,
  ): [name: string, handler: Handler<TicketId>] => [
    name,
    parsed(phoneRequests[name], (payload, ticketId: TicketId) =>
      carryOut(engine, command(payload, ticketId), payload.requestId, { kind: 'visitor', id: ticketId }),
    ),
  ];
  return new Map([
    named('ticket:withdraw', (_, ticketId) => ({ type: 'WithdrawTicket', ticketId })),
    named('ticket:postpone', ({ minutes }, ticketId) => ({ type: 'PostponeTicket', ticketId, minutes })),
    named('visit:rate', ({ level, reason = null }, ticketId) => ({
      type: 'RateVisit',
      visit: { ticketId },
      level,
      reason,
    })),
  ]);
}
