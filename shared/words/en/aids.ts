export const aids: typeof import('../vi/aids.ts').aids = {
  help: 'Choose what makes this screen easier for you. It goes back to normal for the next visitor.',
  names: {
    'big-text': 'Larger text',
    contrast: 'Dark ground, bright text',
    reach: 'Low buttons (wheelchair users, children)',
  },
  on: 'On',
  off: 'Off',
  keypad: [
    ['1 – 9', 'choose what has that number'],
    ['−', 'back, finish'],
    ['0 /', 'listen, listen again'],
    ['↵', 'confirm'],
    ['.', 'erase, more choices'],
    ['*', 'other language'],
    ['+', 'larger, easier'],
  ],
};
