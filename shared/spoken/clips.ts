/**
 * The words that calls are spoken with, each one recorded by itself. A clip's id is also its file name, so it is plain ASCII;
 * its words are what the speaker says, spelled out, because synthesisers read digits and single letters wrong.
 */
export type ClipId = string;
export type Clips = Readonly<Record<ClipId, string>>;

/** A name of a clip for each capital letter, in alphabetical order. */
export function letterClips(names: readonly string[]): Clips {
  return Object.fromEntries(names.map((name, index) => [letterClip(String.fromCharCode(65 + index)), name]));
}

export function digitClips(names: readonly string[]): Clips {
  return Object.fromEntries(names.map((name, digit) => [digitClip(digit), name]));
}

export function letterClip(letter: string): ClipId {
  return `letter-${letter.toLowerCase()}`;
}

export function digitClip(digit: number | string): ClipId {
  return `digit-${digit}`;
}
