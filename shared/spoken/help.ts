/** What a kiosk says at each step to somebody who cannot read it: a sentence, then each choice with its key. */
import type { Language } from '../language.ts';
import { REGULAR, type Service, type TicketClass, type Voice } from '../office/office.ts';
import { numberClips } from './call.ts';
import { type ClipId, digitClip, letterClip } from './clips.ts';

export const HELP_STEPS = [
  'services',
  'class',
  'dossiers',
  'confirm',
  'confirm-next',
  'asking',
  'refused',
  'result',
  'result-later',
  'result-no-paper',
  'code',
  'found-waiting',
  'found-back',
  'found-called',
  'found-over',
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
  /** Said after the sentence. */
  counter?: number | undefined;
}

/** What the keys 1, 2, 3 … choose where the office has no say in it. */
const CHOICES: Partial<Record<HelpStep, readonly string[]>> = {
  confirm: ['take-anyway', 'come-back-later'],
  'confirm-next': ['next-session', 'take-anyway', 'come-back-later'],
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
  /** Said where one of them is missing, for an office's own names are not shipped; null where that must not be. */
  otherwise: ClipId[] | null;
}

/** What of an office decides what its kiosks say. */
export interface Helped {
  services: readonly Pick<Service, 'id' | 'letter' | 'appointments'>[];
  ticketClasses: readonly Pick<TicketClass, 'id'>[];
  voice: Pick<Voice, 'dialect'>;
}

/** The clip of an office's own name for a service. */
export function serviceClip({ id }: Pick<Service, 'id'>): ClipId {
  return `service-${id}`;
}

/** Phrase by phrase, as the kiosk shows it to this office's visitors. */
export function helpPhrases({ step, language, number, counter }: SpokenHelp, office: Helped): HelpPhrase[] {
  const told = (...clips: ClipId[]): HelpPhrase => ({ clips, otherwise: null });
  const { dialect } = office.voice;
  return [
    ...(number === undefined ? [] : [told('help-your-number', ...spelled(number))]),
    // More or fewer choices, but one question.
    told(`help-${step.replace(/-(3|5|next)$/, '')}`),
    ...(counter === undefined ? [] : [told('to-counter', ...numberClips(counter, language, dialect))]),
    ...choicesOf(step, office)
      .slice(0, MOST)
      .map(({ name, otherwise }, index) => {
        const key = ['press-key', digitClip(index + 1)];
        return { clips: [...key, name], otherwise: otherwise && [...key, ...otherwise] };
      }),
  ];
}

interface Choice {
  name: ClipId;
  /** Null where the name must be there. */
  otherwise: ClipId[] | null;
}

function choicesOf(step: HelpStep, { services, ticketClasses }: Helped): Choice[] {
  if (step === 'services') {
    const names = services.map((service) => ({
      name: serviceClip(service),
      otherwise: ['service', letterClip(service.letter)],
    }));
    const bookable = services.some(({ appointments }) => appointments !== null);
    return bookable ? [...names, { name: 'choice-appointment', otherwise: null }] : names;
  }
  // Where there is one letter only, nobody has to choose it.
  if (step === 'number' && services.length > 1)
    return services.map(({ letter }) => ({ name: letterClip(letter), otherwise: null }));
  if (step !== 'class') return (CHOICES[step] ?? []).map((choice) => ({ name: `choice-${choice}`, otherwise: null }));
  const ids = ticketClasses.map(({ id }) => id);
  return [...ids.filter((id) => id === REGULAR), ...ids.filter((id) => id !== REGULAR)].map((id) => ({
    name: `class-${id}`,
    otherwise: ['class'],
  }));
}

/** Digit by digit in either style: here the number is learned, not recognised. */
function spelled(number: string): ClipId[] {
  const [letter = '', ...digits] = number;
  return [letterClip(letter), ...digits.map(digitClip)];
}
