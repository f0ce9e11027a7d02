export const confirm: typeof import('../vi/confirm.ts').confirm = {
  title: {
    uncertain: 'You might not be served this session',
    unlikely: 'You are unlikely to be served this session',
  },
  why: (range, until) =>
    `${range === null ? 'Many people are waiting' : `The wait is ${range}`}${until === null ? '.' : ` and the session ends at ${until}.`}`,
  nextToday: (part, clock) =>
    `Take a ticket for ${part} and come back at ${clock}. It will not be called before then; after that, in ticket order.`,
  nextDay: (moment) => `If you are not called today, your ticket expires. The next session begins at ${moment}.`,
  unknown: 'If you are not called this session, you will have to come back for the next one.',
  parts: { morning: 'the morning', afternoon: 'the afternoon', evening: 'the evening' },
  takeNext: (part, clock) => `Ticket for ${part}, from ${clock}`,
  takeAnyway: 'Take a ticket for now anyway',
  comeBackLater: 'No ticket – I’ll come back later',
};
