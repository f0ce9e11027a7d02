/** The pictograms that an office may choose for its services and ticket classes; `shared/client/pictograms.svg` has their drawings. */
export const PICTOGRAMS = [
  'aids',
  'book',
  'calendar',
  'card',
  'care',
  'certify',
  'elder',
  'family',
  'files',
  'health',
  'home',
  'info',
  'land',
  'medal',
  'mother',
  'online',
  'papers',
  'people',
  'result',
  'shop',
  'sprout',
  'talk',
  'wheel',
  'work',
] as const;

export type Pictogram = (typeof PICTOGRAMS)[number];
