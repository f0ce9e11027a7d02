/** How a call is spoken: both the clips to play and the same sentence in words. */
import type { Voice } from '../office/office.ts';
import { type ClipId, type Clips, digitClip, letterClip } from './clips.ts';
import { en, enNumber } from './en.ts';
import { helpClips } from './help-clips.ts';
import { vi, viNumber } from './vi.ts';

export interface SpokenCall extends Pick<Voice, 'style' | 'dialect'> {
  /** `A012` */
  number: string;
  counterNumber: number;
  /** `vi`, `en`, or a further language of which the office has recordings. */
  language: string;
  recall: boolean;
}

const MOST = 999_999;

interface Speech {
  clips: Clips;
  /** 0 to 999,999. */
  number(value: number, dialect: Voice['dialect']): ClipId[];
}

/** Languages whose numbers can be built from clips. A further language of an office is spoken digit by digit, from few clips. */
const SPEECHES = new Map<string, Speech>([
  ['vi', { clips: { ...vi, ...helpClips.vi }, number: viNumber }],
  ['en', { clips: { ...en, ...helpClips.en }, number: enNumber }],
]);
const OWN_CLIPS: Clips = Object.fromEntries(
  Object.entries(vi).filter(([id]) => /^(recall|please-come|to-counter|letter-.|digit-.)$/.test(id)),
);

/** All clips of a language with the words to record; for a further language of an office the words are Vietnamese. */
export function clipsOf(language: string): Clips {
  return SPEECHES.get(language)?.clips ?? OWN_CLIPS;
}

/** The clips of a whole number from 0 to 999,999; throws RangeError for any other number. */
export function numberClips(value: number, language: string, dialect: Voice['dialect']): ClipId[] {
  if (!Number.isInteger(value) || value < 0 || value > MOST) throw new RangeError(`${value} cannot be spoken`);
  return SPEECHES.get(language)?.number(value, dialect) ?? [...String(value)].map(digitClip);
}

/** The clips of a call, phrase by phrase; between two phrases there is a short pause. */
export function callPhrases({ number, counterNumber, language, style, dialect, recall }: SpokenCall): ClipId[][] {
  const [letter = '', ...digits] = number;
  const whole = style === 'whole' && SPEECHES.has(language);
  const ordinal = whole ? numberClips(Number(digits.join('')), language, dialect) : digits.map(digitClip);
  return [
    ...(recall ? [['recall']] : []),
    ['please-come', letterClip(letter), ...ordinal],
    ['to-counter', ...numberClips(counterNumber, language, dialect)],
  ];
}

/** "Mời công dân có số A không một hai, đến quầy số ba." Null for a further language of an office, whose words are only in its recordings. */
export function callSentence(call: SpokenCall): string | null {
  if (!SPEECHES.has(call.language)) return null;
  const letters = Object.fromEntries([...call.number].map((sign) => [letterClip(sign), sign]));
  const clips = { ...clipsOf(call.language), ...letters };
  const sentence = callPhrases(call)
    .map((phrase) => words(phrase, clips))
    .join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function words(ids: readonly ClipId[], clips: Clips): string {
  return ids.map((id) => clips[id] ?? id).join(' ');
}
