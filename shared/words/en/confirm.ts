export const confirm: typeof import('../vi/confirm.ts').confirm = {
  title: {
    uncertain: 'You may not be served in this session',
    unlikely: 'You will hardly be served in this session',
  },
  why: (range, until) =>
    `${range === null ? 'Many people are waiting' : `The wait is ${range}`}${until === null ? '.' : ` and the session ends at ${until}.`}`,
  nextToday: (part, clock) =>
    `With a ticket for ${part} you may leave and come back at ${clock}. It is not called before, and then in the order in which tickets were taken.`,
  nextDay: (moment) =>
    `If your turn does not come today, the ticket is no longer valid. The next session begins at ${moment}.`,
  unknown: 'If your turn does not come in this session, you will have to come back in the next.',
  parts: { morning: 'the morning', afternoon: 'the afternoon', evening: 'the evening' },
  takeNext: (part, clock) => `Ticket for ${part}, from ${clock}`,
  takeAnyway: 'Ticket for this session anyway',
  comeBackLater: 'No ticket, I will come back',
};
