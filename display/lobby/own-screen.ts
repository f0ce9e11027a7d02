import { LEGACY } from '../../shared/protocol/pages.ts';
import type { Handshake } from '../../shared/protocol/protocol.ts';

/** The screen that the page's address names: `/display/hall-2`, in either build. The bare address is the first screen. */
export function screenOf(path: string): Pick<Handshake, 'screen'> {
  const name = (path.startsWith(LEGACY) ? path.slice(LEGACY.length) : path).split('/')[2];
  return name ? { screen: decodeURIComponent(name) } : {};
}
