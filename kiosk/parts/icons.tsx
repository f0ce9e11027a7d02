/** Line drawings on a grid of 24, in the colour of the text around them; meaning is always said in words beside them. */
const shapes = {
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.4c2.2.8 3.5 2.9 3.5 5.6',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.2 2',
  warning: 'M12 3.5 22 20.5H2ZM12 10v5M12 17.6v.4',
  back: 'M20 12H4M11 5l-7 7 7 7',
  home: 'M4 11.5 12 4l8 7.5M6.5 9.5V20h11V9.5',
  check: 'M4.5 12.5 10 18 20 6.5',
  printer: 'M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7Z',
  repeat: 'M20 5v5h-5M19.4 10A8 8 0 1 0 20 14',
  door: 'M6 21V3h12v18M3 21h18M14.5 12v.5',
  erase: 'M8 5h13v14H8l-6-7ZM12 9.5l5 5M17 9.5l-5 5',
  keypad: 'M5 5h.1M12 5h.1M19 5h.1M5 12h.1M12 12h.1M19 12h.1M5 19h.1M12 19h.1M19 19h.1',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8.5 14.5q3.5 3.5 7 0M9 9.5h.1M15 9.5h.1',
  signpost: 'M12 21V3M12 5h7l2 2.5-2 2.5h-7M12 11H5l-2 2.5 2 2.5h7',
  document: 'M6 3h8l4 4v14H6ZM14 3v4h4M9 12h6M9 16h6',
  chair: 'M6 12V4h12v8M4 12h16v4H4ZM6 16v5M18 16v5',
  person: 'M12 6a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM4 8.5l8 1.5 8-1.5M12 10v5M8 22l4-7 4 7',
  letters: 'M2.5 19 8 5l5.5 14M4.5 14.5h7M15 19l3-8 3 8M16 16.5h4',
  contrast: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 3v18M14.5 4v16M17 5.5v13M19.3 7.5v9',
  lower: 'M4 21h16M12 3v13M6.5 11l5.5 5.5 5.5-5.5',
  card: 'M3 6h18v12H3ZM6.5 15c0-3 5-3 5 0M9 11.2a1.4 1.4 0 1 0 0-2.8 1.4 1.4 0 0 0 0 2.8ZM14.5 10h4M14.5 13.5h4',
  loudspeaker: 'M4 9v6h4l5 4V5L8 9ZM16.5 9a4 4 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11',
  calendar: 'M4 6h16v14H4ZM4 10.5h16M8.5 3.5v4M15.5 3.5v4M8 15l2.5 2.5 5-5',
  off: 'M6 6l12 12M18 6 6 18',
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
} as const;
export type Shape = keyof typeof shapes;

export function Icon({ shape }: { shape: Shape }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[shape]} />
    </svg>
  );
}
