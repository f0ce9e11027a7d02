/**
 * Line drawings on a grid of 24 in the colour of the text. Each one stands beside words that say the same. Icons that only one
 * page uses are defined there, so that the other pages do not load them.
 */
const shapes = {
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.2 2',
  warning: 'M12 3.5 22 20.5H2ZM12 10v5M12 17.6v.4',
  back: 'M20 12H4M11 5l-7 7 7 7',
  home: 'M4 11.5 12 4l8 7.5M6.5 9.5V20h11V9.5',
  check: 'M4.5 12.5 10 18 20 6.5',
  repeat: 'M20 5v5h-5M19.4 10A8 8 0 1 0 20 14',
  document: 'M6 3h8l4 4v14H6ZM14 3v4h4M9 12h6M9 16h6',
  person: 'M12 6a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM4 8.5l8 1.5 8-1.5M12 10v5M8 22l4-7 4 7',
  card: 'M3 6h18v12H3ZM6.5 15c0-3 5-3 5 0M9 11.2a1.4 1.4 0 1 0 0-2.8 1.4 1.4 0 0 0 0 2.8ZM14.5 10h4M14.5 13.5h4',
  loudspeaker: 'M4 9v6h4l5 4V5L8 9ZM16.5 9a4 4 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11',
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
} as const;
/** The name of a shared icon, or the path of a page's own. */
export type Shape = keyof typeof shapes | `M${string}`;

export function Icon({ shape }: { shape: Shape }) {
  const known: Readonly<Record<string, string>> = shapes;
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={known[shape] ?? shape} />
    </svg>
  );
}
