/** CSS pixels per millimetre of real screens; anything else is a typing mistake. */
const PLAUSIBLE = { from: 1.5, to: 20 };

/**
 * Sets how many CSS pixels a millimetre takes on this screen, from `?mm=3.2` or what this machine remembers. Without
 * either it stays at 96 dpi, as touch.css has it.
 */
export function calibrate(): void {
  const asked = new URLSearchParams(location.search).get('mm') ?? localStorage.getItem('den-luot-mm');
  const pixels = Number(asked);
  if (pixels >= PLAUSIBLE.from && pixels <= PLAUSIBLE.to) {
    document.documentElement.style.setProperty('--mm', `${pixels}px`);
  }
}
