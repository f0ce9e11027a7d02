// Who may read the data folder, and a data folder that belongs to another user than the one that the server runs as.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../../build/prepare.mjs';
import { ADMIN } from '../server/office.ts';

/** On Debian the user `nobody`, to whom no file belongs. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

/** A folder that is not inside another user's private folder. */
async function parentFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'den-luot-owner-'));
  chmodSync(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function server(folder: string, uid?: number): ChildProcess {
  const child = spawn(process.execPath, [join(ROOT, 'dist/server/main.js')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, FIRST_PASSWORD: ADMIN.password },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Starts the server, waits until it listens, and stops it. */
async function runOnce(folder: string, uid?: number): Promise<void> {
  const child = server(folder, uid);
  const { stdout } = child;
  if (!stdout) throw new Error('The server has no output to read.');
  for await (const line of createInterface({ input: stdout })) if (line.includes('/kiosk')) break;
  stdout.resume();
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
}

async function refusal(folder: string, uid: number): Promise<string> {
  const child = server(folder, uid);
  let errors = '';
  child.stderr?.on('data', (data) => {
    errors += String(data);
  });
  expect((await once(child, 'close'))[0]).toBe(1);
  return errors;
}

/** The rights of everything below `folder` that others than the owner have, as `path mode`. */
function openToOthers(folder: string): string[] {
  return ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })].flatMap((name) => {
    const mode = lstatSync(join(folder, name)).mode & 0o777;
    return (mode & 0o077) === 0 ? [] : [`${name} ${mode.toString(8)}`];
  });
}

describe.runIf(process.platform !== 'win32')('the data folder', () => {
  it('and every file in it can be read by its owner only', async () => {
    const folder = join(await parentFolder(), 'data');
    await runOnce(folder);
    expect(
      readdirSync(join(folder, 'journal'))
        .map((name) => name.replace(/^.*\./, ''))
        .sort(),
    ).toEqual(['end', 'jsonl']);
    expect(openToOthers(folder)).toEqual([]);
  });

  it('that others could read is closed to them by the next start', async () => {
    const folder = join(await parentFolder(), 'data');
    await runOnce(folder);
    writeFileSync(join(folder, 'notices', 'notice.png'), '');
    for (const name of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
      const path = join(folder, name);
      chmodSync(path, lstatSync(path).isDirectory() ? 0o755 : 0o644);
    }
    expect(openToOthers(folder)).toContain('notices/notice.png 644');
    await runOnce(folder);
    expect(openToOthers(folder)).toEqual([]);
  });
});

describe.runIf(isRoot)('a server that runs as another user than its first start', () => {
  it('is refused with the folder, the owner and a command, and starts after that command', async () => {
    const folder = join(await parentFolder(), 'data');
    await runOnce(folder);
    const errors = await refusal(folder, NOBODY);
    expect(errors).toContain(`Máy chủ chạy bằng người dùng "nobody", nhưng ${folder} thuộc về "root"`);
    expect(errors).toContain(`The server runs as the user "nobody", but ${folder} belongs to "root"`);
    expect(errors).not.toMatch(/\n +at /);
    const command = /^ {2}sudo (mkdir .*)$/m.exec(errors)?.[1]?.replace('sudo ', '');
    // The test runs as root and needs no sudo.
    expect(spawnSync('sh', ['-c', command ?? 'false']).status).toBe(0);
    await runOnce(folder, NOBODY);
  });

  it('is refused when a single file in its folder belongs to root', async () => {
    const folder = join(await parentFolder(), 'data');
    mkdirSync(folder);
    chownSync(folder, NOBODY, NOBODY);
    await runOnce(folder, NOBODY);
    const file = join(folder, 'setup', 'office.json');
    chownSync(file, 0, 0);
    expect(await refusal(folder, NOBODY)).toContain(`but ${file} belongs to "root"`);
  });

  it('is refused when it may not create its folder', async () => {
    const parent = await parentFolder();
    const errors = await refusal(join(parent, 'data'), NOBODY);
    expect(errors).toContain(`but ${parent} belongs to "root"`);
    expect(errors).toContain(`sudo mkdir -p '${parent}/data'`);
    expect(errors).not.toMatch(/\n +at /);
  });
});
