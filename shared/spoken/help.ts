/** What a kiosk says at each step to a visitor who cannot read the screen: a sentence, then each choice with its key. */
import type { Language } from '../language.ts';
import { REGULAR, type Service, type TicketClass, type Voice } from '../office/office.ts';
import { waysIn } from '../office/ways-in.ts';
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
  'found-stranded',
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
  /** The number of a ticket, spoken before the sentence. */
  number?: string | undefined;
  /** Spoken after the sentence. */
  counter?: number | undefined;
}

/** What the keys 1, 2, 3 … choose where that is the same in each office. */
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

/** A number pad has this number of keys for choices. */
const MOST = 9;

export interface HelpPhrase {
  clips: ClipId[];
  /** Spoken when a clip is missing, as for the names of an office's services; null where no clip may be missing. */
  otherwise: ClipId[] | null;
}

/** The part of an office on which the spoken help depends. */
export interface Helped {
  services: readonly Pick<Service, 'id' | 'letter' | 'appointments' | 'informationDesk'>[];
  ticketClasses: readonly Pick<TicketClass, 'id'>[];
  voice: Pick<Voice, 'dialect'>;
}

/** The clip with the name of a service, which the office records itself. */
export function serviceClip({ id }: Pick<Service, 'id'>): ClipId {
  return `service-${id}`;
}

/** The phrases of a step, with the choices in the order in which the kiosk of this office shows them. */
export function helpPhrases({ step, language, number, counter }: SpokenHelp, office: Helped): HelpPhrase[] {
  const spoken = (...clips: ClipId[]): HelpPhrase => ({ clips, otherwise: null });
  const { dialect } = office.voice;
  return [
    ...(number === undefined ? [] : [spoken('help-your-number', ...spelled(number))]),
    // Variants of a step with other choices have the same sentence.
    spoken(`help-${step.replace(/-(3|5|next)$/, '')}`),
    ...(counter === undefined ? [] : [spoken('to-counter', ...numberClips(counter, language, dialect))]),
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
  /** Null where the clip of the name cannot be missing. */
  otherwise: ClipId[] | null;
}

function choicesOf(step: HelpStep, { services, ticketClasses }: Helped): Choice[] {
  if (step === 'services') {
    const bookable = services.some(({ appointments }) => appointments !== null);
    return waysIn(services, bookable).map((way) => {
      if (way === 'appointment') return { name: 'choice-appointment', otherwise: null };
      if (way.informationDesk) return { name: 'choice-not-sure', otherwise: null };
      return { name: serviceClip(way), otherwise: ['service', letterClip(way.letter)] };
    });
  }
  // With only one letter there is no choice.
  if (step === 'number' && services.length > 1)
    return services.map(({ letter }) => ({ name: letterClip(letter), otherwise: null }));
  if (step !== 'class') return (CHOICES[step] ?? []).map((choice) => ({ name: `choice-${choice}`, otherwise: null }));
  const ids = ticketClasses.map(({ id }) => id);
  return [...ids.filter((id) => id === REGULAR), ...ids.filter((id) => id !== REGULAR)].map((id) => ({
    name: `class-${id}`,
    otherwise: ['class'],
  }));
}

/** Digit by digit, also where calls speak whole numbers: the visitor hears the number for the first time. */
function spelled(number: string): ClipId[] {
  const [letter = '', ...digits] = number;
  return [letterClip(letter), ...digits.map(digitClip)];
}
