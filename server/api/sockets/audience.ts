/** What all kinds of screens have in common (telephones are separate): admission, requests, and whole views. */
import type { Namespace, Socket } from 'socket.io';
import * as v from 'valibot';
import type { Audience, Audiences, Handshake, ServerEvents } from '../../../shared/protocol/protocol.ts';
import { accept, type Rejection, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import type { DeviceKind } from '../../../shared/protocol/views/common.ts';
import type { DurationMs, EpochMs } from '../../../shared/time.ts';
import type { OfficeStates } from '../../engine/office-engine.ts';
import { logError } from '../../log.ts';
import type { Device } from '../../setup/accounts/devices.ts';
import { addressOf, type Identity, type IncomingRequest, identify } from '../access.ts';
import type { SocketDependencies } from './dependencies.ts';
import type { Handlers } from './request.ts';
import { openSession, type Requests, refusal, Stamp } from './session.ts';

/** The fields of the handshake that screens use. */
export type HandshakeFields = Pick<Handshake, 'token' | 'screen' | 'counter'>;

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
  /** Callers of one group share one completed view; without groups the view is completed for each socket. */
  group?(caller: Caller): string;
  requests: Handlers<Caller>;
}

/** The first change is shown at once; changes within this time after it are shown together. */
const COALESCE: DurationMs = 40;
/** The socket.io room of all admitted screens. */
const ADMITTED = 'admitted';

const short = v.exactOptional(v.pipe(v.string(), v.maxLength(128)));
const handshake = v.object({
  token: short,
  screen: short,
  counter: short,
}) satisfies v.GenericSchema<unknown, HandshakeFields>;

type Screen = Socket<Requests, ServerEvents<unknown>>;
type Screens = Namespace<Requests, ServerEvents<unknown>>;

export class ScreenAudience<A extends Audience, Caller, View> {
  readonly #rules: AudienceRules<A, Caller, View>;
  readonly #dependencies: SocketDependencies;
  readonly #logError: (error: unknown) => void;
  readonly #screens: Screens;
  readonly #devicesChanged: () => void;
  readonly #stamp = new Stamp();
  /** One caller of each group, by the group's socket.io room. */
  readonly #groups = new Map<string, Caller>();
  /** The view that all admitted screens show, without the parts that depend on the caller; empty when screens may differ. */
  #lastView = '';
  #lastAt = Number.NEGATIVE_INFINITY;
  #delayed: NodeJS.Timeout | null = null;
  #heartbeatDue = false;

  /** `devicesChanged` is called when a paired device connects or disconnects. */
  constructor(
    screens: Screens,
    rules: AudienceRules<A, Caller, View>,
    dependencies: SocketDependencies,
    devicesChanged: () => void,
  ) {
    this.#screens = screens;
    this.#rules = rules;
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

  /** Shows the new state to every admitted screen. A `heartbeat` is sent even without a change: it shows that the view is current. */
  publish(states: OfficeStates, at: EpochMs, heartbeat: boolean): void {
    if (!this.#screens.adapter.rooms.has(ADMITTED)) return;
    const now = performance.now();
    const pause = this.#lastAt + COALESCE - now;
    if (pause > 0) {
      this.#heartbeatDue ||= heartbeat;
      this.#delayed ??= setTimeout(() => this.#publishDelayed(), pause);
      return;
    }
    const view = this.#rules.view(states, at);
    const serialized = JSON.stringify(view);
    if (serialized === this.#lastView && !heartbeat) return;
    this.#lastView = serialized;
    this.#lastAt = now;
    this.#show(view, at);
  }

  /** `publish` with the current state of the office. */
  refresh(heartbeat: boolean): void {
    this.#dependencies.engine.read((states, at) => this.publish(states, at, heartbeat)).catch(this.#logError);
  }

  /** Disconnects the sockets whose callers have lost their rights. */
  recheck(): void {
    for (const socket of this.#admitted()) if (this.#caller(socket) === null) socket.disconnect(true);
  }

  /** Ids of the paired devices that are connected at this moment. */
  devices(): string[] {
    return [...this.#screens.sockets.values()].flatMap((socket) => {
      const device = this.#pairedDevice(socket);
      return device === null ? [] : device.id;
    });
  }

  stop(): void {
    if (this.#delayed) clearTimeout(this.#delayed);
  }

  #publishDelayed(): void {
    const heartbeat = this.#heartbeatDue;
    this.#delayed = null;
    this.#heartbeatDue = false;
    this.refresh(heartbeat);
  }

  #connect(socket: Screen): void {
    const { requests, pairsAs } = this.#rules;
    const code = pairsAs ? 'NotPaired' : 'SignInRequired';
    const authorize = (): Result<Caller> => {
      const caller = this.#caller(socket);
      return caller === null ? refuse({ code }) : accept(caller);
    };
    openSession(socket, requests, authorize, this.#dependencies);
    if (this.#pairedDevice(socket)) {
      this.#devicesChanged();
      socket.on('disconnect', this.#devicesChanged);
    }
    const caller = this.#caller(socket);
    if (caller !== null) this.#admit(socket, caller);
    else if (pairsAs) this.#pair(socket, pairsAs);
    // The session ended after the handshake.
    else socket.disconnect(true);
  }

  #admit(socket: Screen, caller: Caller): void {
    void socket.join(ADMITTED);
    const { group, view } = this.#rules;
    if (group) {
      const room = `${ADMITTED}:${group(caller)}`;
      this.#groups.set(room, caller);
      void socket.join(room);
    }
    // The new screen gets the current state, which the others may not show yet: so the next change must be sent to all.
    this.#lastView = '';
    const { engine } = this.#dependencies;
    engine.read((states, at) => this.#showOne(socket, view(states, at), at)).catch(this.#logError);
  }

  #pair(socket: Screen, kind: DeviceKind): void {
    const screen = {
      show: (code: string) => socket.emit('pairing', { code }),
      paired: (token: string) => socket.emit('paired', { token }),
    };
    const { counter } = fieldsOf(socket);
    const pairing = this.#dependencies.accounts.devices.request(kind, addressOf(requestOf(socket)), screen, counter);
    if (!pairing.ok) socket.disconnect(true);
    else socket.on('disconnect', () => pairing.value.cancel());
  }

  #show(view: View, at: EpochMs): void {
    const { complete, group } = this.#rules;
    if (!complete) this.#screens.to(ADMITTED).emit('view', this.#stamp.on(view, at));
    else if (group) this.#showGroups((caller) => complete(view, caller), at);
    else for (const socket of this.#admitted()) this.#showOne(socket, view, at);
  }

  #showGroups(viewOf: (caller: Caller) => Audiences[A]['view'], at: EpochMs): void {
    for (const [room, caller] of this.#groups) {
      if (this.#screens.adapter.rooms.has(room))
        this.#screens.to(room).emit('view', this.#stamp.on(viewOf(caller), at));
      else this.#groups.delete(room);
    }
  }

  #showOne(socket: Screen, view: View, at: EpochMs): void {
    const caller = this.#caller(socket);
    if (caller !== null) socket.emit('view', this.#stamp.on(this.#rules.complete?.(view, caller) ?? view, at));
  }

  #admitted(): Screen[] {
    return [...this.#screens.sockets.values()].filter(({ rooms }) => rooms.has(ADMITTED));
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

/** No fields when the handshake is malformed. */
function fieldsOf(socket: Screen): HandshakeFields {
  const auth = v.safeParse(handshake, socket.handshake.auth);
  return auth.success ? auth.output : {};
}

function requestOf(socket: Screen): IncomingRequest {
  return { headers: socket.request.headers, socket: socket.request.socket };
}
