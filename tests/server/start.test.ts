import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../build/prepare.mjs';
import { PAGE_FOLDERS } from '../../shared/protocol/pages.ts';

const NOTHING_LISTENS = 'http://127.0.0.1:9';
/** The files that `npm start` needs besides the pages and the server itself. */
const BUILD_FILES = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'server/start.mjs',
  'build/prepare.mjs',
  'build/compress.ts',
  'build/legacy-build.ts',
  'build/small-preload.ts',
  'build/supported-browsers.ts',
  'build/websocket-only.ts',
  'build/screen.sh',
  'shared/protocol/pages.ts',
  'shared/client/old-browser.js',
  'shared/client/unsupported-browser.js',
  'shared/words/unsupported-browser.ts',
];

describe('npm start', { timeout: 60_000 }, () => {
  let clone = '';

  const write = (path: string, text: string) => {
    mkdirSync(join(clone, path, '..'), { recursive: true });
    writeFileSync(join(clone, path), text);
  };
  const read = (path: string) => readFileSync(join(clone, path), 'utf8');
  const start = (env: NodeJS.ProcessEnv = {}, flags: string[] = []): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [...flags, 'server/start.mjs'], {
      cwd: clone,
      encoding: 'utf8',
      env: { ...process.env, npm_config_registry: NOTHING_LISTENS, npm_config_fetch_retries: '0', ...env },
    });
  /** Links this repository's packages into the clone, as if they were installed there. */
  const linkPackages = () => {
    mkdirSync(join(clone, 'node_modules/@swc'), { recursive: true });
    for (const name of ['vite', 'rolldown', '@swc/core'])
      symlinkSync(join(ROOT, 'node_modules', name), join(clone, 'node_modules', name));
    const stamp = '.den-luot-installed';
    cpSync(join(ROOT, 'node_modules', stamp), join(clone, 'node_modules', stamp));
  };

  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), 'den-luot-start-'));
    for (const path of BUILD_FILES) cpSync(join(ROOT, path), join(clone, path));
    for (const page of PAGE_FOLDERS) write(`${page}/index.html`, `<!doctype html><title>${page}</title>`);
    write('server/print/drawing/worker.ts', '');
    write('shared/time.ts', 'export const MINUTE = 60_000;\n');
    write('server/main.ts', "import { MINUTE } from '../shared/time.ts';\n\nconsole.log('opened', MINUTE);\n");
  });
  afterEach(() => rmSync(clone, { recursive: true }));

  it('explains in Vietnamese and English what to do when packages are missing and the network is down', () => {
    const { status, stderr } = start({ npm_config_cache: join(clone, 'empty-cache') });
    expect(status).toBe(1);
    expect(stderr).toContain('Lần chạy đầu tiên cần có mạng Internet');
    expect(stderr).toContain('The first start needs the internet');
    expect(() => read('node_modules/.den-luot-installed')).toThrow(/ENOENT/);
  });

  it.runIf(process.getuid?.() === 0)('names owner and command when another user must build in a folder of root', () => {
    linkPackages();
    chmodSync(clone, 0o755);
    const nobody = 65_534;
    const run = () =>
      spawnSync(process.execPath, ['server/start.mjs'], { cwd: clone, encoding: 'utf8', uid: nobody, gid: nobody });
    const refused = run();
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(`Máy chủ chạy bằng người dùng "nobody", nhưng ${clone} thuộc về "root"`);
    expect(refused.stderr).toContain(`sudo chown -R 'nobody:' '${clone}'`);
    expect(refused.stderr).not.toMatch(/\n +at /);
  });

  it('reports in Vietnamese and English that Node is too old', () => {
    const old = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.8'})";
    const { status, stderr } = start({}, ['--import', old]);
    expect(status).toBe(1);
    expect(stderr).toContain('Node 18.20.8 quá cũ');
    expect(stderr).toContain('Node 18.20.8 is too old');
  });

  it('builds once, then starts without building, and again when a source has changed', () => {
    linkPackages();
    expect(start()).toMatchObject({ status: 0, stdout: 'opened 60000\n', stderr: expect.stringContaining('Building') });
    expect(start()).toMatchObject({ status: 0, stdout: 'opened 60000\n', stderr: '' });
    write('shared/time.ts', 'export const MINUTE = 1;\n');
    expect(start()).toMatchObject({ status: 0, stdout: 'opened 1\n', stderr: expect.stringContaining('Building') });
  });

  it('builds again after a failed build', () => {
    linkPackages();
    start();
    write('server/main.ts', 'this is not a program');
    expect(start()).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('The build failed') });
    write('server/main.ts', "console.log('opened again');\n");
    expect(start()).toMatchObject({ status: 0, stdout: 'opened again\n' });
  });

  it('installs again when package-lock.json has changed', () => {
    linkPackages();
    write('package-lock.json', read('package-lock.json').replace(/"version": "[^"]+"/, '"version": "9.9.9"'));
    expect(start({ npm_config_cache: join(clone, 'empty-cache') })).toMatchObject({ status: 1, stdout: '' });
  });

  it('runs the server in its own process, which gets the signals and sets the exit code', async () => {
    linkPackages();
    write(
      'server/main.ts',
      "process.on('SIGTERM', () => process.exit(7));\nsetInterval(() => undefined, 1000);\nconsole.log('open');\n",
    );
    const server = spawn(process.execPath, ['server/start.mjs'], { cwd: clone, stdio: ['ignore', 'pipe', 'ignore'] });
    await once(server.stdout, 'data');
    server.kill('SIGTERM');
    expect(await once(server, 'exit')).toEqual([7, null]);
  });

  it('computes the same build id for the same sources in every folder', () => {
    const id = (folder: string) => {
      const script = "process.stdout.write((await import('./build/prepare.mjs')).buildId())";
      const flags = ['--input-type=module', '--eval', script];
      return spawnSync(process.execPath, flags, { cwd: folder, encoding: 'utf8' }).stdout;
    };
    const twin = mkdtempSync(join(tmpdir(), 'den-luot-twin-'));
    try {
      cpSync(clone, twin, { recursive: true });
      expect(id(twin)).toMatch(/^[0-9a-f]{12}$/);
      expect(id(twin)).toBe(id(clone));
    } finally {
      rmSync(twin, { recursive: true });
    }
  });
});
