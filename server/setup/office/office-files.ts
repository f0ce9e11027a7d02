/** Pictures, videos and the logo that set-up names: where they lie in the data folder, and whether they can be shown. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Text } from '../../../shared/language.ts';
import type { Office } from '../../../shared/office/office.ts';
import type { FileProblem, OfficeFileView } from '../../../shared/protocol/views/screens.ts';
import { isMissing } from '../../files.ts';
import type { LogEntry } from '../../log.ts';

type Kind = OfficeFileView['kind'];

const MB = 1_048_576;
/** A logo goes to every telephone; a TV of 2017 has little memory for a picture. */
const MOST_BYTES: Record<Kind, number> = { logo: MB, picture: 10 * MB, video: 1024 * MB };

/** How files of each kind begin, whatever they are called. */
const SIGNATURES: Record<Kind, RegExp> = {
  logo: /^(?:\x89PNG|\xff\xd8\xff|\s*<(?:svg|\?xml|!--|!DOCTYPE svg))/,
  picture: /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP)/s,
  video: /^(?:....ftyp|.E\xdf\xa3)/s,
};

const PROBLEMS: Record<FileProblem, Text> = {
  missing: { vi: 'không thấy tệp', en: 'the file is not there' },
  'too-large': { vi: 'tệp quá lớn', en: 'the file is too large' },
  'wrong-kind': { vi: 'nội dung không đúng loại tệp', en: 'the file is not what its name says' },
  unreadable: { vi: 'không đọc được tệp', en: 'the file cannot be read' },
};

type Described = Pick<Office, 'look' | 'notices'>;

interface Named {
  kind: Kind;
  file: string;
  path: string;
}

export class OfficeFiles {
  readonly #folder: string;
  readonly #office: () => Described;

  /** `folder` is the data folder: the logo lies in it, what the notices show in `notices`. */
  constructor(folder: string, office: () => Described) {
    this.#folder = folder;
    this.#office = office;
  }

  /** Null for no logo, and for one that screens leave out. */
  logo(): Promise<string | null> {
    return usable(this.#named().find(({ kind }) => kind === 'logo'));
  }

  /** Null for a name that no notice has, so that nothing else of the folder is given out, and for what screens leave out. */
  notice(name: string): Promise<string | null> {
    return usable(this.#named().find(({ kind, file }) => kind !== 'logo' && file === name));
  }

  /** Every file that set-up names, the logo first. */
  view(): Promise<OfficeFileView[]> {
    return Promise.all(
      this.#named().map(async ({ kind, path }) => ({ kind, path, problem: await problemOf(kind, path) })),
    );
  }

  #named(): Named[] {
    const { look, notices } = this.#office();
    const logo: Named[] =
      look.logo === null ? [] : [{ kind: 'logo', file: look.logo, path: join(this.#folder, look.logo) }];
    const shown = notices.flatMap((notice): Named[] => {
      if (!('file' in notice)) return [];
      const { kind, file } = notice;
      return [{ kind, file, path: join(this.#folder, 'notices', file) }];
    });
    return [...logo, ...shown];
  }
}

async function usable(named: Named | undefined): Promise<string | null> {
  return named && (await problemOf(named.kind, named.path)) === null ? named.path : null;
}

/** For the log at the start, an entry for each file that will not be shown. */
export function fileTroubles(files: readonly OfficeFileView[]): LogEntry[] {
  return files.flatMap(({ path, problem }) => {
    if (problem === null) return [];
    const { vi, en } = PROBLEMS[problem];
    const text = { vi: `${path}: ${vi}, màn hình sẽ bỏ qua.`, en: `${path}: ${en}; screens leave it out.` };
    return { level: 'warning', code: 'office-file', facts: { path, problem }, text };
  });
}

async function problemOf(kind: Kind, path: string): Promise<FileProblem | null> {
  try {
    const file = await open(path, 'r');
    try {
      const stats = await file.stat();
      if (!stats.isFile()) return 'wrong-kind';
      if (stats.size > MOST_BYTES[kind]) return 'too-large';
      const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0);
      return SIGNATURES[kind].test(buffer.toString('latin1', 0, bytesRead)) ? null : 'wrong-kind';
    } finally {
      await file.close();
    }
  } catch (error) {
    // The supervisor's list names the problem; the hall goes on without this file.
    return isMissing(error) ? 'missing' : 'unreadable';
  }
}
