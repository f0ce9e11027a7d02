const LINES = '#10202f';

/** Five faces, worst first. They differ by mouth, eyes and brows, not only by colour. */
const FACES = [
  { skin: '#ef8a80', brows: 'M22 30 41 39M78 30 59 39', eyes: 'dots', mouth: 'M29 76Q50 50 71 76' },
  { skin: '#f6b37a', brows: 'M23 36 40 31M77 36 60 31', eyes: 'dots', mouth: 'M33 73Q50 61 67 73' },
  { skin: '#f9dc6e', brows: 'M24 31H40M60 31H76', eyes: 'dots', mouth: 'M33 68H67' },
  { skin: '#bfe08a', brows: 'M23 33Q32 26 41 31M77 33Q68 26 59 31', eyes: 'dots', mouth: 'M30 62Q50 82 70 62' },
  {
    skin: '#7fd197',
    brows: 'M22 28Q32 19 42 26M78 28Q68 19 58 26',
    eyes: 'arcs',
    mouth: 'M25 57H75Q73 84 50 84T25 57Z',
  },
] as const;

/** Indices of the faces that match the words of an office with three or five levels. */
const LEVELS_TO_FACES = { 3: [1, 3, 4], 5: [0, 1, 2, 3, 4] } as const;

/**
 * The face of one level of satisfaction; `level` counts from 1, the worst. Its colours do not depend on the page. A page sets
 * its width, and `stroke-width` where a small face needs bolder lines (4.5 of 100 units is usual).
 */
export function Face({ level, levels }: { level: number; levels: 3 | 5 }) {
  const index = LEVELS_TO_FACES[levels][level - 1] ?? 2;
  const { skin, brows, eyes, mouth } = FACES[index];
  return (
    <svg
      class={`face face-${index + 1}`}
      viewBox="0 0 100 100"
      aria-hidden="true"
      fill="none"
      stroke={LINES}
      stroke-width="4.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <circle cx="50" cy="50" r="46" fill={skin} />
      <path d={brows} />
      {eyes === 'dots' ? (
        <path d="M33 46h.1M67 46h.1" stroke-width="11" />
      ) : (
        <path d="M25 46Q33 34 41 46M59 46Q67 34 75 46" />
      )}
      <path d={mouth} fill={index === FACES.length - 1 ? '#fff' : 'none'} />
    </svg>
  );
}
