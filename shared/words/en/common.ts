export const common: typeof import('../vi/common.ts').common = {
  weekdays: {
    mon: 'Monday',
    tue: 'Tuesday',
    wed: 'Wednesday',
    thu: 'Thursday',
    fri: 'Friday',
    sat: 'Saturday',
    sun: 'Sunday',
  },
  longDate: (weekday, day, month, year) => `${weekday}, ${day}/${month}/${year}`,
  shortDate: (weekday, day, month) => `${weekday}, ${day}/${month}`,

  minutes: (count) => `${count} min`,
  hours: (count) => `${count} h`,
  about: (span) => `about ${span}`,
  lessThan: (span) => `under ${span}`,

  today: (clock) => `${clock} today`,
  tomorrow: (clock) => `${clock} tomorrow`,
  onDay: (clock, day) => `${clock} on ${day}`,
  openUntil: (clock) => `Open until ${clock}`,
  openAllDay: 'Open',
  lunchBreak: (clock) => `Lunch break, open again at ${clock}`,
  shortBreak: (clock) => `Short break, open again at ${clock}`,
  closedUntil: (moment) => `Closed, opens at ${moment}`,
  closed: 'Closed',

  statuses: {
    waiting: 'waiting',
    called: 'being called',
    serving: 'being served',
    done: 'finished',
    missed: 'missed',
    away: 'completing papers',
    withdrawn: 'cancelled',
    expired: 'expired',
  },

  levels: {
    3: ['Dissatisfied', 'Satisfied', 'Very satisfied'],
    5: ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
  },

  language: 'Language',
  languages: { vi: 'Tiếng Việt', en: 'English' },
  hotline: (telephone) => `Hotline: ${telephone}`,

  connecting: 'Connecting to the server…',
  connectionLost: 'Connection to the server lost. Reconnecting…',
  pairingTitle: 'New screen',
  pairingHelp: 'Please ask a supervisor to open Staff desk › Manage and approve this code.',
};
