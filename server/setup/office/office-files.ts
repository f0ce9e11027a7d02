/** The logo, pictures and videos that set-up names: their paths in the data folder, and whether they can be shown. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Text } from '../../../shared/language.ts';
import type { Office } from '../../../shared/office/office.ts';
import type { FileProblem, OfficeFileView } from '../../../shared/protocol/views/screens.ts';
import { isMissing } from '../../files.ts';
import type { LogEntry } from '../../log.ts';

type Kind = OfficeFileView['kind'];

const MB = 1_048_576;
/** Limited because every telephone loads the logo, and a TV of 2017 has little memory for pictures. */
const MAX_BYTES: Record<Kind, number> = { logo: MB, picture: 10 * MB, video: 1024 * MB };

/** The first bytes of files of each kind: the name alone may be wrong. */
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

type FileSettings = Pick<Office, 'look' | 'notices'>;

interface NamedFile {
  kind: Kind;
  file: string;
  path: string;
}

export class OfficeFiles {
  readonly #folder: string;
  readonly #office: () => FileSettings;

  /** `folder` is the data folder: it contains the logo, and the files of notices in `notices`. */
  constructor(folder: string, office: () => FileSettings) {
    this.#folder = folder;
    this.#office = office;
  }

  /** The path of the logo; null when there is none or it cannot be shown. */
  logo(): Promise<string | null> {
    return usable(this.#named().find(({ kind }) => kind === 'logo'));
  }

  /** The path of a notice's file; null when it cannot be shown, or when no notice names it, so that no other file is served. */
  notice(name: string): Promise<string | null> {
    return usable(this.#named().find(({ kind, file }) => kind !== 'logo' && file === name));
  }

  /** Every file that set-up names, the logo first. */
  view(): Promise<OfficeFileView[]> {
    return Promise.all(
      this.#named().map(async ({ kind, path }) => ({ kind, path, problem: await problemOf(kind, path) })),
    );
  }

  #named(): NamedFile[] {
    const { look, notices } = this.#office();
    const logo: NamedFile[] =
      look.logo === null ? [] : [{ kind: 'logo', file: look.logo, path: join(this.#folder, look.logo) }];
    const shown = notices.flatMap((notice): NamedFile[] => {
      if (!('file' in notice)) return [];
      const { kind, file } = notice;
      return [{ kind, file, path: join(this.#folder, 'notices', file) }];
    });
    return [...logo, ...shown];
  }
}

async function usable(file: NamedFile | undefined): Promise<string | null> {
  return file && (await problemOf(file.kind, file.path)) === null ? file.path : null;
}

/** For the log at start: an entry for each file that will not be shown. */
export function fileProblems(files: readonly OfficeFileView[]): LogEntry[] {
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
      if (stats.size > MAX_BYTES[kind]) return 'too-large';
      const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0);
      return SIGNATURES[kind].test(buffer.toString('latin1', 0, bytesRead)) ? null : 'wrong-kind';
    } finally {
      await file.close();
    }
  } catch (error) {
    // The supervisor's list names the problem; screens leave the file out.
    return isMissing(error) ? 'missing' : 'unreadable';
  }
}
