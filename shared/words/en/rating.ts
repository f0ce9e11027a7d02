export const rating: typeof import('../vi/rating.ts').rating = {
  chooseVisit: 'Please rate your visit today',
  chooseVisitHelp: 'Touch the number on your ticket',
  scans: {
    card: 'This is not the code of a ticket. Nothing of the card is kept. Please scan your ticket or choose its number.',
    'half-card': 'The code could not be read. Please scan your ticket or choose its number.',
    foreign: 'This is not the code of a ticket from here. Please scan your ticket or choose its number.',
    unread: 'The code could not be read. Please scan it again.',
  },
  finishedAt: (clock) => `finished ${clock}`,
  noVisits: 'No visit has been finished just now.',
  otherNumber: 'Type another number',
  withoutNumber: 'Rate without a number',

  typeNumber: 'Type the number on your ticket',
  typeNumberHelp: 'Choose the letter, then the digits',
  letters: 'Letters',

  howWasIt: 'Are you satisfied with our service?',
  forNumber: (number) => `Rating for number ${number}`,
  anonymous: 'Rating without a number',
  confidential: 'Your opinion is kept confidential.',

  whatMattered: 'What mattered most for this rating?',
  whatMatteredHelp: (seconds) => `Choose one or skip. Sent by itself in ${seconds} s.`,
  skip: 'Skip and send',

  thanks: 'Thank you!',
  thanksHelp: 'Your opinion helps us to serve you better.',
  notFinished: (number) =>
    `The visit of number ${number} is not finished, so it cannot be rated yet. Please come back afterwards.`,
  sendsAgain: (seconds) => `A rating has just been sent. Yours will be sent in ${seconds} s.`,
  storageTrouble: 'Ratings cannot be taken at the moment. Please come back in a few minutes.',
};
