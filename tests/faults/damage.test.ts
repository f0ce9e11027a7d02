import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { IssuedTicket } from '../../shared/protocol/views/ticket.ts';
import { DATA_VERSION, headerOf } from '../journal/events.ts';
import { written } from '../journal/file/written.ts';
import { ADMIN } from '../server/office.ts';
import { type OfficeProcess, officeProcess } from '../server/office-process.ts';
import { cookieOf, issueByRest, rest } from '../server/rest.ts';
import { requestId, Screen } from '../server/screen.ts';
import { today } from './today.ts';

/** An office with five tickets, whose server was killed. */
async function usedOffice() {
  const office = await officeProcess();
  await office.start();
  const tickets: IssuedTicket[] = [];
  for (let count = 0; count < 5; count += 1) tickets.push(await issueByRest(office, requestId(), 'land'));
  await office.kill();
  return { office, tickets, journal: join(office.folder, 'journal', `${today()}.jsonl`) };
}

function setupFile({ folder }: OfficeProcess, name = 'office.json'): string {
  return join(folder, 'setup', name);
}

describe('a journal that a power cut or a bad disk has damaged', () => {
  it('is continued without its incomplete last line, which is logged', async () => {
    const { office, journal } = await usedOffice();
    await writeFile(journal, `${await written(journal)}[123456,0,{"type":"TicketIssu`);
    await office.start();
    expect(office.errors).toContain('the last write was cut short');
    expect(await issueByRest(office, requestId(), 'land')).toMatchObject({ number: 'B006', ahead: 5 });
  });

  it('is continued without a damaged line in its middle, which is logged with its number and copied aside', async () => {
    const { office, tickets, journal } = await usedOffice();
    const text = await readFile(journal, 'utf8');
    await writeFile(journal, text.replace('"number":"B003"', '"number":"B0O3"'));
    await office.start();
    const line = text.slice(0, text.indexOf('"B003"')).split('\n').length;
    expect(office.errors).toContain(`damaged lines left out: 1 (line ${line} does not match its checksum)`);
    const supervisor = new Screen(office.address, 'desk', { headers: await cookieOf(office, ADMIN) });
    onTestFinished(() => supervisor.close());
    const { view } = await supervisor.view();
    expect(view.supervisor?.journalDamage).toEqual({ missing: 1, unfit: 0 });
    expect(await readFile(journal.replace('.jsonl', '.damaged.jsonl'), 'utf8')).toContain('B0O3');
    const statuses = await Promise.all(
      tickets.map(async ({ id }) => (await rest(office, 'GET', `/tickets/${id}`)).status),
    );
    expect(statuses).toEqual([200, 200, 404, 200, 200]);
    expect(await issueByRest(office, requestId(), 'land')).toMatchObject({ number: 'B006', ahead: 4 });
    expect(await readFile(journal, 'utf8')).toContain('B0O3');
  });
});

describe('data of a newer version', () => {
  it('is refused in the journal with exit code 1 and without a change of the file', async () => {
    const office = await officeProcess();
    await mkdir(join(office.folder, 'journal'));
    const journal = join(office.folder, 'journal', `${today()}.jsonl`);
    const newer = headerOf(today(), DATA_VERSION + 1);
    await writeFile(journal, newer);
    const { code, errors } = await office.runToEnd();
    expect(code).toBe(1);
    expect(errors).toContain('was written by a newer version of Đến Lượt');
    expect(errors).not.toMatch(/\n +at /);
    expect(await readFile(journal, 'utf8')).toBe(newer);
  });

  it('is refused in the set-up with exit code 1 and without a change of the file', async () => {
    const office = await officeProcess();
    const newer = JSON.stringify({ version: 99, data: {} });
    await writeFile(setupFile(office), newer);
    const { code, errors } = await office.runToEnd();
    expect(code).toBe(1);
    expect(errors).toContain('do một phiên bản mới hơn ghi');
    expect(await readFile(setupFile(office), 'utf8')).toBe(newer);
  });
});

describe('a broken office.json', () => {
  it.each(['{"version":', '{"version":1,"data":{"name":7}}'])(
    'stays as it is, and the office goes on with the set-up before it: %s',
    async (text) => {
      const office = await officeProcess();
      await office.start();
      await office.kill();
      await writeFile(setupFile(office), text);
      await office.start();
      expect(office.errors).toContain('office.json chưa đúng');
      expect(office.errors).toContain('the office goes on with the set-up before it');
      expect(await issueByRest(office, requestId(), 'land')).toMatchObject({ number: 'B001' });
      expect(await readFile(setupFile(office), 'utf8')).toBe(text);
    },
  );

  it('is named with the line of the mistake when there is no set-up before it, and the example office runs', async () => {
    const office = await officeProcess();
    const { version, data } = JSON.parse(await readFile(setupFile(office), 'utf8'));
    const text = JSON.stringify({ version, data: { ...data, hotline: 1022 } }, null, 2);
    await writeFile(setupFile(office), text);
    await rm(setupFile(office, 'office.json.bak'), { force: true });
    await office.start();
    expect(office.errors).toMatch(/line \d+, column 16: the hotline: must be text in quotes, it is 1022/);
    expect(office.errors).not.toMatch(/\n +at /);
    expect(await issueByRest(office, requestId(), 'civil-status')).toMatchObject({ number: 'A001' });
    expect(await readFile(setupFile(office), 'utf8')).toBe(text);
  });
});
