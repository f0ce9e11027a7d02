import type { Handshake } from '../../shared/protocol/protocol.ts';

/** The screen that the page's address names: `/display/hall-2`, in either build. The bare address is the first screen. */
export function screenOf(path: string): Pick<Handshake, 'screen'> {
  const name = /\/display\/([^/]+)/.exec(path)?.[1];
  return name ? { screen: decodeURIComponent(name) } : {};
}
