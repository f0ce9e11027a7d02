export const counterSign: typeof import('../vi/counter-sign.ts').counterSign = {
  counter: 'Counter',
  ready: 'Ready for you',
  readyHint: 'Please wait: the number called will be shown here',
  paused: 'Short break',
  pausedHint: 'Back soon',
  backAt: (clock) => `Back at ${clock}`,
  closed: 'Counter closed',
  closedHint: 'Please see the main screen for open counters',
  noSuchCounter: (number) => `There is no counter ${number}`,
  noSuchCounterHint: 'Please check the counter number at the end of this page’s address',
};
