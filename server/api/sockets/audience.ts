/** What the five kinds of screens have in common: admission, requests, and whole views. */
import type { Namespace, Socket } from 'socket.io';
import * as v from 'valibot';
import type { Audience, Audiences, Handshake, ServerEvents } from '../../../shared/protocol/protocol.ts';
import { accept, type Rejection, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import type { DeviceKind } from '../../../shared/protocol/views/hall.ts';
import type { DurationMs, EpochMs } from '../../../shared/time.ts';
import type { OfficeStates } from '../../engine/office-engine.ts';
import { logError } from '../../log.ts';
import type { Device } from '../../setup/accounts/devices.ts';
import { addressOf, type Identity, type IncomingRequest, identify } from '../access.ts';
import type { SocketDependencies } from './dependencies.ts';
import type { Handlers } from './request.ts';
import { openSession, type Requests, refusal, Stamp } from './session.ts';

/** What of the handshake a screen may ask for. */
export type Asked = Pick<Handshake, 'token' | 'screen' | 'counter'>;

/** `Who` is what a request of this audience is done as: a device's actor, a member of staff. */
export interface AudienceRules<A extends Audience, Who, View = Audiences[A]['view']> {
  name: A;
  /** Null for somebody this audience is not for. */
  admit(identity: Identity, asked: Asked): Who | null;
  /** Asks for what is not there: turned away at once, whoever it is. */
  refuse?(asked: Asked): Rejection | null;
  /** A stranger's screen of this kind shows a pairing code; null when strangers are turned away. */
  pairsAs: DeviceKind | null;
  view(states: OfficeStates, at: EpochMs): View;
  /** Adds what depends on who looks. */
  complete?(view: View, who: Who): Audiences[A]['view'];
  /** Those of one group see the same, and `complete` is asked once for all of them; without groups once for each. */
  group?(who: Who): string;
  requests: Handlers<Who>;
}

/** A burst of batches is shown together after this time; the first change of a burst at once. */
const BURST: DurationMs = 40;
const INSIDE = 'inside';

const short = v.exactOptional(v.pipe(v.string(), v.maxLength(128)));
const handshake = v.object({ token: short, screen: short, counter: short }) satisfies v.GenericSchema<unknown, Asked>;

type Screen = Socket<Requests, ServerEvents<unknown>>;
type Screens = Namespace<Requests, ServerEvents<unknown>>;

export class LiveAudience<A extends Audience, Who, View> {
  readonly #rules: AudienceRules<A, Who, View>;
  readonly #dependencies: SocketDependencies;
  readonly #logError: (error: unknown) => void;
  readonly #screens: Screens;
  readonly #moved: () => void;
  readonly #stamp = new Stamp();
  /** One of each group, by the room that the group shares. */
  readonly #groups = new Map<string, Who>();
  /** What every screen inside shows, as far as it does not depend on who looks; empty when one may show something else. */
  #lastShown = '';
  #lastAt = Number.NEGATIVE_INFINITY;
  #later: NodeJS.Timeout | null = null;
  #laterAlive = false;

  /** `moved` is called when a paired screen has come or gone. */
  constructor(
    screens: Screens,
    rules: AudienceRules<A, Who, View>,
    dependencies: SocketDependencies,
    moved: () => void,
  ) {
    this.#screens = screens;
    this.#rules = rules;
    this.#dependencies = dependencies;
    this.#logError = logError(dependencies.log);
    this.#moved = moved;
  }

  start(): void {
    this.#screens.use((socket, next) => {
      const refused = this.#rules.refuse?.(askedBy(socket)) ?? null;
      if (refused) next(refusal(refused));
      else if (this.#rules.pairsAs || this.#who(socket)) next();
      else next(refusal({ code: 'SignInRequired' }));
    });
    this.#screens.on('connection', (socket) => this.#welcome(socket));
  }

  /** Shows the new state to every screen inside; `alive` also when nothing changed, so that a screen knows it is not frozen. */
  publish(states: OfficeStates, at: EpochMs, alive: boolean): void {
    if (!this.#screens.adapter.rooms.has(INSIDE)) return;
    const now = performance.now();
    const pause = this.#lastAt + BURST - now;
    if (pause > 0) {
      this.#laterAlive ||= alive;
      this.#later ??= setTimeout(() => this.#catchUp(), pause);
      return;
    }
    const view = this.#rules.view(states, at);
    const shown = JSON.stringify(view);
    if (shown === this.#lastShown && !alive) return;
    this.#lastShown = shown;
    this.#lastAt = now;
    this.#show(view, at);
  }

  /** `publish` with the office as it is now. */
  refresh(alive: boolean): void {
    this.#dependencies.engine.read((states, at) => this.publish(states, at, alive)).catch(this.#logError);
  }

  /** Rights may have changed: whoever may no longer look is put out. */
  recheck(): void {
    for (const socket of this.#inside()) if (this.#who(socket) === null) socket.disconnect(true);
  }

  /** The paired devices that are connected at this moment. */
  devices(): string[] {
    return [...this.#screens.sockets.values()].flatMap((socket) => {
      const device = this.#pairedDevice(socket);
      return device === null ? [] : device.id;
    });
  }

  stop(): void {
    if (this.#later) clearTimeout(this.#later);
  }

  #catchUp(): void {
    const alive = this.#laterAlive;
    this.#later = null;
    this.#laterAlive = false;
    this.refresh(alive);
  }

  #welcome(socket: Screen): void {
    const { requests, pairsAs } = this.#rules;
    const unknown = pairsAs ? 'NotPaired' : 'SignInRequired';
    const asked = (): Result<Who> => {
      const who = this.#who(socket);
      return who === null ? refuse({ code: unknown }) : accept(who);
    };
    openSession(socket, requests, asked, this.#dependencies);
    if (this.#pairedDevice(socket)) {
      this.#moved();
      socket.on('disconnect', this.#moved);
    }
    const who = this.#who(socket);
    if (who !== null) this.#enter(socket, who);
    else if (pairsAs) this.#pair(socket, pairsAs);
    // The session ended between the handshake and here.
    else socket.disconnect(true);
  }

  #enter(socket: Screen, who: Who): void {
    void socket.join(INSIDE);
    const { group, view } = this.#rules;
    if (group) {
      const room = `${INSIDE}:${group(who)}`;
      this.#groups.set(room, who);
      void socket.join(room);
    }
    // It sees the office as it is now, which may be ahead of the others: the next change is for everybody, whatever it is.
    this.#lastShown = '';
    const { engine } = this.#dependencies;
    engine.read((states, at) => this.#showOne(socket, view(states, at), at)).catch(this.#logError);
  }

  #pair(socket: Screen, kind: DeviceKind): void {
    const screen = {
      show: (code: string) => socket.emit('pairing', { code }),
      paired: (token: string) => socket.emit('paired', { token }),
    };
    const { counter } = askedBy(socket);
    const waiting = this.#dependencies.accounts.devices.request(kind, addressOf(requestOf(socket)), screen, counter);
    if (!waiting.ok) socket.disconnect(true);
    else socket.on('disconnect', () => waiting.value.cancel());
  }

  #show(view: View, at: EpochMs): void {
    const { complete, group } = this.#rules;
    if (!complete) this.#screens.to(INSIDE).emit('view', this.#stamp.on(view, at));
    else if (group) this.#showGroups((who) => complete(view, who), at);
    else for (const socket of this.#inside()) this.#showOne(socket, view, at);
  }

  #showGroups(viewOf: (who: Who) => Audiences[A]['view'], at: EpochMs): void {
    for (const [room, who] of this.#groups) {
      if (this.#screens.adapter.rooms.has(room)) this.#screens.to(room).emit('view', this.#stamp.on(viewOf(who), at));
      else this.#groups.delete(room);
    }
  }

  #showOne(socket: Screen, view: View, at: EpochMs): void {
    const who = this.#who(socket);
    if (who !== null) socket.emit('view', this.#stamp.on(this.#rules.complete?.(view, who) ?? view, at));
  }

  #inside(): Screen[] {
    return [...this.#screens.sockets.values()].filter(({ rooms }) => rooms.has(INSIDE));
  }

  /** Asked anew each time: a session ends, a device is revoked. */
  #who(socket: Screen): Who | null {
    return this.#rules.admit(this.#identity(socket), askedBy(socket));
  }

  #pairedDevice(socket: Screen): Device | null {
    const { device } = this.#identity(socket);
    return device === 'local' ? null : device;
  }

  #identity(socket: Screen): Identity {
    return identify(requestOf(socket), this.#dependencies.accounts, askedBy(socket).token ?? null);
  }
}

/** What cannot be read asks for nothing. */
function askedBy(socket: Screen): Asked {
  const auth = v.safeParse(handshake, socket.handshake.auth);
  return auth.success ? auth.output : {};
}

function requestOf(socket: Screen): IncomingRequest {
  return { headers: socket.request.headers, socket: socket.request.socket };
}
