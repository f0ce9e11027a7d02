/** The data folder at the start: the server must be able to use it, and only the user that the server runs as may read it. */
import { constants, type Stats } from 'node:fs';
import { access, chmod, lstat, readdir, readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { ifMissing, isMissing, makeFolder } from './files.ts';
import { OperatorError } from './log.ts';

const { R_OK, W_OK, X_OK } = constants;
const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;
/** What the server uses each of its folders for; an administrator puts files into the last two. Other folders are not ours. */
const FOLDERS = { setup: R_OK | W_OK, journal: R_OK | W_OK, notices: R_OK, voice: R_OK };

/** Something in the data folder belongs to another user and cannot be used. The text names the owner and the command that mends it. */
export class DataFolderRefused extends OperatorError {
  override readonly name = 'DataFolderRefused';

  constructor(folder: string, path: string, owner: string, user: string) {
    const command = `sudo mkdir -p '${folder}' && sudo chown -R '${user}:' '${folder}'`;
    super('data-folder-refused', {
      vi: `Máy chủ chạy bằng người dùng "${user}", nhưng ${path} thuộc về "${owner}" và người dùng này không có quyền dùng. Vui lòng chạy lệnh sau rồi khởi động lại:\n  ${command}`,
      en: `The server runs as the user "${user}", but ${path} belongs to "${owner}", and this user has no right to use it. Run this command, then start again:\n  ${command}`,
    });
  }
}

/**
 * Creates the folder when it is missing, and closes what belongs to this user to all others. Throws `DataFolderRefused` when a part of it
 * belongs to another user and cannot be used, as after a first start as root.
 */
export async function prepareDataFolder(folder: string): Promise<void> {
  await refusing(folder, dirname(folder), makeFolder(folder));
  // Windows has no such owners and rights.
  if (!process.getuid) return;
  // A link to the data folder counts as the folder.
  await closeToOthers(folder, folder, await stat(folder), R_OK | W_OK);
  for (const [name, needed] of Object.entries(FOLDERS)) await closeTree(folder, join(folder, name), needed);
}

async function closeTree(folder: string, path: string, needed: number): Promise<void> {
  const info = await lstat(path).catch(ifMissing(null));
  if (!info?.isDirectory() && !info?.isFile()) return;
  await closeToOthers(folder, path, info, needed);
  if (info.isFile()) return;
  for (const name of await readdir(path)) await closeTree(folder, join(path, name), needed);
}

async function closeToOthers(folder: string, path: string, info: Stats, needed: number): Promise<void> {
  const isFolder = info.isDirectory();
  if (info.uid === process.getuid?.()) await setMode(path, info.mode, isFolder ? PRIVATE_FOLDER : PRIVATE_FILE);
  else await refusing(folder, path, access(path, isFolder ? needed | X_OK : needed));
}

async function setMode(path: string, mode: number, wanted: number): Promise<void> {
  if ((mode & 0o777) === wanted) return;
  // A read-only disk and some network disks refuse it: the office must be able to open all the same.
  await chmod(path, wanted).catch(() => undefined);
}

/** Waits for `use` of `path` and turns a lack of rights into a sentence. A read-only disk is reported where it is written. */
async function refusing(folder: string, path: string, use: Promise<void>): Promise<void> {
  try {
    await use;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EROFS') return;
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
    throw new DataFolderRefused(folder, path, await ownerOf(path), ownName());
  }
}

async function ownerOf(path: string): Promise<string> {
  try {
    const { uid } = await lstat(path);
    const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
    const line = users.split('\n').find((each) => each.split(':')[2] === String(uid));
    return line?.split(':')[0] ?? String(uid);
  } catch (error) {
    // The folder above a data folder that has several new folders in its path.
    if (isMissing(error) && path !== dirname(path)) return ownerOf(dirname(path));
    return '?';
  }
}

function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user of a container may have no name.
    return String(process.getuid?.() ?? '?');
  }
}
