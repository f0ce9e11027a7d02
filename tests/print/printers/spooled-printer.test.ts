import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { JobEncoder } from '../../../server/print/printers/escpos.ts';
import { SpooledPrinter } from '../../../server/print/printers/spooled-printer.ts';
import { temporaryFolder } from '../../folder.ts';

const sheet = { title: 'A012', bitmap: { width: 8, height: 2, rows: Uint8Array.of(0x0f, 0xf0) } };

/** Answers each question for the state of a job like CUPS 2.4, and keeps the questions. */
async function fakeCups(state: number) {
  const cups = { state, port: 0, requests: [] as Buffer[] };
  const server = createServer(async (request, answer) => {
    cups.requests.push(Buffer.concat(await request.toArray()));
    const text = `\x01\x01\0\0\0\0\0\x01\x01G\0\x12attributes-charset\0\x05utf-8H\0\x1battributes-natural-language\0\x02en\x02`;
    answer.end(Buffer.from(`${text}#\0\x09job-state\0\x04\0\0\0${String.fromCharCode(cups.state)}\x03`, 'latin1'));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  cups.port = (server.address() as AddressInfo).port;
  return cups;
}

describe('a printer of the operating system', () => {
  let folder = '';
  let started = 0;
  const start = async () => {
    started += 1;
    return true;
  };
  /** Replaces a command of the print system by a shell script that logs its arguments. */
  const command = (name: string, script: string) => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\necho "${name} $*" >> "${folder}/log"\n${script}\n`);
    chmodSync(path, 0o755);
  };
  const printer = (timeouts = {}) =>
    new SpooledPrinter('QUAY', { poll: 5, ...timeouts }, { PATH: `${folder}${delimiter}/usr/bin${delimiter}/bin` });
  const log = () =>
    existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8').trim().split('\n') : [];

  beforeEach(async () => {
    started = 0;
    folder = await temporaryFolder();
    command('lpstat', `[ "$1" = -p ] && echo "printer QUAY is idle.  enabled since today" || true`);
    command('lp', `cat > "${folder}/job"; echo "request id is QUAY-7 (1 file(s))"`);
    command('cancel', '');
  });

  it('prints when the job has left the queue', async () => {
    expect(await printer().status()).toBe('ok');
    expect(await printer().print(sheet, start)).toEqual({ result: 'printed', health: 'ok' });
    expect(readFileSync(join(folder, 'job'))).toEqual(new JobEncoder().encode(sheet.bitmap));
    expect(log()).toContain('lp -d QUAY -o raw -t A012');
  });

  it('cancels a job that stays in the queue, with an unknown outcome', async () => {
    command('lpstat', '[ "$1" = -p ] && echo "printer QUAY now printing QUAY-7." || echo "QUAY-7 root 1024 today"');
    const slow = printer({ spool: 20 });
    expect(await slow.print(sheet, start)).toEqual({
      result: 'unknown',
      reason: 'QUAY-7 stayed in the queue and was cancelled',
    });
    expect(log().at(-1)).toBe('cancel QUAY-7');
    expect(await slow.status()).toBe('error');
  });

  it('cancels a job, with an unknown outcome, when the print system stops reporting the queue', async () => {
    command('lpstat', '[ "$1" = -p ] && echo "printer QUAY is idle." || { echo "lpstat: no answer" >&2; exit 1; }');
    expect(await printer().print(sheet, start)).toMatchObject({ result: 'unknown' });
    expect(log().at(-1)).toBe('cancel QUAY-7');
  });

  it('does not wait longer for a job when the print system answers slowly', async () => {
    command('lpstat', '[ "$1" = -p ] && echo "printer QUAY is idle." || { sleep 0.1; echo "QUAY-7 root 1024 today"; }');
    expect(await printer({ spool: 200 }).print(sheet, start)).toMatchObject({ result: 'unknown' });
    expect(log().filter((line) => line.startsWith('lpstat -o')).length).toBeLessThan(5);
  });

  it('refuses when the printer is disabled', async () => {
    command('lpstat', 'echo "printer QUAY disabled since today - out of paper"');
    expect(await printer().status()).toBe('error');
    expect(await printer().print(sheet, start)).toEqual({ result: 'refused', health: 'error' });
    expect(started).toBe(0);
  });

  it('fails before data when there is no such printer', async () => {
    command('lpstat', 'echo "lpstat: Invalid destination name in list \\"QUAY\\"." >&2; exit 1');
    expect(await printer().status()).toBe('unreachable');
    expect(await printer().print(sheet, start)).toEqual({
      result: 'failed-before-data',
      reason: 'lpstat: lpstat: Invalid destination name in list "QUAY".',
    });
  });

  it('fails before data on a machine without a print system', async () => {
    const bare = new SpooledPrinter('QUAY', {}, { PATH: join(folder, 'nothing') });
    expect(await bare.print(sheet, start)).toMatchObject({ result: 'failed-before-data' });
    expect(started).toBe(0);
  });

  it('gives an unknown outcome when lp fails', async () => {
    command('lp', 'echo "lp: no space left" >&2; exit 1');
    const failing = printer();
    expect(await failing.print(sheet, start)).toEqual({ result: 'unknown', reason: 'lp: lp: no space left' });
    expect(await failing.status()).toBe('error');
  });

  it.each([
    [7, 'cancelled'],
    [8, 'aborted'],
  ])('gives an unknown outcome and reports an error when CUPS ends the job with state %i', async (state, end) => {
    const cups = await fakeCups(state);
    command(
      'lpstat',
      `[ "$1" = -H ] && echo 127.0.0.1:${cups.port}; [ "$1" = -p ] && echo "printer QUAY is idle." || true`,
    );
    const failing = printer();
    expect(await failing.print(sheet, start)).toEqual({
      result: 'unknown',
      reason: `QUAY-7 was ${end} by the print system`,
    });
    expect(cups.requests[0]?.includes('ipp://localhost/jobs/7')).toBe(true);
    expect(await failing.status()).toBe('error');
    cups.state = 9;
    expect(await failing.print(sheet, start)).toEqual({ result: 'printed', health: 'ok' });
    expect(await failing.status()).toBe('ok');
  });
});
