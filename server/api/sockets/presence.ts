/** Which screens of the hall are connected, and which ones should be and are not. */
import type { Office } from '../../../shared/office/office.ts';
import type { Handshake } from '../../../shared/protocol/protocol.ts';
import type { DeviceKind } from '../../../shared/protocol/views/common.ts';
import type { MissingScreen } from '../../../shared/protocol/views/trouble.ts';
import type { DurationMs, EpochMs } from '../../../shared/time.ts';
import type { Device } from '../../setup/accounts/devices.ts';
import type { LocalScreen } from '../../setup/accounts/local-screens.ts';
import { tokenHash } from '../../setup/accounts/token.ts';
import type { Accounts } from '../../setup/setup.ts';

/** A page that loads again is back before. With the time to notice a dead connection it is less than a minute. */
const ABSENCE: DurationMs = 40_000;

interface Connections {
  count: number;
  /** When the last one ended. */
  since: EpochMs;
  /** Staff have read the alarm; it comes again when the screen was connected in between. */
  dismissed: boolean;
}

export class Presence {
  readonly #accounts: Accounts;
  readonly #now: () => EpochMs;
  readonly #startedAt: EpochMs;
  readonly #screens = new Map<string, Connections>();
  #changed: () => void = () => undefined;

  constructor(accounts: Accounts, now: () => EpochMs) {
    this.#accounts = accounts;
    this.#now = now;
    this.#startedAt = now();
  }

  /** `changed` is called when an alarm ends, but not when one begins: that is a matter of time. */
  onChange(changed: () => void): void {
    this.#changed = changed;
  }

  /** A paired device, or a screen on the server's own machine, is connected until the returned function is called. */
  connect(
    device: Device | 'local',
    kind: DeviceKind,
    { screen, kiosk, counter }: Pick<Handshake, 'screen' | 'kiosk' | 'counter'>,
  ): () => void {
    const local = { kind, screen: screen ?? kiosk ?? null, counter: counter ?? null };
    if (device === 'local') this.#accounts.localScreens.add(local);
    const connections = this.#of(device === 'local' ? localId(local) : device.id, this.#startedAt);
    const missed = this.#isMissing(connections);
    connections.count += 1;
    connections.dismissed = false;
    if (missed) this.#changed();
    return () => {
      connections.count -= 1;
      connections.since = this.#now();
    };
  }

  /** Paired devices, and screens that the server's own machine had, that have had no connection for a while. */
  missing({ counters, screens, kiosks }: Pick<Office, 'counters' | 'screens' | 'kiosks'>): MissingScreen[] {
    const paired = this.#accounts.devices.list().map(({ id, kind, name, pairedAt }) => {
      return { screen: { id, kind, name, counterNumber: null }, from: Math.max(pairedAt, this.#startedAt) };
    });
    const local = this.#accounts.localScreens.list().flatMap((each) => {
      const counterNumber = counters.find(({ number }) => String(number) === each.counter)?.number ?? null;
      const known =
        each.screen === null || (each.kind === 'kiosk' ? kiosks : screens).some(({ id }) => id === each.screen);
      if (!known || (each.counter !== null && counterNumber === null)) return [];
      return { screen: { id: localId(each), kind: each.kind, name: null, counterNumber }, from: this.#startedAt };
    });
    return [...paired, ...local].flatMap(({ screen, from }) => {
      const connections = this.#of(screen.id, from);
      return this.#isMissing(connections) ? [{ ...screen, since: connections.since }] : [];
    });
  }

  /** Ends the alarm. A screen of the server's own machine is expected again only when it was connected again. */
  dismiss(screenId: string): void {
    const local = this.#accounts.localScreens.list().find((screen) => localId(screen) === screenId);
    if (local) this.#accounts.localScreens.remove(local);
    const connections = this.#screens.get(screenId);
    if (!connections) return;
    connections.dismissed = true;
    this.#changed();
  }

  #isMissing(connections: Connections): boolean {
    // The clock may have been set back since.
    connections.since = Math.min(connections.since, this.#now());
    const { count, since, dismissed } = connections;
    return count === 0 && !dismissed && this.#now() - since >= ABSENCE;
  }

  #of(id: string, from: EpochMs): Connections {
    const connections = this.#screens.get(id) ?? { count: 0, since: from, dismissed: false };
    this.#screens.set(id, connections);
    return connections;
  }
}

/** A hash, because the id of a TV's screen may be as long as an id may be. */
function localId({ kind, screen, counter }: LocalScreen): string {
  return `local-${tokenHash(JSON.stringify([kind, screen, counter])).slice(0, 32)}`;
}
