export const steps: typeof import('../vi/steps.ts').steps = {
  waitOf: (range, people) => `Wait ${range}, ${people === 1 ? '1 person' : `${people} people`}`,
  peopleWaiting: (people) =>
    people === 0 ? 'No one is waiting' : people === 1 ? '1 person waiting' : `${people} people waiting`,
  noClerk: 'No one at the counter yet',
  noClerkHelp: 'You can take a ticket, but you will have to wait until a clerk arrives.',
  appointment: (clock) => `Appointment at ${clock}`,
  appointmentCode: (code) => `Appointment ${code}`,

  chooseClass: 'Do you qualify for priority?',
  notPriority: 'No – regular ticket',
  notPriorityHelp: 'None of the above',
  notPriorityOvertaken: 'Priority tickets may be called in between',
  priorityHelp: 'A clerk may ask to see your papers at the counter.',
  byCard: 'By the card just scanned',
  forOthers: 'Several applications',
  dossiersChosen: (count) => (count === 1 ? '1 application' : `${count} applications`),

  yourNumber: 'Your queue number',
  counters: (list) => (/^\d+$/.test(list) ? `Counter ${list}` : `Counters ${list}`),
  dossiersInTurns: (count, perTurn) => `${count} applications, ${perTurn} in each turn`,
  expected: 'Your turn is expected at',
  waitRange: (range) => `a wait of ${range}`,
  calledFrom: 'You will be called from',
  calledFromHelp: 'in ticket order',
  ahead: 'Before you',
  aheadHelp: (people) => (people === 1 ? 'person for this service' : 'people for this service'),
  isNext: 'You are next',
  isNextHelp: 'for this service',

  follow: 'Follow on your phone',
  followHelp: 'Scan to see when your turn is near.',
  qr: (number) => `QR code of number ${number}`,
  listenAgain: 'Listen again',

  printing: 'Printing your ticket…',
  take: {
    below: 'Please take your ticket below',
    left: 'Please take your ticket on the left',
    right: 'Please take your ticket on the right',
  },
  slot: { below: 'the slot is below', left: 'the slot is on the left', right: 'the slot is on the right' },
  thenWait: 'then have a seat until you are called',
  thenComeAt: (clock) => `and be here at ${clock}. It will not be called before then.`,
  printFailed: 'Your ticket could not be printed',
  printUnknown: 'If no ticket came out',
  noPaperHelp:
    'Please take a photo of this screen or write the number down. Your number is still valid, and staff have been told.',
};
