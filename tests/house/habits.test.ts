// Checks that each rule of style in biome.json is enforced: a violation of each is planted once.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { lint } from './lint.ts';

const ROOT = join(import.meta.dirname, '../..');

const lines = (count: number, line: string) => `${line}\n`.repeat(count);

const violations: [rule: string, path: string, source: string][] = [
  ['noExplicitAny', 'server/queue/any.ts', 'export const x: any = 1;\n'],
  ['noNonNullAssertion', 'server/queue/bang.ts', 'export const x = (list: string[]) => list[0]!.length;\n'],
  ['noEnum', 'shared/enum.ts', 'export enum Kind {\n  A = 0,\n}\n'],
  ['noNamespace', 'shared/namespace.ts', 'export namespace Office {\n  export const x = 1;\n}\n'],
  ['noTsIgnore', 'shared/ignore.ts', '// @ts-ignore: planted\nexport const x = 1;\n'],
  ['noDefaultExport', 'kiosk/ticket/default.tsx', 'export default 1;\n'],
  ['noBarrelFile', 'server/print/index.ts', "export { x } from './x.ts';\n"],
  ['noReExportAll', 'server/print/all.ts', "export * from './x.ts';\n"],
  ['useImportExtensions', 'server/print/extension.ts', "import { x } from './all';\n\nx();\n"],
  ['useNodejsImportProtocol', 'server/print/protocol.ts', "import { connect } from 'net';\n\nconnect(1);\n"],
  ['useImportType', 'server/print/type.ts', "import { X } from './x.ts';\n\nexport const x = (it: X) => String(it);\n"],
  ['noUndeclaredDependencies', 'server/print/undeclared.ts', "import express from 'express';\n\nexpress();\n"],
  ['noUnusedImports', 'server/print/unused.ts', "import { x } from './x.ts';\n"],
  ['noConsole', 'server/print/console.ts', "console.log('printed');\n"],
  [
    'noEmptyBlockStatements',
    'server/print/swallow.ts',
    'export const x = (it: () => void) => {\n  try {\n    it();\n  } catch {}\n};\n',
  ],
  ['useThrowOnlyError', 'server/print/throw.ts', "export const x = () => {\n  throw 'paper';\n};\n"],
  [
    'noFloatingPromises',
    'server/print/floating.ts',
    'async function x() {\n  return 1;\n}\n\nexport function y() {\n  x();\n}\n',
  ],
  [
    'useExhaustiveSwitchCases',
    'server/queue/switch.ts',
    "export function x(it: 'a' | 'b') {\n  switch (it) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n",
  ],
  ['useFilenamingConvention', 'server/print/TcpPrinter.ts', 'export const x = 1;\n'],
  [
    'noExcessiveLinesPerFile',
    'server/print/long.ts',
    Array.from({ length: 251 }, (_, line) => `export const x${line} = 1;\n`).join(''),
  ],
  [
    'noExcessiveLinesPerFunction',
    'server/print/long-function.ts',
    `export function x(it: () => void) {\n${lines(61, '  it();')}}\n`,
  ],
  ['noSkippedTests', 'tests/browser/skip.test.ts', "import { it } from 'vitest';\n\nit.skip('prints', () => {});\n"],
  ['noFocusedTests', 'tests/browser/only.test.ts', "import { it } from 'vitest';\n\nit.only('prints', () => {});\n"],
  ['parse', 'server/print/suppressed.ts', '// biome-ignore lint/suspicious/noExplicitAny\nexport const x: any = 1;\n'],
  ['noJsRestrictedProperties', 'server/queue/random.ts', 'export const x = () => Math.random();\n'],
  ...['new Date()', 'Date.now()', 'process.env', 'crypto.randomUUID()', 'performance.now()', 'globalThis.Date'].map(
    (source, index): [string, string, string] => [
      'noRestrictedGlobals',
      `server/queue/global-${index}.ts`,
      `export const x = () => ${source};\n`,
    ],
  ),
  ...['console.info', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'].map(
    (source, index): [string, string, string] => [
      'noRestrictedGlobals',
      `server/queue/call-${index}.ts`,
      `export const x = (it: never) => ${source}(it);\n`,
    ],
  ),
];

describe('the lint rules', () => {
  let fired: Record<string, string[]> = {};

  beforeAll(() => {
    fired = lint(Object.fromEntries(violations.map(([, path, source]) => [path, source])));
  });

  it.each(violations)('report %s in %s', (rule, path) => {
    expect(fired[path]).toContain(rule);
  });

  it('report nothing in correct code', () => {
    const source =
      "import type { EpochMs } from '../../shared/time.ts';\n\nexport const later = (at: EpochMs) => at + 1;\n";
    expect(lint({ 'server/queue/clean.ts': source })).toEqual({ 'server/queue/clean.ts': [] });
  });

  it('are complemented by a reason at each suppressed type error', () => {
    const unexplained = ['kiosk', 'display', 'desk', 'server', 'shared', 'tests'].flatMap((area) =>
      readdirSync(join(ROOT, area), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(tsx?|mjs)$/.test(path))
        .map((path) => join(area, path))
        .filter((path) => /@ts-(nocheck|expect-error\s*(\n|$))/.test(readFileSync(join(ROOT, path), 'utf8'))),
    );
    expect(unexplained).toEqual([]);
  });
});
