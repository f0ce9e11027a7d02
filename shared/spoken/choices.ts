/** The choices of pages where they are the same in each office, in the order of their keys, and the keys of choices. */

export const CHOICES = {
  confirm: ['take-anyway', 'come-back-later'],
  'confirm-next': ['next-session', 'take-anyway', 'come-back-later'],
  /** The keys 2 to 9 are the numbers themselves. */
  dossiers: ['ten-or-more'],
  'refused-retry': ['try-again'],
  'refused-number': ['type-number'],
  visits: ['type-number', 'without-number'],
  'level-3': ['level-2', 'level-4', 'level-5'],
  'level-5': ['level-1', 'level-2', 'level-3', 'level-4', 'level-5'],
  reason: ['waiting', 'attitude', 'guidance', 'papers', 'room', 'other'],
  aids: ['big-text', 'contrast', 'reach'],
} as const;

/** A number pad has the keys 1 to 9 for choices; the key of `MORE` gives them to the next nine choices. */
export const KEYS = 9;
export const MORE = '.';

/** The digit that chooses the entry at `index`, counted from 0, and in which group of nine: the tenth is 1 in the group 1. */
export function keyOfChoice(index: number): { group: number; digit: number } {
  return { group: Math.floor(index / KEYS), digit: (index % KEYS) + 1 };
}

export function groupsOf(choices: number): number {
  return Math.max(1, Math.ceil(choices / KEYS));
}
