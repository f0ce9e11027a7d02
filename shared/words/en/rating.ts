export const rating: typeof import('../vi/rating.ts').rating = {
  howWasIt: 'How was your visit?',
  otherLanguage: 'Ông/bà có hài lòng không?',
  once: 'One touch is enough.',
  confidential: 'Answers are confidential.',
  forNumber: (number) => `Rating for number ${number}`,
  closed: 'The office is closed',
  opens: (opens) => `Opens ${opens}`,
  scans: {
    card: 'This is not the code of a ticket. Nothing from the card is kept. Please scan your ticket.',
    'half-card': 'The code could not be read. Please scan your ticket.',
    foreign: 'This is not the code of a ticket from here. Please scan your ticket.',
    unread: 'The code could not be read. Please scan it again.',
  },
  notFinished: (number) => `The visit of number ${number} is not over yet. Please rate it afterwards.`,
  storageTrouble: 'Ratings cannot be taken at the moment. Please come back in a few minutes.',
};
