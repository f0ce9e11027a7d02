export const dossiers: typeof import('../vi/dossiers.ts').dossiers = {
  howManyDossiers: 'How many applications are you handing in?',
  howManyDossiersHelp: 'Touch the number. One ticket is enough.',
  dossiers: (count) => (count === 1 ? '1 application' : `${count} applications`),
  turnsOf: (turns) => (turns === 1 ? '1 turn' : `${turns} turns`),
  more: '10+',
  moreHelp: 'Enter',
  typeHelp: 'Enter the number of applications, 99 at most',
  typed: 'Applications entered',
  turns: (perTurn) =>
    `One turn takes ${perTurn === 1 ? '1 application' : `${perTurn} applications`}, so that others do not wait long. After each turn you keep your number and wait to be called again for the next ones.`,
};
