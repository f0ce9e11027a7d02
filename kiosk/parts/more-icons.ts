/** Further icons of several pages, left out of the script with which the ticket kiosk starts; see icons.tsx. */
export const moreIcons = {
  signpost: 'M12 21V3M12 5h7l2 2.5-2 2.5h-7M12 11H5l-2 2.5 2 2.5h7',
  chair: 'M6 12V4h12v8M4 12h16v4H4ZM6 16v5M18 16v5',
  off: 'M6 6l12 12M18 6 6 18',
} as const;
