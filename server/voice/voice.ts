import * as v from 'valibot';
import type { Office } from '../../shared/office.ts';
import { accept, type Result, refuse } from '../../shared/rejections.ts';
import { voiceLanguage } from '../../shared/requests.ts';
import { callPhrases, clipsOf, type SpokenCall } from '../../shared/spoken/call.ts';
import { type HelpPhrase, helpPhrases, type SpokenHelp } from '../../shared/spoken/help.ts';
import type { ClipProblem, VoiceView } from '../../shared/spoken/voice-view.ts';
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
      phrases.map((clips) => ({ clips, optional: false })),
    );
  }

  /** One WAV file. */
  help(help: SpokenHelp): Promise<Result<Buffer>> {
    return this.#join(help.language, helpPhrases(help, this.#office()));
  }

  async #join(language: string, phrases: readonly HelpPhrase[]): Promise<Result<Buffer>> {
    const found = await Promise.all(
      phrases.map(async ({ clips, optional }) => ({
        optional,
        clips: await Promise.all(clips.map(async (id) => ({ id, ...(await this.#library.find(language, id)) }))),
      })),
    );
    const spoken = found.filter(({ clips, optional }) => !optional || clips.every(({ samples }) => samples !== null));
    for (const { id, problem } of found.flatMap(({ clips }) => clips)) {
      if (problem) this.#tell(`${language}/${id}.wav`, problem);
    }
    const missing = spoken.flatMap(({ clips }) => clips).find(({ samples }) => samples === null);
    if (missing) return this.#refuse(`${language}/${missing.id}.wav`);
    return accept(writeWav(joinClips(spoken.map(({ clips }) => clips.flatMap(({ samples }) => samples ?? [])))));
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
          clips: await Promise.all(
            Object.entries(clipsOf(language)).map(async ([id, words]) => {
              const { source, problem } = await this.#library.find(language, id);
              return { id, words, source, problem };
            }),
          ),
        })),
      ),
    };
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
    if (this.#told.has(words)) return;
    this.#told.add(words);
    this.#report(words);
  }
}
