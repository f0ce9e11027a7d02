export const ticket: typeof import('../vi/ticket.ts').ticket = {
  chooseService: 'What do you need today?',
  chooseServiceHelp: 'Touch a service to take a ticket',
  waiting: (count) =>
    count === 0 ? 'Nobody is waiting' : count === 1 ? '1 person waiting' : `${count} people waiting`,
  people: (count) => (count === 1 ? '1 person' : `${count} people`),
  waitOf: 'wait',
  wait: (range) => `Wait: ${range}`,
  unavailable: { 'limit-reached': 'No tickets left today', 'not-served': 'No counter serves this' },
  noClerk: 'No clerk at present',
  thisSessionShort: { uncertain: 'May not be reached', unlikely: 'Unlikely to be reached' },
  thisSession: { uncertain: 'May not be reached this session', unlikely: 'Unlikely this session' },

  others: 'Other matters',
  haveAppointment: 'I have an appointment',
  haveAppointmentHelp: 'Enter your 6-digit code',
  typeAgain: 'Type the code again',

  notSure: 'Not sure? Ask here',
  notSureHelp: 'Talk to our information desk',

  scans: {
    offer:
      'By the year of birth on your card you may take a priority ticket for the elderly. Nothing of the card is kept.',
    noOffer: 'This card gives no priority by age. Please choose on the screen. Nothing of the card is kept.',
    'half-card': 'Your card was not read completely. Please scan the QR code of your citizen card again.',
    foreign: 'This code is not ours. Please choose on the screen or ask our staff.',
    unread: 'The code could not be read. Please scan it again.',
  },

  storageTrouble: 'No tickets can be given at the moment. Please ask our staff.',
  printers: {
    ok: null,
    'paper-low': null,
    'paper-out': 'The printer is out of paper. You can still take a number: it will be shown on the screen.',
    'cover-open': 'The printer is open. You can still take a number: it will be shown on the screen.',
    error: 'The printer has a fault. You can still take a number: it will be shown on the screen.',
    unreachable: 'The printer is not ready. You can still take a number: it will be shown on the screen.',
  },
};
