import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Voice } from '../../shared/office/office.ts';
import type { ClipProblem, ClipView } from '../../shared/protocol/views/voice.ts';
import type { ClipId } from '../../shared/spoken/clips.ts';
import { ifMissing, isMissing } from '../files.ts';
import { MAX_BYTES, readWav, type Samples } from './wav.ts';

/** This relative path is right both from `server/voice/` and, after bundling, from `dist/server/`. */
export const SHIPPED_CLIPS = join(import.meta.dirname, '../../server/voice/clips');

interface Found {
  source: ClipView['source'];
  samples: Samples | null;
  /** Why the office's own recording is not used, if it has one. */
  problem: ClipProblem | null;
}

/**
 * The clips in two folders, as `<folder>/<language>/<id>.wav`, and for the south of Viet Nam `vi-south` among the shipped ones: each recording of the office takes precedence over the shipped
 * clip. Files are read at each use, so that a new recording is played at once.
 */
export class ClipLibrary {
  readonly #shipped: string;
  readonly #own: string;

  constructor(shipped: string, own: string) {
    this.#shipped = shipped;
    this.#own = own;
  }

  /** The names of the folders that the office has made for its own recordings. */
  async ownLanguages(): Promise<string[]> {
    const entries = await readdir(this.#own, { withFileTypes: true }).catch(ifMissing([]));
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  }

  /** `language` and `id` must be plain names: they become a path. */
  async find(language: string, id: ClipId, dialect: Voice['dialect']): Promise<Found> {
    const own = await read(join(this.#own, language, `${id}.wav`));
    if (Buffer.isBuffer(own)) return { source: 'own', samples: own, problem: null };
    const shipped = await read(join(this.#shipped, shippedFolder(language, dialect), `${id}.wav`));
    if (Buffer.isBuffer(shipped)) return { source: 'shipped', samples: shipped, problem: own };
    return { source: null, samples: null, problem: own ?? shipped };
  }
}

/** The office's own recordings are in its dialect anyway. */
function shippedFolder(language: string, dialect: Voice['dialect']): string {
  return language === 'vi' && dialect === 'south' ? 'vi-south' : language;
}

/** Null when the file does not exist. */
async function read(path: string): Promise<Samples | ClipProblem | null> {
  try {
    const stats = await stat(path);
    // Reading a named pipe would block forever.
    if (!stats.isFile()) return 'unreadable';
    return stats.size > MAX_BYTES ? 'too-long' : readWav(await readFile(path));
  } catch (error) {
    // No permission or a failing disk: another clip is used or the call is refused, and the desk shows the problem.
    return isMissing(error) ? null : 'unreadable';
  }
}
