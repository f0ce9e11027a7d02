/**
 * The words of which calls are composed, each one a recording of its own. The id of a clip is its file name, so it is plain
 * ASCII. Its words are spelled out, because speech synthesisers read digits and single letters wrong.
 */
export type ClipId = string;
export type Clips = Readonly<Record<ClipId, string>>;

/** Clips for the capital letters, from their names in alphabetical order. */
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
