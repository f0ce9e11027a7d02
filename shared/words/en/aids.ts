export const aids: typeof import('../vi/aids.ts').aids = {
  help: 'Choose what makes this screen easier for you. It goes back to normal for the next visitor.',
  names: {
    'big-text': 'Larger text',
    contrast: 'Dark ground, bright text',
    reach: 'Buttons within reach, low down',
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
    ['+', 'accessibility'],
  ],
};
