/** What all kinds of screens have in common (telephones are separate): admission, requests, and whole views. */
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import type { Audience, Audiences, ServerEvents } from '../../../shared/protocol/protocol.ts';
import { accept, type Rejection, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import type { DeviceKind } from '../../../shared/protocol/views/common.ts';
import type { DurationMs, EpochMs } from '../../../shared/time.ts';
import type { OfficeStates } from '../../engine/office-engine.ts';
import { logError } from '../../log.ts';
import type { Event } from '../../queue/events.ts';
import type { Device } from '../../setup/accounts/devices.ts';
import { addressOf, type Identity, identify, isSameMachine } from '../access.ts';
import type { SocketDependencies } from './dependencies.ts';
import { fieldsOf, type HandshakeFields, requestOf } from './handshake.ts';
import type { Handlers } from './request.ts';
import { nothingShown, openSession, type Requests, refusal, type Shown, ViewSender } from './session.ts';

/** `Caller` identifies the sender of a request: the actor of a device, or a member of staff. */
export interface AudienceRules<A extends Audience, Caller, View = Audiences[A]['view']> {
  name: A;
  /** Null when this audience is not open to the identity. */
  admit(identity: Identity, fields: HandshakeFields): Caller | null;
  /** Refuses a handshake for something that does not exist, such as an unknown screen, before the identity is checked. */
  refuse?(fields: HandshakeFields): Rejection | null;
  /** As which kind an unpaired device shows a pairing code; null when unpaired devices are refused. */
  pairsAs: DeviceKind | null;
  view(states: OfficeStates, at: EpochMs): View;
  /** Adds the parts of a view that depend on the caller. */
  complete?(view: View, caller: Caller): Audiences[A]['view'];
  /** Callers of one group share one completed view; without groups a view with a part of the caller's own is completed for each socket. */
  group?(caller: Caller): string;
  /** Whether the caller must see this event at once; other changes are shown at most twice a second. */
  isUrgent?(event: Event, caller: Caller): boolean;
  requests: Handlers<Caller>;
}

/** A change is shown at once; those within this time after it are shown together, unless they are urgent. */
const PAUSE: DurationMs = 500;
/** The beginning of the name of every socket.io room of admitted screens. */
const ADMITTED = 'admitted';

/** `since`: when the socket connected, by the monotonic clock. */
type ScreenData = { since: DurationMs };
type Screen = Socket<Requests, ServerEvents, DefaultEventsMap, ScreenData>;
type Screens = Namespace<Requests, ServerEvents, DefaultEventsMap, ScreenData>;

/** The sockets of one room, which all show the same view. */
interface Group<Caller> {
  /** The caller of one of the sockets. */
  caller: Caller;
  shown: Shown;
  /** By `performance.now()`. */
  shownAt: number;
}

export class ScreenAudience<A extends Audience, Caller, View> {
  readonly #rules: AudienceRules<A, Caller, View>;
  readonly #dependencies: SocketDependencies;
  readonly #logError: (error: unknown) => void;
  readonly #screens: Screens;
  readonly #devicesChanged: () => void;
  readonly #sender: ViewSender<A>;
  /** By the name of the room. */
  readonly #groups = new Map<string, Group<Caller>>();
  #delayed: NodeJS.Timeout | null = null;

  /** `devicesChanged` is called when a paired device connects or disconnects. */
  constructor(
    screens: Screens,
    rules: AudienceRules<A, Caller, View>,
    dependencies: SocketDependencies,
    devicesChanged: () => void,
  ) {
    this.#screens = screens;
    this.#rules = rules;
    this.#sender = new ViewSender(rules.name);
    this.#dependencies = dependencies;
    this.#logError = logError(dependencies.log);
    this.#devicesChanged = devicesChanged;
  }

  start(): void {
    this.#screens.use((socket, next) => {
      const refused = this.#rules.refuse?.(fieldsOf(socket)) ?? null;
      if (refused) next(refusal(refused));
      else if (this.#rules.pairsAs || this.#caller(socket)) next();
      else next(refusal({ code: 'SignInRequired' }));
    });
    this.#screens.on('connection', (socket) => this.#connect(socket));
  }

  /** Shows the new state to every admitted screen, if its view has changed. With `alive`, screens without a change get a sign of life. */
  publish(events: readonly Event[], states: OfficeStates, at: EpochMs, alive: boolean): void {
    const { view, isUrgent } = this.#rules;
    const now = performance.now();
    const due: [room: string, group: Group<Caller>][] = [];
    for (const [room, group] of this.#groups) {
      if (!this.#screens.adapter.rooms.has(room)) this.#groups.delete(room);
      else if (group.shownAt + PAUSE <= now || events.some((event) => isUrgent?.(event, group.caller)))
        due.push([room, group]);
      else this.#delay(group.shownAt + PAUSE - now);
    }
    if (due.length === 0) return;
    const common = view(states, at);
    for (const [room, group] of due) {
      const shown = this.#sender.send(this.#screens.to(room), this.#complete(common, group.caller), at, group.shown);
      if (shown) group.shownAt = now;
      else if (alive) this.#screens.to(room).emit('alive', { at });
    }
  }

  /** Shows the current state, for a change that is not an event of the journal. */
  refresh(): void {
    this.#dependencies.engine.read((states, at) => this.publish([], states, at, false)).catch(this.#logError);
  }

  /** Disconnects the sockets whose callers have lost their rights, and shows the others by their rights of now from the next view on. */
  recheck(): void {
    for (const socket of this.#screens.sockets.values()) {
      const room = roomIn(socket);
      if (room === undefined) continue;
      const [caller, group] = [this.#caller(socket), this.#groups.get(room)];
      if (caller === null) socket.disconnect(true);
      // The name or the role of a member of staff may have changed.
      else if (group) group.caller = caller;
    }
  }

  /** Ids of the paired devices that are connected at this moment. */
  devices(): string[] {
    return [...this.#screens.sockets.values()].flatMap((socket) => {
      const device = this.#pairedDevice(socket);
      return device === null ? [] : device.id;
    });
  }

  /** What the clocks of the admitted screens show now; null where unknown, and for screens on the server's own machine. */
  clocks(): (EpochMs | null)[] {
    const admitted = [...this.#screens.sockets.values()].filter((socket) => roomIn(socket) !== undefined);
    return admitted.map((socket) => {
      const { clock } = fieldsOf(socket);
      if (clock === undefined || isSameMachine(requestOf(socket))) return null;
      return clock + performance.now() - socket.data.since;
    });
  }

  stop(): void {
    if (this.#delayed) clearTimeout(this.#delayed);
  }

  #delay(milliseconds: DurationMs): void {
    this.#delayed ??= setTimeout(() => {
      this.#delayed = null;
      this.refresh();
    }, milliseconds);
  }

  #connect(socket: Screen): void {
    socket.data.since = performance.now();
    const { requests, pairsAs } = this.#rules;
    const code = pairsAs ? 'NotPaired' : 'SignInRequired';
    const authorize = (): Result<Caller> => {
      const caller = this.#caller(socket);
      return caller === null ? refuse({ code }) : accept(caller);
    };
    openSession(socket, requests, authorize, this.#dependencies);
    const { device } = this.#identity(socket);
    const caller = this.#caller(socket);
    if (pairsAs && device) this.#notePresence(socket, device, pairsAs, caller !== null);
    if (caller !== null) this.#admit(socket, caller);
    else if (pairsAs) this.#pair(socket, pairsAs);
    // The session ended after the handshake.
    else socket.disconnect(true);
  }

  #notePresence(socket: Screen, device: Device | 'local', kind: DeviceKind, admitted: boolean): void {
    const end = admitted ? this.#dependencies.presence.connect(device, kind, fieldsOf(socket)) : () => undefined;
    if (device !== 'local') this.#devicesChanged();
    socket.on('disconnect', () => {
      end();
      if (device !== 'local') this.#devicesChanged();
    });
  }

  #admit(socket: Screen, caller: Caller): void {
    this.#dependencies.connections.trust(socket.request.socket);
    const room = `${ADMITTED}:${this.#roomOf(socket, caller)}`;
    const { engine } = this.#dependencies;
    // The socket joins its room only now: a view that is sent to the room between would come before the whole first one.
    const showFirst = (states: OfficeStates, at: EpochMs): void => {
      if (!socket.connected) return;
      const group = this.#groups.get(room) ?? { caller, shown: nothingShown(), shownAt: Number.NEGATIVE_INFINITY };
      this.#groups.set(room, group);
      const view = this.#complete(this.#rules.view(states, at), caller);
      const isAlone = !this.#screens.adapter.rooms.has(room);
      this.#sender.sendFirst(socket, view, at, group.shown, isAlone);
      void socket.join(room);
    };
    engine.read(showFirst).catch((error) => {
      this.#logError(error);
      // The page connects again.
      socket.disconnect(true);
    });
  }

  #roomOf(socket: Screen, caller: Caller): string {
    const { group, complete } = this.#rules;
    if (group) return group(caller);
    return complete ? socket.id : '';
  }

  /** Without `complete` the common view is that of every screen. */
  #complete(common: View, caller: Caller): Audiences[A]['view'] {
    return this.#rules.complete?.(common, caller) ?? (common as Audiences[A]['view']);
  }

  #pair(socket: Screen, kind: DeviceKind): void {
    const screen = {
      show: (code: string) => socket.emit('pairing', { code }),
      paired: (token: string) => socket.emit('paired', { token }),
      displaced: () => socket.disconnect(true),
    };
    const { accounts, connections } = this.#dependencies;
    const address = addressOf(requestOf(socket));
    const { counter } = fieldsOf(socket);
    const pairing = accounts.devices.request(kind, address, screen, counter, connections.knows(address));
    if (!pairing.ok) socket.disconnect(true);
    else socket.on('disconnect', () => pairing.value.cancel());
  }

  /** Checked at each use, not once per connection: sessions end and devices are revoked. */
  #caller(socket: Screen): Caller | null {
    return this.#rules.admit(this.#identity(socket), fieldsOf(socket));
  }

  #pairedDevice(socket: Screen): Device | null {
    const { device } = this.#identity(socket);
    return device === 'local' ? null : device;
  }

  #identity(socket: Screen): Identity {
    return identify(requestOf(socket), this.#dependencies.accounts, fieldsOf(socket).token ?? null);
  }
}

/** The room of an admitted screen. */
function roomIn({ rooms }: Screen): string | undefined {
  return [...rooms].find((room) => room.startsWith(`${ADMITTED}:`));
}
