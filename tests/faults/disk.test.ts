import { spawnSync } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { IssuedTicket } from '../../shared/protocol/views/ticket.ts';
import { written } from '../journal/file/written.ts';
import { type OfficeProcess, officeProcess } from '../server/office-process.ts';
import { issueByRest, rest } from '../server/rest.ts';
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
