/** What the address of a page names, in the modern and in the legacy build. */
import type { Handshake } from '../../shared/protocol/protocol.ts';

/** The screen of `/display/hall-2`; `/display` alone is the first screen. */
export function screenOf(path: string): Pick<Handshake, 'screen'> {
  const name = /\/display\/([^/]+)/.exec(path)?.[1];
  return name ? { screen: decodeURIComponent(name) } : {};
}

/** The counter of `/display/counter/3`: the part behind the last slash. */
export function counterOf(path: string): string {
  return /([^/]*)\/?$/.exec(path)?.[1] ?? '';
}
