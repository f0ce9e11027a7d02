export const dossiers: typeof import('../vi/dossiers.ts').dossiers = {
  howManyDossiers: 'How many dossiers do you bring?',
  howManyDossiersHelp: 'For whoever comes for others or has several dossiers. One ticket is enough.',
  dossierWord: (count) => (count === 1 ? 'dossier' : 'dossiers'),
  fewerDossiers: (step) => (step === 1 ? 'One fewer' : `${step} fewer`),
  moreDossiers: (step) => (step === 1 ? 'One more' : `${step} more`),
  turns: (count, perTurn) =>
    count > perTurn
      ? `${perTurn === 1 ? 'One dossier is' : `${perTurn} dossiers are`} served in each turn. After a turn you keep your number and the time you have waited, and are called again for the rest. One ticket is enough.`
      : 'These dossiers are served in one turn.',
};
