/** Icons that only the ticket kiosk uses; see parts/icons.tsx. */
export const icons = {
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.4c2.2.8 3.5 2.9 3.5 5.6',
  door: 'M6 21V3h12v18M3 21h18M14.5 12v.5',
  printer: 'M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7Z',
  calendar: 'M4 6h16v14H4ZM4 10.5h16M8.5 3.5v4M15.5 3.5v4M8 15l2.5 2.5 5-5',
} as const;
