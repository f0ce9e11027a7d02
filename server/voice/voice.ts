import * as v from 'valibot';
import { LANGUAGES } from '../../shared/language.ts';
import type { Office } from '../../shared/office/office.ts';
import { accept, type Result, refuse } from '../../shared/protocol/rejections.ts';
import { voiceLanguage } from '../../shared/protocol/requests.ts';
import type { ClipProblem, ClipView, VoiceView } from '../../shared/protocol/views/voice.ts';
import { callPhrases, clipsOf, type SpokenCall } from '../../shared/spoken/call.ts';
import type { ClipId } from '../../shared/spoken/clips.ts';
import { type HelpPhrase, helpPhrases, type SpokenHelp, serviceClip } from '../../shared/spoken/help.ts';
import type { ClipLibrary } from './clip-library.ts';
import { joinClips } from './join.ts';
import { writeWav } from './wav.ts';

const SHIPPED_LANGUAGES = ['vi', 'en'];

const PROBLEMS: Record<ClipProblem, readonly [vi: string, en: string]> = {
  'no-wav': ['không phải tệp WAV', 'not a WAV file'],
  'other-format': ['phải là WAV 16 bit, mono, 24 kHz', 'must be 16-bit mono WAV at 24 kHz'],
  'too-long': ['dài hơn 10 giây', 'longer than 10 seconds'],
  unreadable: ['không đọc được tệp', 'the file cannot be read'],
};

/** Screens may ask for any language: whoever makes them up must not fill memory and log. The desk lists every clip. */
const TOLD_AT_MOST = 500;

export type Call = Pick<SpokenCall, 'number' | 'counterNumber' | 'language' | 'recall'>;

/** What of the office decides how it is spoken. */
type Speaking = Pick<Office, 'voice' | 'services' | 'ticketClasses'>;

/** The sound of calls as this office wants them spoken. */
export class OfficeVoice {
  readonly #library: ClipLibrary;
  readonly #folder: string;
  readonly #office: () => Speaking;
  readonly #report: (problem: unknown) => void;
  /** A damaged clip is in many calls of a day; the log tells it once. */
  readonly #told = new Set<string>();

  constructor(library: ClipLibrary, folder: string, office: () => Speaking, report: (problem: unknown) => void) {
    this.#library = library;
    this.#folder = folder;
    this.#office = office;
    this.#report = report;
  }

  /** One WAV file. */
  speak(call: Call): Promise<Result<Buffer>> {
    const { style, dialect } = this.#office().voice;
    const phrases = callPhrases({ ...call, style, dialect });
    return this.#join(
      call.language,
      phrases.map((clips) => ({ clips, otherwise: null })),
    );
  }

  /** One WAV file. */
  help(help: SpokenHelp): Promise<Result<Buffer>> {
    return this.#join(help.language, helpPhrases(help, this.#office()));
  }

  async #join(language: string, phrases: readonly HelpPhrase[]): Promise<Result<Buffer>> {
    const found = await Promise.all(phrases.map((phrase) => this.#phrase(language, phrase)));
    const missing = found.flat().find(({ samples }) => samples === null);
    if (missing) return this.#refuse(`${language}/${missing.id}.wav`);
    return accept(writeWav(joinClips(found.map((clips) => clips.flatMap(({ samples }) => samples ?? [])))));
  }

  async #phrase(language: string, { clips, otherwise }: HelpPhrase) {
    const find = async (id: ClipId) => ({ id, ...(await this.#library.find(language, id)) });
    const found = await Promise.all(clips.map(find));
    for (const { id, problem } of found) if (problem) this.#tell(`${language}/${id}.wav`, problem);
    const complete = otherwise === null || found.every(({ samples }) => samples !== null);
    return complete ? found : Promise.all(otherwise.map(find));
  }

  /** Every language that is shipped, spoken or has a folder, with each of its clips. */
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
        const { source, problem } = await this.#library.find(language, id);
        return { id, words, source, problem };
      }),
    );
  }

  /** Kiosks speak the languages that are shipped. */
  async #serviceNames(language: string): Promise<ClipView[]> {
    const spoken = LANGUAGES.find((known) => known === language);
    if (spoken === undefined) return [];
    return Promise.all(
      this.#office().services.map(async (service) => {
        const id = serviceClip(service);
        const { source, problem } = await this.#library.find(language, id);
        return { id, words: service.name[spoken], source: source ?? 'spelled', problem };
      }),
    );
  }

  #tell(clip: string, problem: ClipProblem): void {
    const [vi, en] = PROBLEMS[problem];
    this.#tellOnce(`voice/${clip}: ${vi}\nvoice/${clip}: ${en}`);
  }

  #refuse(clip: string): Result<never> {
    this.#tellOnce(
      `Thiếu đoạn ghi âm ${clip}: không đọc được lời gọi.\nThe clip ${clip} is missing: calls are not spoken.`,
    );
    return refuse({ code: 'ClipMissing', clip });
  }

  #tellOnce(words: string): void {
    if (this.#told.has(words) || this.#told.size >= TOLD_AT_MOST) return;
    this.#told.add(words);
    this.#report(words);
  }
}
