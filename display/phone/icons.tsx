/** The few pictograms of this page: the set of all screens would be a third of the bytes that the page may load. */
const PATHS = {
  bell: 'M14 47h36c-4-4-5-8-5-20a13 13 0 0 0-26 0c0 12-1 16-5 20ZM26 54a6 6 0 0 0 12 0M32 14V8',
  check: 'm10 34 15 16 29-34',
  clock: 'M58 32a26 26 0 1 1-52 0 26 26 0 0 1 52 0ZM32 16v16l11 8',
  papers: 'M12 7h26l14 14v36H12ZM38 7v14h14M22 34h20M22 45h14',
  dot: 'M32 22a10 10 0 1 1 0 20 10 10 0 0 1 0-20Z',
  warning: 'M32 8 59 55H5ZM32 25v13M32 46.5v.1',
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class={`icon ${name}`} viewBox="0 0 64 64" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
