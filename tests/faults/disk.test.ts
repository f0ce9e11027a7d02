import { spawnSync } from 'node:child_process';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { IssuedTicket } from '../../shared/protocol/views/ticket.ts';
import { temporaryFolder } from '../folder.ts';
import { written } from '../journal/file/written.ts';
import { ADMIN } from '../server/office.ts';
import { type OfficeProcess, officeProcess } from '../server/office-process.ts';
import { cookieOf, issueByRest, rest } from '../server/rest.ts';
import { requestId, Screen } from '../server/screen.ts';
import { today } from './today.ts';

/** The length of the written part of today's journal file, without the space that is allocated ahead. */
async function writtenBytes({ folder }: OfficeProcess): Promise<number> {
  return Buffer.byteLength(await written(join(folder, 'journal', `${today()}.jsonl`)));
}

/** Limits what one file may hold, as on a full disk: the system refuses the rest in the middle of a write. */
function limitFileSize({ pid }: OfficeProcess, bytes: number | 'unlimited'): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`prlimit (Debian: util-linux) is needed: ${stderr}`);
}

it('refuses requests while the disk is full, loses no ticket, and continues when there is space again', async () => {
  const office = await officeProcess();
  await office.start();
  const display = new Screen(office.address, 'display');
  const kiosk = new Screen(office.address, 'kiosk');
  onTestFinished(() => {
    for (const screen of [display, kiosk]) screen.close();
  });
  const before: IssuedTicket[] = [];
  for (let count = 0; count < 5; count += 1) before.push(await issueByRest(office, requestId(), 'land'));
  const size = await writtenBytes(office);

  // Space for a part of a line: the system writes it before it refuses the rest.
  limitFileSize(office, size + 100);
  const request = { requestId: requestId(), serviceId: 'land' };
  const refused = await rest(office, 'POST', '/tickets', request);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await refused.json()).toMatchObject({ code: 'StorageUnavailable' });
  expect(await kiosk.ask('ticket:issue', request)).toEqual({ ok: false, rejection: { code: 'StorageUnavailable' } });
  const health = await fetch(`${office.address}/healthz`);
  expect([health.status, await health.json()]).toMatchObject([503, { status: 'unavailable', storage: 'unavailable' }]);
  const { index } = await display.view(({ health }) => health.storage === 'unavailable');
  for (const ticket of before) {
    expect(await (await rest(office, 'GET', `/tickets/${ticket.id}`)).json()).toMatchObject({ status: 'waiting' });
  }

  limitFileSize(office, 'unlimited');
  await display.view(({ health }) => health.storage === 'ok', index);
  expect((await fetch(`${office.address}/healthz`)).status).toBe(200);
  const after = await issueByRest(office, request.requestId, request.serviceId);
  expect([...before, after].map(({ number }) => number)).toEqual(['B001', 'B002', 'B003', 'B004', 'B005', 'B006']);
  expect(office.errors).toContain('The file may not grow further');

  await office.kill();
  await office.start();
  expect(office.errors).toBe('');
  expect(await issueByRest(office, request.requestId, request.serviceId)).toEqual(after);
  expect(await issueByRest(office, requestId(), 'land')).toMatchObject({ number: 'B007', ahead: 6 });
});

it('ends with exit code 0 on SIGTERM while the disk is full', async () => {
  const office = await officeProcess();
  await office.start();
  await issueByRest(office, requestId(), 'land');
  const size = await writtenBytes(office);
  limitFileSize(office, size + 100);
  expect((await rest(office, 'POST', '/tickets', { requestId: requestId(), serviceId: 'land' })).status).toBe(503);
  expect((await office.stop()).code).toBe(0);
  await office.start();
  expect(await issueByRest(office, requestId(), 'land')).toMatchObject({ number: 'B002' });
});

it('lets staff sign in, work on the desk page and sign out while the disk is full', async () => {
  const office = await officeProcess();
  await office.start();
  limitFileSize(office, 0);
  const cookie = await cookieOf(office, ADMIN);
  const me = () => rest(office, 'GET', '/events', undefined, cookie);
  expect((await me()).status).toBe(200);
  const desk = new Screen(office.address, 'desk', { headers: cookie });
  onTestFinished(() => desk.close());
  expect((await desk.view()).view.me.role).toBe('supervisor');
  expect(office.errors).toMatch(/setup-kept-in-memory: .*\n.*sessions\.json could not be written/);
  await rest(office, 'DELETE', '/session', undefined, cookie);
  expect((await me()).status).toBe(401);
});

/** A file system of its own, which the test can make read-only; null where this user may not mount one. */
function mountedFolder(path: string): { makeReadOnly(): void } | null {
  const mount = (...options: string[]) => spawnSync('mount', options).status === 0;
  if (!mount('-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', path)) return null;
  onTestFinished(() => void spawnSync('umount', ['--lazy', path]));
  return {
    makeReadOnly: () => {
      if (!mount('-o', 'remount,ro', path)) throw new Error(`${path} could not be made read-only`);
    },
  };
}

it('starts on a disk that has become read-only, and staff can sign in', async ({ skip }) => {
  const parent = await temporaryFolder();
  const disk = mountedFolder(parent);
  if (!disk) return skip('mounting a file system needs root');
  const office = await officeProcess();
  const onDisk = { DATA_DIR: join(parent, 'data') };
  await cp(office.folder, onDisk.DATA_DIR, { recursive: true });
  await office.start(onDisk);
  await issueByRest(office, requestId(), 'land');
  await office.stop();
  disk.makeReadOnly();
  await office.start(onDisk);
  const cookie = await cookieOf(office, ADMIN);
  expect((await rest(office, 'GET', '/events', undefined, cookie)).status).toBe(200);
  expect(office.errors).toContain('The disk is read-only');
  expect(office.errors).toMatch(/setup-kept-in-memory: .*\n.*sessions\.json could not be written/);
  expect((await office.stop()).code).toBe(0);
});

it('continues when neither journal nor log could be written for a while', async () => {
  const office = await officeProcess();
  await office.start();
  office.loseLog();
  limitFileSize(office, 0);
  const request = { requestId: requestId(), serviceId: 'land' };
  for (const _ of [1, 2]) expect((await rest(office, 'POST', '/tickets', request)).status).toBe(503);
  limitFileSize(office, 'unlimited');
  expect(await issueByRest(office, request.requestId, request.serviceId)).toMatchObject({ number: 'B001' });
});

it('refuses to start on a full disk, with a message', async () => {
  const office = await officeProcess();
  await mkdir(join(office.folder, 'journal'));
  await symlink('/dev/full', join(office.folder, 'journal', `${today()}.jsonl`));
  const { code, errors } = await office.runToEnd();
  expect(code).toBe(1);
  expect(errors).toContain('The disk is full');
});
