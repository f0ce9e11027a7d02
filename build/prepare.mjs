// Runs before packages are installed, so it may import only Node's own modules.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SOURCES = [
  'build',
  'kiosk',
  'display',
  'desk',
  'server',
  'shared',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
];

/** URL of the built server. */
export const ready = pathToFileURL(join(ROOT, 'dist/server/main.js'));

// Each stamp is written last and contains a hash of its inputs: when it is missing or differs, the work is done again.
const INSTALLED = join(ROOT, 'node_modules/.den-luot-installed');
const BUILT = join(ROOT, 'dist/.den-luot-built');

/** Installs and builds what is missing or out of date, and uses npm and the network only then. Exits the process on failure. */
export function prepare() {
  if (!install() || !build()) process.exit(1);
}

/** @returns {boolean} whether `node_modules` now agrees with package-lock.json */
export function install() {
  const wanted = `${process.platform} ${process.arch} ${hashOf([join(ROOT, 'package-lock.json')])}`;
  if (readStamp(INSTALLED) === wanted) return true;
  if (!mayChange(join(ROOT, 'node_modules'))) return false;
  console.error(
    'Đang cài đặt các gói cần thiết (lần đầu mất vài phút)… Installing packages (some minutes the first time)…',
  );
  rmSync(INSTALLED, { force: true });
  if (!npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'])) {
    console.error(
      `Không cài đặt được. Lần chạy đầu tiên cần có mạng Internet: vui lòng kiểm tra kết nối (và proxy) rồi chạy lại; không phải xóa gì cả.
Could not install. The first start needs the internet: check the connection (and proxy) and start again; nothing has to be deleted.`,
    );
    return false;
  }
  writeStamp(INSTALLED, wanted);
  return true;
}

/** @returns {boolean} whether `dist` is now built from the current sources */
export function build() {
  const wanted = buildId();
  if (readStamp(BUILT) === wanted) return true;
  if (!mayChange(join(ROOT, 'dist'))) return false;
  console.error('Đang dựng chương trình… Building…');
  if (!node(['node_modules/vite/bin/vite.js', 'build', '--logLevel=warn'], { NODE_ENV: 'production' })) {
    console.error('Không dựng được chương trình; lỗi ở ngay trên. The build failed; the reason stands above.');
    return false;
  }
  writeStamp(BUILT, wanted);
  return true;
}

/**
 * Says what to do when a folder of the program belongs to another user, as after a first start as root.
 * @param {string} folder which may be missing
 * @returns {boolean} whether this user may change it
 */
function mayChange(folder) {
  const path = isThere(folder) ? folder : ROOT;
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch (error) {
    // Any other error is reported by the tool that writes there.
    if (!(error instanceof Error && 'code' in error && error.code === 'EACCES')) return true;
    const owner = spawnSync('stat', ['-c', '%U', path], { encoding: 'utf8' }).stdout?.trim() || '?';
    const user = userInfo().username;
    console.error(
      `Máy chủ chạy bằng người dùng "${user}", nhưng ${path} thuộc về "${owner}". Vui lòng chạy lệnh sau rồi khởi động lại:
The server runs as the user "${user}", but ${path} belongs to "${owner}". Run this command, then start again:
  sudo chown -R '${user}:' '${ROOT}'`,
    );
    return false;
  }
}

/** @param {string} path */
function isThere(path) {
  try {
    accessSync(path, constants.F_OK);
    return true;
  } catch {
    return false;
  }
}

/** Called by the build before it changes `dist`, so that an interrupted build is never taken for a complete one. */
export function unstamp() {
  rmSync(BUILT, { force: true });
}

/** An id of the sources of pages and server; the same sources give the same id on every machine. */
export function buildId() {
  return hashOf(SOURCES.flatMap((name) => filesUnder(join(ROOT, name)))).slice(0, 12);
}

/**
 * Runs a script with the same Node and terminal.
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to the environment of this process
 * @param {string} [cwd]
 * @returns {boolean} whether it exited with code 0
 */
export function node(args, env, cwd = ROOT) {
  return spawnSync(process.execPath, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

/**
 * @param {string[]} args without spaces and special characters, because they may pass through a shell
 * @param {string} [cwd]
 * @returns {boolean} whether it exited with code 0
 */
export function npm(args, cwd = ROOT) {
  // npm gives its own path to the scripts that it runs. Without it (plain node, another package manager) npm is found in PATH;
  // on Windows that is a .cmd file, which only a shell can start.
  const cli = process.env.npm_execpath ?? '';
  if (basename(cli) === 'npm-cli.js') return node([cli, ...args], {}, cwd);
  return spawnSync(['npm', ...args].join(' '), { cwd, stdio: 'inherit', shell: true }).status === 0;
}

/** @param {string} file */
function readStamp(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // A stamp that is missing or unreadable means that the work has to be done.
    return null;
  }
}

/**
 * @param {string} file
 * @param {string} text
 */
function writeStamp(file, text) {
  // Without `sync`, a power cut could keep the stamp but lose the files that it stands for. Windows has no such command.
  spawnSync('sync');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** @param {string[]} files */
function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(relative(ROOT, file).split(sep).join('/')).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]} in the same order on every machine
 */
function filesUnder(path) {
  try {
    return readdirSync(path, { withFileTypes: true })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => filesUnder(join(path, entry.name)));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [path];
    throw error;
  }
}
