export const afterVote: typeof import('../vi/after-vote.ts').afterVote = {
  recorded: 'Recorded:',
  keptForNow: 'Saved, will be sent once online:',
  kept: 'Saved, will be sent once online',
  again: 'Change',
  whatMattered: 'What is the main reason?',
  yourNumber: 'Your ticket number',
  optional: '(optional)',
  otherNumber: 'Other number',
  whyNumber: 'With the number the office can look into this very visit. Your name is not recorded.',

  thanks: 'Thank you for your rating',
  otherThanks: 'Cảm ơn ông/bà!',
  willReview: (hotline) => `The office will look into it. Hotline ${hotline}`,
  satisfiedToday: 'satisfied today',
  votes: (votes) => (votes === 1 ? '1 rating' : `${votes} ratings`),

  typeNumber: 'Type the number on your ticket',
  typeNumberHelp: 'Choose the letter, then the digits',
  letters: 'Letters',
  notLinked: 'The number could not be added',
};
