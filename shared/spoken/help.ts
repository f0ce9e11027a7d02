/** What a kiosk says at each step to somebody who cannot read it: a sentence, then each choice with its key. */
import type { Language } from '../language.ts';
import { REGULAR, type Service, type TicketClass } from '../office.ts';
import { type ClipId, digitClip, letterClip } from './clips.ts';

export const HELP_STEPS = [
  'services',
  'class',
  'dossiers',
  'confirm',
  'asking',
  'refused',
  'result',
  'result-no-paper',
  'closed',
  'visits',
  'number',
  'level-3',
  'level-5',
  'reason',
  'thanks',
  'aids',
  'still-there',
] as const;
export type HelpStep = (typeof HELP_STEPS)[number];

export interface SpokenHelp {
  step: HelpStep;
  language: Language;
  /** A ticket's, said before the sentence. */
  number?: string | undefined;
}

/** What the keys 1, 2, 3 … choose where the office has no say in it. */
const CHOICES: Partial<Record<HelpStep, readonly string[]>> = {
  confirm: ['take-anyway', 'come-back-later'],
  dossiers: ['ten-fewer', 'one-fewer', 'one-more', 'ten-more'],
  visits: ['type-number', 'without-number'],
  'level-3': ['level-2', 'level-4', 'level-5'],
  'level-5': ['level-1', 'level-2', 'level-3', 'level-4', 'level-5'],
  reason: ['waiting', 'attitude', 'guidance', 'papers', 'room', 'skip'],
  aids: ['big-text', 'contrast', 'reach'],
};

/** Keys that a number pad has for choosing. */
const MOST = 9;

export interface HelpPhrase {
  clips: ClipId[];
  /** Left out where a clip is missing: names of services are spoken only once the office has recorded them. */
  optional: boolean;
}

/** Phrase by phrase, as the kiosk shows it to this office's visitors. */
export function helpPhrases(
  { step, number }: SpokenHelp,
  office: { services: readonly Service[]; ticketClasses: readonly TicketClass[] },
): HelpPhrase[] {
  const choices = choicesOf(step, office).slice(0, MOST);
  return [
    ...(number === undefined ? [] : [{ clips: ['help-your-number', ...numberClips(number)], optional: false }]),
    // The scale has as many choices as the office wants, but one question.
    { clips: [`help-${step.replace(/-[35]$/, '')}`], optional: false },
    ...choices.map((choice, index) => ({
      clips: ['press-key', digitClip(index + 1), choice],
      optional: step === 'services' || step === 'class',
    })),
  ];
}

function choicesOf(step: HelpStep, { services, ticketClasses }: Parameters<typeof helpPhrases>[1]): ClipId[] {
  if (step === 'services') return services.map(({ letter }) => `service-${letter.toLowerCase()}`);
  if (step !== 'class') return (CHOICES[step] ?? []).map((choice) => `choice-${choice}`);
  const ids = ticketClasses.map(({ id }) => id);
  return [...ids.filter((id) => id === REGULAR), ...ids.filter((id) => id !== REGULAR)].map((id) => `class-${id}`);
}

/** Digit by digit in either style: here the number is learned, not recognised. */
function numberClips(number: string): ClipId[] {
  const [letter = '', ...digits] = number;
  return [letterClip(letter), ...digits.map(digitClip)];
}
