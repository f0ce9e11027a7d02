/** The TVs on the supervisor's page. */
export const screens: typeof import('../vi/screens.ts').screens = {
  heading: 'Lobby screens',
  loading: 'Checking screens…',
  reload: 'Check again',
  change:
    'Screens are described under “screens” in office.json, notices under “notices”, accent and logo under “look”.',
  shows: 'Services',
  size: 'Size',
  letters: 'Readable',
  everything: 'all',
  sized: (inches, meters) => `${inches} inches, seen from ${meters} m`,
  reach: {
    call: (meters) => `Called number: from ${meters} m`,
    board: (meters) => `List of counters: from ${meters} m`,
    waits: (meters) => `Waits: from ${meters} m`,
  },
  tooSmall: (inches) => `Too small for this hall: ${inches} inches or more are needed, or move the seats closer.`,
  darkAccent: (wanted, used) => `${wanted} is too dark on the blue ground, so screens use ${used}.`,
  files: 'Pictures, videos and logo',
  problems: {
    missing: 'the file is not there',
    'too-large': 'the file is too large',
    'wrong-kind': 'file type does not match its name',
    unreadable: 'the file cannot be read',
  },
  fine: 'ready',
};
