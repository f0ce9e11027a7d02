/** Finger-sized on glass far from a desk; smaller or larger than any real screen is a typing mistake. */
const PLAUSIBLE = { from: 1.5, to: 20 };

/**
 * Sets how many CSS pixels a millimetre takes on this screen, from `?mm=3.2` or what this machine remembers. Without
 * either, base size is the browser's 96 dpi.
 */
export function calibrate(): void {
  const asked = new URLSearchParams(location.search).get('mm') ?? localStorage.getItem('den-luot-mm');
  const pixels = Number(asked);
  if (pixels >= PLAUSIBLE.from && pixels <= PLAUSIBLE.to) {
    document.documentElement.style.setProperty('--mm', `${pixels}px`);
  }
}
