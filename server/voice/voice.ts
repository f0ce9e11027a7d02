import * as v from 'valibot';
import { LANGUAGES, type Text } from '../../shared/language.ts';
import type { Office } from '../../shared/office/office.ts';
import { accept, type Result, refuse } from '../../shared/protocol/rejections.ts';
import { voiceLanguage } from '../../shared/protocol/requests.ts';
import type { ClipProblem, ClipView, VoiceView } from '../../shared/protocol/views/voice.ts';
import { callPhrases, clipsOf, type SpokenCall } from '../../shared/spoken/call.ts';
import type { ClipId } from '../../shared/spoken/clips.ts';
import { type HelpPhrase, helpPhrases, type SpokenHelp, serviceClip } from '../../shared/spoken/help.ts';
import type { ServiceState } from '../../shared/spoken/service-state.ts';
import type { DurationMs } from '../../shared/time.ts';
import type { Log } from '../log.ts';
import type { ClipLibrary } from './clip-library.ts';
import { joinClips, writeWav } from './wav.ts';

const SHIPPED_LANGUAGES = ['vi', 'en'];

const PROBLEMS: Record<ClipProblem, Text> = {
  'no-wav': { vi: 'không phải tệp WAV', en: 'not a WAV file' },
  'other-format': { vi: 'phải là WAV 16 bit, mono, 24 kHz', en: 'must be 16-bit mono WAV at 24 kHz' },
  'too-long': { vi: 'dài hơn 10 giây', en: 'longer than 10 seconds' },
  unreadable: { vi: 'không đọc được tệp', en: 'the file cannot be read' },
};

/** Where a speaker of a call breathes, before the counter. */
const CALL_PAUSE: DurationMs = 450;
/** Between the choices of a kiosk, of which there may be nine. */
const HELP_PAUSE: DurationMs = 220;
/** Between two words, so that they do not run into each other. */
const WORD_PAUSE: DurationMs = 20;
/** In a number that is spelled out, a visitor compares each sign with the ticket. */
const DIGIT_PAUSE: DurationMs = 120;
const LETTER_PAUSE: DurationMs = 200;

/** Screens may request any language name, so without a limit they could fill memory and log. The desk lists every problem. */
const MAX_LOGGED = 500;

export type Call = Pick<SpokenCall, 'number' | 'counterNumber' | 'language' | 'recall'>;

/** The parts of set-up that speech depends on. */
type SpeechSettings = Pick<Office, 'voice' | 'services' | 'ticketClasses' | 'rating'>;

/** The spoken calls and help of an office, joined from clips by its settings. */
export class OfficeVoice {
  readonly #library: ClipLibrary;
  readonly #folder: string;
  readonly #office: () => SpeechSettings;
  readonly #log: Log;
  /** A damaged clip occurs in many calls of a day, but is logged once. */
  readonly #logged = new Set<string>();

  constructor(library: ClipLibrary, folder: string, office: () => SpeechSettings, log: Log) {
    this.#library = library;
    this.#folder = folder;
    this.#office = office;
    this.#log = log;
  }

  /** Resolves to a WAV file of a call. */
  speak(call: Call): Promise<Result<Buffer>> {
    const { style, dialect } = this.#office().voice;
    const phrases = callPhrases({ ...call, style, dialect });
    return this.#join(
      call.language,
      phrases.map((clips) => ({ clips, otherwise: null })),
      CALL_PAUSE,
    );
  }

  /** Resolves to a WAV file of the help for a step of the kiosk. `states` are what the services offer now. */
  help(help: SpokenHelp, states?: readonly ServiceState[]): Promise<Result<Buffer>> {
    return this.#join(help.language, helpPhrases(help, { ...this.#office(), states }), HELP_PAUSE);
  }

  async #join(language: string, phrases: readonly HelpPhrase[], pause: DurationMs): Promise<Result<Buffer>> {
    const found = await Promise.all(phrases.map((phrase) => this.#phrase(language, phrase)));
    const missing = found.flat().find(({ samples }) => samples === null);
    if (missing) return this.#refuse(`${language}/${missing.id}.wav`);
    const words = found.map((clips) =>
      clips.flatMap(({ id, samples }, index) =>
        samples ? { samples, pause: pauseBetween(id, clips[index + 1]?.id) } : [],
      ),
    );
    return accept(writeWav(joinClips(words, pause)));
  }

  async #phrase(language: string, { clips, otherwise }: HelpPhrase) {
    const find = async (id: ClipId) => ({
      id,
      ...(await this.#library.find(language, id, this.#office().voice.dialect)),
    });
    const found = await Promise.all(clips.map(find));
    for (const { id, problem } of found) if (problem) this.#logProblem(`${language}/${id}.wav`, problem);
    const complete = otherwise === null || found.every(({ samples }) => samples !== null);
    return complete ? found : Promise.all(otherwise.map(find));
  }

  /** All clips of every language that is shipped, spoken in the office or has a folder of recordings. */
  async view(): Promise<VoiceView> {
    const { voice } = this.#office();
    const own = (await this.#library.ownLanguages()).filter((name) => v.is(voiceLanguage, name)).sort();
    const languages = [...new Set([...SHIPPED_LANGUAGES, ...voice.languages, ...own])];
    return {
      voice,
      folder: this.#folder,
      languages: await Promise.all(
        languages.map(async (language) => ({
          language,
          clips: [...(await this.#clips(language)), ...(await this.#serviceNames(language))],
        })),
      ),
    };
  }

  #clips(language: string): Promise<ClipView[]> {
    return Promise.all(
      Object.entries(clipsOf(language)).map(async ([id, words]) => {
        const { source, problem } = await this.#library.find(language, id, this.#office().voice.dialect);
        return { id, words, source, problem };
      }),
    );
  }

  /** None for languages that kiosks do not have. */
  async #serviceNames(language: string): Promise<ClipView[]> {
    const kioskLanguage = LANGUAGES.find((known) => known === language);
    if (kioskLanguage === undefined) return [];
    return Promise.all(
      this.#office().services.map(async (service) => {
        const id = serviceClip(service);
        const { source, problem } = await this.#library.find(language, id, this.#office().voice.dialect);
        return { id, words: service.name[kioskLanguage], source: source ?? 'spelled', problem };
      }),
    );
  }

  #logProblem(clip: string, problem: ClipProblem): void {
    const { vi, en } = PROBLEMS[problem];
    this.#logOnce('clip-problem', { vi: `voice/${clip}: ${vi}`, en: `voice/${clip}: ${en}` });
  }

  #refuse(clip: string): Result<never> {
    this.#logOnce('clip-missing', {
      vi: `Thiếu đoạn ghi âm ${clip}: không đọc được lời gọi.`,
      en: `The clip ${clip} is missing: calls are not spoken.`,
    });
    return refuse({ code: 'ClipMissing', clip });
  }

  #logOnce(code: string, text: Text): void {
    if (this.#logged.has(text.en) || this.#logged.size >= MAX_LOGGED) return;
    this.#logged.add(text.en);
    this.#log({ level: 'warning', code, text });
  }
}

/** Two digits follow each other only in a number that is spelled out. */
function pauseBetween(id: ClipId, next: ClipId | undefined): DurationMs {
  if (id.startsWith('letter-')) return LETTER_PAUSE;
  return id.startsWith('digit-') && next?.startsWith('digit-') ? DIGIT_PAUSE : WORD_PAUSE;
}
