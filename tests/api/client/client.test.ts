import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTypes, { astToString } from 'openapi-typescript';
import { expect, it } from 'vitest';
import { ROOT } from '../../../build/prepare.mjs';
import { ADMIN, openOffice } from '../../server/office.ts';

const GENERATED = join(ROOT, '.cache/client');
const COMPILER = join(ROOT, 'node_modules/typescript/bin/tsc');

it('a client generated from the API’s description compiles under strict and plays the day of an office', {
  timeout: 60_000,
}, async () => {
  const office = await openOffice();
  const description = await (await office.rest('GET', '/openapi.json')).text();
  mkdirSync(GENERATED, { recursive: true });
  writeFileSync(join(GENERATED, 'schema.ts'), astToString(await openapiTypes(description)));
  const compiled = spawnSync(process.execPath, [COMPILER, '-p', import.meta.dirname], { encoding: 'utf8' });
  expect(compiled).toMatchObject({ status: 0, stdout: '' });

  // Not a literal path: the other tests are compiled before the client is generated.
  const { playDay } = await import(join(import.meta.dirname, 'day.ts'));
  const { day } = await office.server.engine.read(({ queue }) => queue);
  expect(await playDay(office.address, ADMIN, day)).toEqual({
    number: 'A001',
    problem: 'UnknownService',
    called: 'A001',
    onBoard: true,
    status: 'done',
    slots: expect.any(Number),
    booked: 0,
    storage: 'ok',
  });
});
