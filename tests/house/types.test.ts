// Checks that each side of the product has its own global types: pages have `document`, the server has `Buffer`, shared/ has neither.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const NODE = 'export const bytes = Buffer.alloc(1);\n';
const DOM = 'export const title = document.title;\n';

describe('the global types', () => {
  let folder = '';

  beforeAll(() => {
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    folder = mkdtempSync(join(ROOT, '.cache/planted-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Whether a file with this source compiles with the tsconfig of that side. */
  function compiles(side: string, source: string): boolean {
    writeFileSync(join(folder, 'planted.ts'), source);
    const project = { extends: join(ROOT, side, 'tsconfig.json'), include: [join(folder, 'planted.ts')], exclude: [] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
    if (status !== 0) expect(stdout).toMatch(/planted\.ts\(1,\d+\): error TS25(84|91)/);
    return status === 0;
  }

  it.each([
    ['kiosk', false, true],
    ['display', false, true],
    ['desk', false, true],
    ['shared/client', false, true],
    ['shared', false, false],
    ['server', true, false],
    ['build', true, false],
    ['tests', true, true],
  ])('of %s include Node: %s, and the DOM: %s', (side, node, dom) => {
    expect(compiles(side, NODE)).toBe(node);
    expect(compiles(side, DOM)).toBe(dom);
  });
});
