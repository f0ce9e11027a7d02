/** What a kiosk says at each step to a visitor who cannot read the screen: a sentence, then each choice with its key. */
import type { Language } from '../language.ts';
import type { Kiosk, Rating, Service, TicketClass, Voice } from '../office/office.ts';
import { classChoices, waysIn } from '../office/ways-in.ts';
import { numberClips } from './call.ts';
import { CHOICES, groupsOf, keyOfChoice } from './choices.ts';
import { type ClipId, digitClip, letterClip } from './clips.ts';
import { type ServiceState, stateClips } from './service-state.ts';

export const HELP_STEPS = [
  'services',
  'class',
  /** The class of a visitor with an appointment, who is not asked for dossiers. */
  'class-booked',
  'dossiers',
  'confirm',
  'confirm-next',
  'asking',
  'refused',
  'refused-retry',
  'refused-number',
  'result',
  'result-later',
  'result-no-paper',
  'code',
  /** The code typed before cannot be used. */
  'code-again',
  'found-waiting',
  'found-back',
  'found-stranded',
  'found-called',
  'found-over',
  'closed',
  'visits',
  'number',
  /** The letter of the number is chosen, or the office has only one. */
  'digits',
  'level-3',
  'level-5',
  'reason',
  'thanks',
  /** The thanks, with the numbers of the visits finished last. */
  'thanks-number',
  'aids',
  'still-there',
] as const;
export type HelpStep = (typeof HELP_STEPS)[number];

/** Further buttons by their first keys, as they are spoken when the focus moves to them. */
const FOCUSED_BUTTONS = {
  // In the question whether the visitor needs more time.
  '1': 'button-go-on',
  Enter: 'button-go-on',
  Backspace: 'button-erase',
  Delete: 'button-clear',
  '0': 'button-listen',
  '/': 'button-listen',
  Plus: 'help-aids',
  'language-vi': 'language-vi',
  'language-en': 'language-en',
  PageUp: 'button-above',
  PageDown: 'button-below',
} as const satisfies Record<string, ClipId>;

export interface SpokenHelp {
  step: HelpStep;
  language: Language;
  /** The number of a ticket, spoken before the sentence. */
  number?: string | undefined;
  /** Spoken after the sentence. */
  counter?: number | undefined;
  /** Where the paper comes out, spoken after the sentence. */
  slot?: Kiosk['slot'] | undefined;
  /** Which nine of the choices have the keys now; 0 when it is left out. After the first nine the sentence is not repeated. */
  group?: number | undefined;
  /** Only this button is spoken: `choice-12` counted from 0, `digit-3`, `letter-a`, `language-vi`, or the first key of another. */
  focus?: string | undefined;
  /** Whether the page offers appointments; when left out, whether a service can be booked. */
  appointments?: boolean | undefined;
  /** The numbers that the rating pad offers. */
  visits?: readonly string[] | undefined;
}

export interface HelpPhrase {
  clips: ClipId[];
  /** Spoken when a clip is missing, as for the names of an office's services; null where no clip may be missing. */
  otherwise: ClipId[] | null;
}

/** The part of an office on which the spoken help depends. */
export interface Helped {
  services: readonly Pick<Service, 'id' | 'letter' | 'appointments' | 'informationDesk'>[];
  ticketClasses: readonly Pick<TicketClass, 'id'>[];
  rating: Pick<Rating, 'order'>;
  voice: Pick<Voice, 'dialect'>;
  /** What each service offers now, spoken after its name; left out, only the names are spoken. */
  states?: readonly ServiceState[] | undefined;
}

/** The clip with the name of a service, which the office records itself. */
export function serviceClip({ id }: Pick<Service, 'id'>): ClipId {
  return `service-${id}`;
}

/** The phrases of a step, with the choices in the order in which the kiosk of this office shows them. */
export function helpPhrases(help: SpokenHelp, office: Helped): HelpPhrase[] {
  const { step, language, number, counter, slot, group = 0, focus } = help;
  const { dialect } = office.voice;
  const choices = choicesOf(help, office);
  if (focus !== undefined) return focusPhrases(focus, step, choices);
  const heading = [
    ...(number === undefined ? [] : [spoken('help-your-number', ...spelled(number))]),
    // Variants of a step with other choices have the same sentence.
    spoken(`help-${step.replace(/-(3|5|next|booked|retry|number)$/, '')}`),
    ...(counter === undefined ? [] : [spoken('to-counter', ...numberClips(counter, language, dialect))]),
    ...(slot === undefined ? [] : [spoken(`slot-${slot}`)]),
  ];
  return [
    ...(group === 0 ? heading : []),
    ...choices.flatMap((choice, index) => (keyOfChoice(index).group === group ? choicePhrase(choice, index) : [])),
    ...(groupsOf(choices.length) > 1 ? [spoken('press-key', 'key-dot', 'button-more')] : []),
  ];
}

/** The choices of a step by their keys; null is a key without a choice. */
export function choicesOf(help: SpokenHelp, office: Helped): (HelpPhrase | null)[] {
  const { services, ticketClasses, rating, voice, states = [] } = office;
  const { step, visits = [], appointments = services.some((service) => service.appointments !== null) } = help;
  switch (step) {
    case 'services':
      return waysIn(services, appointments).map((way) => {
        if (way === 'appointment') return spoken('choice-appointment');
        const state = states.find(({ id }) => id === way.id);
        const more = state ? stateClips(state, help.language, voice.dialect) : [];
        if (way.informationDesk) return spoken('choice-not-sure', ...more);
        return { clips: [serviceClip(way), ...more], otherwise: ['service', letterClip(way.letter), ...more] };
      });
    case 'class':
    case 'class-booked':
      return classChoices(ticketClasses, step === 'class').map((choice) => {
        if (choice === 'dossiers') return spoken('choice-for-others');
        return choice && { clips: [`class-${choice.id}`], otherwise: ['class'] };
      });
    case 'number':
      // With only one letter there is no choice.
      return services.length > 1 ? services.map(({ letter }) => spoken(letterClip(letter))) : [];
    case 'visits':
      return [...fixedChoices(step), ...visits.map((number) => spoken(...spelled(number)))];
    case 'level-3':
    case 'level-5':
      return rating.order === 'best-first' ? fixedChoices(step).reverse() : fixedChoices(step);
    case 'reason':
    case 'thanks-number':
      return [
        ...fixedChoices(step),
        ...visits.map((number) => spoken(...spelled(number))),
        spoken('choice-type-number'),
      ];
    default:
      return fixedChoices(step);
  }
}

const FIXED: Partial<Record<HelpStep, readonly string[]>> = CHOICES;

function fixedChoices(step: HelpStep): HelpPhrase[] {
  return (FIXED[step] ?? []).map((choice) => spoken(`choice-${choice}`));
}

function spoken(...clips: ClipId[]): HelpPhrase {
  return { clips, otherwise: null };
}

/** "Phím một, lĩnh vực A." Nothing for a key without a choice. */
function choicePhrase(choice: HelpPhrase | null | undefined, index: number): HelpPhrase[] {
  if (!choice) return [];
  const key = ['press-key', digitClip(keyOfChoice(index).digit)];
  return [{ clips: [...key, ...choice.clips], otherwise: choice.otherwise && [...key, ...choice.otherwise] }];
}

function focusPhrases(focus: string, step: HelpStep, choices: (HelpPhrase | null)[]): HelpPhrase[] {
  const [kind = '', which = ''] = focus.split(/-(?=.)/);
  if (kind === 'choice') return choicePhrase(choices[Number(which)], Number(which));
  if (kind === 'digit') return [spoken(digitClip(which))];
  if (kind === 'letter') return [spoken(letterClip(which))];
  if (focus === '-') return [spoken(backName(step))];
  if (focus === 'Enter' && step === 'reason') return [spoken('button-done')];
  return Object.entries(FOCUSED_BUTTONS).flatMap(([key, name]) => (key === focus ? spoken(name) : []));
}

/** What the key `-` does at this step. */
function backName(step: HelpStep): ClipId {
  if (/^(result|found|refused-number)/.test(step)) return 'button-done';
  if (/^(reason|thanks)/.test(step)) return 'button-again';
  return /^(refused|still-there)/.test(step) ? 'button-to-start' : 'button-back';
}

/** Digit by digit, also where calls speak whole numbers: the visitor hears the number for the first time. */
function spelled(number: string): ClipId[] {
  const [letter = '', ...digits] = number;
  return [letterClip(letter), ...digits.map(digitClip)];
}
