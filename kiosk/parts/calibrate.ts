/** Browsers take an inch for 96 CSS pixels, however large the pixels of the screen are. */
export const USUAL_PIXELS_PER_MM = 96 / 25.4;

/** CSS pixels per millimetre of real screens; any other value is a mistake. */
export const PLAUSIBLE = { from: 1.5, to: 20 };

const STORAGE_KEY = 'den-luot-mm';

/** Sizes the page by `?mm=3.2` in its address, or by the saved calibration, or as if the screen had 96 dpi. */
export function calibrate(): void {
  sizeBy(pixelsPerMm());
}

export function pixelsPerMm(): number {
  const pixels = Number(new URLSearchParams(location.search).get('mm') ?? localStorage.getItem(STORAGE_KEY));
  return pixels >= PLAUSIBLE.from && pixels <= PLAUSIBLE.to ? pixels : USUAL_PIXELS_PER_MM;
}

export function sizeBy(pixels: number): void {
  document.documentElement.style.setProperty('--mm', `${pixels}px`);
}

/** Saves the calibration for all kiosk pages of this browser. */
export function rememberPixelsPerMm(pixels: number): void {
  localStorage.setItem(STORAGE_KEY, String(pixels));
}
