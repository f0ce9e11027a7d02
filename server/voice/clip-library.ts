import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClipProblem, ClipView } from '../../shared/protocol/views/voice.ts';
import type { ClipId } from '../../shared/spoken/clips.ts';
import { ifMissing, isMissing } from '../files.ts';
import { MOST_BYTES, readWav, type Samples } from './wav.ts';

/** The same from `server/voice/` and, bundled, from `dist/server/`. */
export const SHIPPED_CLIPS = join(import.meta.dirname, '../../server/voice/clips');

interface Found {
  source: ClipView['source'];
  samples: Samples | null;
  /** Why the office's own recording, if there is one, is not what was found. */
  problem: ClipProblem | null;
}

/**
 * The clips in two folders, `<folder>/<language>/<id>.wav`: what the office recorded itself goes before what is shipped, clip
 * by clip. Files are read anew each time, so that a recording is heard as soon as it is there.
 */
export class ClipLibrary {
  readonly #shipped: string;
  readonly #own: string;

  constructor(shipped: string, own: string) {
    this.#shipped = shipped;
    this.#own = own;
  }

  /** The folders that an office made for recordings of its own. */
  async ownLanguages(): Promise<string[]> {
    const entries = await readdir(this.#own, { withFileTypes: true }).catch(ifMissing([]));
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  }

  /** `language` and `id` must be plain names: they become a path. */
  async find(language: string, id: ClipId): Promise<Found> {
    const own = await read(join(this.#own, language, `${id}.wav`));
    if (Buffer.isBuffer(own)) return { source: 'own', samples: own, problem: null };
    const shipped = await read(join(this.#shipped, language, `${id}.wav`));
    if (Buffer.isBuffer(shipped)) return { source: 'shipped', samples: shipped, problem: own };
    return { source: null, samples: null, problem: own ?? shipped };
  }
}

/** Null when there is no such file. */
async function read(path: string): Promise<Samples | ClipProblem | null> {
  try {
    const facts = await stat(path);
    // A pipe of that name would keep the reader waiting for ever.
    if (!facts.isFile()) return 'unreadable';
    return facts.size > MOST_BYTES ? 'too-long' : readWav(await readFile(path));
  } catch (error) {
    // No right to read, a failing disk: the call is spoken without this file, and the desk says so.
    return isMissing(error) ? null : 'unreadable';
  }
}
