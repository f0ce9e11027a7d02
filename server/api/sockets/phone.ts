/** The telephones of visitors. There may be a thousand: they are updated after the screens of the hall, a few at a time. */
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import * as v from 'valibot';
import type { Handshake, ServerEvents } from '../../../shared/protocol/protocol.ts';
import { accept } from '../../../shared/protocol/rejections.ts';
import { anyTicketId, phoneRequests } from '../../../shared/protocol/requests.ts';
import type { DurationMs, EpochMs } from '../../../shared/time.ts';
import type { OfficeStates } from '../../engine/office-engine.ts';
import { logError } from '../../log.ts';
import type { CommandBody, TicketId } from '../../queue/commands.ts';
import type { Event } from '../../queue/events.ts';
import { phoneView } from '../../queue/views/phone.ts';
import { runCommand } from '../use-cases.ts';
import type { SocketDependencies } from './dependencies.ts';
import { type Handler, type Handlers, parsed } from './request.ts';
import { nothingShown, openSession, type Requests, refusal, type Shown, ViewSender } from './session.ts';

/** One round updates every watched ticket, so changes by other tickets reach a telephone at most this often. */
const ROUND: DurationMs = 2_000;
/** Tickets updated without a pause: they take about as long as one view of the desk. */
const SLICE = 8;

const handshake = v.object({ ticket: v.pipe(anyTicketId, v.maxLength(64)) }) satisfies v.GenericSchema<
  unknown,
  Required<Pick<Handshake, 'ticket'>>
>;

type Phone = Socket<Requests, ServerEvents, DefaultEventsMap, { ticketId: TicketId }>;
type Phones = Namespace<Requests, ServerEvents, DefaultEventsMap, { ticketId: TicketId }>;

/** A ticket that at least one telephone shows. */
interface WatchedTicket {
  phones: Set<Phone>;
  shown: Shown;
}

export class PhoneAudience {
  readonly #phones: Phones;
  readonly #dependencies: SocketDependencies;
  readonly #logError: (error: unknown) => void;
  readonly #requests: Handlers<TicketId>;
  readonly #watched = new Map<TicketId, WatchedTicket>();
  readonly #sender = new ViewSender('phone');
  /** What the next round must send; a `heartbeat` also sends views that have not changed. */
  #pending: 'none' | 'changes' | 'heartbeat' = 'none';
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
    this.#phones.on('connection', (phone) => this.#connect(phone));
  }

  /**
   * Schedules updates and returns at once: first for the tickets of these events, then for all others in rounds. Without
   * events every telephone gets its view as a heartbeat.
   */
  publish(events: readonly Event[]): void {
    if (this.#watched.size === 0) return;
    const changed = events.flatMap((event) => ('ticketId' in event && event.ticketId !== null ? event.ticketId : []));
    const due = changed.filter((ticketId) => this.#watched.has(ticketId));
    if (due.length > 0) void nextTurn().then(() => this.#show(due, false));
    if (this.#pending !== 'heartbeat') this.#pending = events.length === 0 ? 'heartbeat' : 'changes';
    if (!this.#running) void this.#runRounds();
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

  #connect(phone: Phone): void {
    const { ticketId } = phone.data;
    openSession(phone, this.#requests, () => accept(ticketId), this.#dependencies);
    const watched = this.#watched.get(ticketId) ?? { phones: new Set(), shown: nothingShown() };
    this.#watched.set(ticketId, watched);
    watched.phones.add(phone);
    phone.on('disconnect', () => {
      watched.phones.delete(phone);
      if (watched.phones.size === 0 && this.#watched.get(ticketId) === watched) this.#watched.delete(ticketId);
    });
    const room = roomOf(ticketId);
    // The telephone joins its room only now: a view that is sent to the room between would come before the whole first one.
    const showFirst = ({ queue }: OfficeStates, at: EpochMs): void => {
      const view = phoneView(queue, ticketId, at);
      if (!view) {
        phone.disconnect(true);
        return;
      }
      this.#sender.sendFirst(phone, view, at, watched.shown, !this.#phones.adapter.rooms.has(room));
      void phone.join(room);
    };
    this.#dependencies.engine.read(showFirst).catch(this.#logError);
  }

  async #runRounds(): Promise<void> {
    this.#running = true;
    await nextTurn();
    while (this.#pending !== 'none' && !this.#stopped) {
      const heartbeat = this.#pending === 'heartbeat';
      this.#pending = 'none';
      const ticketIds = [...this.#watched.keys()];
      const slices = Math.max(1, Math.ceil(ticketIds.length / SLICE));
      for (let slice = 0; slice < slices && !this.#stopped; slice += 1) {
        await this.#show(ticketIds.slice(slice * SLICE, (slice + 1) * SLICE), heartbeat);
        await pause(ROUND / slices, undefined, { ref: false });
      }
    }
    this.#running = false;
  }

  async #show(ticketIds: readonly TicketId[], heartbeat: boolean): Promise<void> {
    const show = ({ queue }: OfficeStates, at: EpochMs): void => {
      for (const ticketId of ticketIds) {
        const watched = this.#watched.get(ticketId);
        if (!watched) continue;
        const view = phoneView(queue, ticketId, at);
        const phones = this.#phones.to(roomOf(ticketId));
        // A ticket of an earlier day has no view. When its telephone connects again, it gets `UnknownTicket`.
        if (!view) phones.disconnectSockets(true);
        else if (!this.#sender.send(phones, view, at, watched.shown) && heartbeat) phones.emit('alive', { at });
      }
    };
    await this.#dependencies.engine.read(show).catch(this.#logError);
  }
}

function roomOf(ticketId: TicketId): string {
  return `ticket:${ticketId}`;
}

function requestsOf({ engine }: SocketDependencies): Handlers<TicketId> {
  type Schemas = typeof phoneRequests;
  const named = <Name extends keyof Schemas>(
    name: Name,
    command: (payload: v.InferOutput<Schemas[Name]>, ticketId: TicketId) => CommandBody,
  ): [name: string, handler: Handler<TicketId>] => [
    name,
    parsed(phoneRequests[name], (payload, ticketId: TicketId) =>
      runCommand(engine, command(payload, ticketId), payload.requestId, { kind: 'visitor', id: ticketId }),
    ),
  ];
  return new Map([
    named('ticket:withdraw', (_, ticketId) => ({ type: 'WithdrawTicket', ticketId })),
    named('ticket:postpone', ({ minutes }, ticketId) => ({ type: 'PostponeTicket', ticketId, minutes })),
    named('visit:rate', ({ requestId, voteId = requestId, level, reason = null }, ticketId) => ({
      type: 'RateVisit',
      voteId,
      visit: { ticketId },
      level,
      reason,
    })),
    named('visit:take-back', ({ voteId }) => ({ type: 'TakeBackVote', voteId })),
  ]);
}
