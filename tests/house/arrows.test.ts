// Checks that biome.json enforces the import rules between folders: each forbidden import is planted once, and each allowed one.
import { beforeAll, describe, expect, it } from 'vitest';
import { lint } from './lint.ts';

interface Imports {
  /** Pattern of the path of the planted file. */
  from: string;
  imports: string[];
}

const forbidden: Imports[] = [
  {
    from: 'kiosk/ticket/*.tsx',
    imports: [
      '../../server/queue/state.ts',
      '../../display/parts/chime.ts',
      '../../desk/connection/session.ts',
      '../../hub/main.ts',
      '../../build/prepare.mjs',
      '../../tests/chromium.mjs',
      'socket.io-client',
      'lowdb',
      'node:fs',
      'fs',
    ],
  },
  {
    from: 'display/lobby/*.ts',
    imports: [
      '../../server/api/use-cases.ts',
      '../../kiosk/ticket/main.tsx',
      '../../desk/main.tsx',
      'socket.io-client',
    ],
  },
  {
    from: 'desk/counter/*.ts',
    imports: [
      '../../server/queue/state.ts',
      '../../kiosk/ticket/main.tsx',
      '../../display/parts/chime.ts',
      'socket.io-client',
    ],
  },
  {
    from: 'shared/*.ts',
    imports: [
      './client/connection.ts',
      '../server/queue/state.ts',
      '../desk/main.tsx',
      '../build/prepare.mjs',
      'preact',
      'preact/hooks',
      '@preact/signals',
      'socket.io',
      'socket.io-client',
      'node:fs',
    ],
  },
  {
    from: 'shared/words/vi/*.ts',
    imports: ['../../client/language.ts', '../../../server/api/use-cases.ts', 'preact'],
  },
  {
    from: 'shared/client/*.ts',
    imports: ['socket.io-client', '../../server/api/use-cases.ts', '../../kiosk/x.ts', 'node:fs'],
  },
  {
    from: 'server/queue/*.ts',
    imports: [
      '../engine/engine.ts',
      '../api/use-cases.ts',
      '../journal/journal.ts',
      '../dossiers/events.ts',
      '../setup/office/schema.ts',
      '../log.ts',
      '../../shared/client/language.ts',
      'valibot',
      'lowdb',
      'node:crypto',
      'crypto',
    ],
  },
  {
    from: 'server/dossiers/*.ts',
    imports: ['../queue/events.ts', '../engine/engine.ts', '../log.ts', 'valibot', 'node:crypto'],
  },
  { from: 'server/dossiers/views/*.ts', imports: ['../../queue/events.ts', '../../journal/journal.ts', 'node:fs'] },
  {
    from: 'server/queue/views/*.ts',
    imports: [
      '../../engine/engine.ts',
      '../../journal/journal.ts',
      '../../dossiers/events.ts',
      '../../../shared/client/language.ts',
      '../../../desk/main.tsx',
      'valibot',
      'node:fs',
    ],
  },
  {
    from: 'server/journal/*.ts',
    imports: [
      ...others('journal', []),
      '../main.ts',
      '../../shared/client/language.ts',
      'lowdb/node',
      'hono',
      'socket.io',
    ],
  },
  {
    from: 'server/journal/file/*.ts',
    imports: [
      ...others('journal', []).map((path) => `../${path}`),
      '../../../shared/client/language.ts',
      'lowdb/node',
      'hono',
    ],
  },
  ...(
    [
      ['engine', ['journal', 'queue', 'dossiers']],
      ['setup', []],
      ['voice', []],
      ['print', ['engine', 'queue', 'setup']],
      ['api', ['engine', 'queue', 'dossiers', 'setup', 'reports']],
      ['reports', ['journal', 'queue', 'dossiers']],
      ['backup', ['journal', 'setup']],
      ['forward', ['journal', 'setup']],
    ] as const
  ).map(([folder, folders]) => ({
    from: `server/${folder}/*.ts`,
    imports: [
      ...others(folder, folders),
      '../server.ts',
      '../main.ts',
      '../../desk/main.tsx',
      '../../build/prepare.mjs',
      '../../shared/client/connection.ts',
      'socket.io-client',
      'lowdb/node',
    ],
  })),
  { from: 'server/backup/*.ts', imports: ['../journal/file/file-journal.ts'] },
  {
    from: 'server/*.ts',
    imports: [
      '../desk/main.tsx',
      '../build/prepare.mjs',
      '../shared/client/language.ts',
      '../tests/chromium.mjs',
      'lowdb/node',
    ],
  },
  { from: 'hub/*.ts', imports: ['../server/log.ts', '../desk/main.tsx', '../build/prepare.mjs', 'lowdb/node'] },
  { from: 'build/*.ts', imports: ['../server/server.ts', '../desk/main.tsx', '../tests/chromium.mjs'] },
  { from: 'tests/server/*.ts', imports: ['lowdb/node', '../../server/setup/office/starter.ts'] },
  { from: 'tests/*.ts', imports: ['../server/setup/office/starter.ts'] },
  { from: 'tests/browser/*.test.ts', imports: ['../../server/setup/office/starter.ts'] },
  { from: 'tests/setup/office/*.test.ts', imports: ['../../../server/setup/office/starter.ts'] },
  { from: 'tests/pictures/*.ts', imports: ['../../server/setup/office/starter.ts'] },
];

/** One file of each folder of the server that `folder` may not import. */
function others(folder: string, allowed: readonly string[]): string[] {
  const folders = ['api', 'print', 'voice', 'reports', 'backup', 'forward', 'engine', 'journal', 'setup', 'process'];
  return [...folders, 'queue', 'dossiers']
    .filter((other) => other !== folder && !allowed.includes(other))
    .map((other) => `../${other}/x.ts`);
}

const allowed: Imports[] = [
  {
    from: 'kiosk/ticket/*.tsx',
    imports: [
      './tile.tsx',
      '../parts/x.tsx',
      '../../shared/words/vi/kiosk.ts',
      '../../shared/client/connection.ts',
      'preact',
      '@preact/signals',
      'uqr',
    ],
  },
  {
    from: 'desk/counter/*.tsx',
    imports: ['./panel.tsx', '../manage/staff.tsx', '../../shared/client/language.ts', 'preact/hooks'],
  },
  { from: 'shared/*.ts', imports: ['./time.ts', './words/vi/common.ts', './protocol/views/hall.ts', 'valibot'] },
  { from: 'shared/words/vi/*.ts', imports: ['./common.ts', '../common.ts', '../../protocol/rejections.ts'] },
  { from: 'shared/client/*.ts', imports: ['../protocol/protocol.ts', './language.ts', 'preact', '@preact/signals'] },
  { from: 'server/queue/*.ts', imports: ['./state.ts', './views/board.ts', '../../shared/time.ts'] },
  { from: 'server/dossiers/rules/*.ts', imports: ['./deadlines.ts', '../state.ts', '../../../shared/time.ts'] },
  { from: 'hub/*.ts', imports: ['./offices.ts', '../shared/time.ts', 'valibot', 'node:http'] },
  {
    from: 'server/queue/views/*.ts',
    imports: ['./office.ts', '../state.ts', '../estimate/estimate.ts', '../../../shared/words/common.ts'],
  },
  {
    from: 'server/journal/file/*.ts',
    imports: [
      './codec.ts',
      '../journal.ts',
      '../../files.ts',
      '../../log.ts',
      '../../../shared/time.ts',
      'node:fs/promises',
      'lowdb',
      'valibot',
    ],
  },
  { from: 'server/engine/*.ts', imports: ['../journal/journal.ts', '../queue/state.ts', '../log.ts', 'node:crypto'] },
  {
    from: 'server/api/rest/*.ts',
    imports: [
      './problem.ts',
      '../use-cases.ts',
      '../../queue/views/board.ts',
      '../../setup/accounts/devices.ts',
      '../../engine/engine.ts',
      '../../log.ts',
      'node:http',
      'hono',
    ],
  },
  {
    from: 'server/api/sockets/*.ts',
    imports: ['../../queue/views/board.ts', '../../../shared/protocol/protocol.ts', 'socket.io', 'valibot'],
  },
  {
    from: 'server/print/*.ts',
    imports: [
      '../queue/views/paper.ts',
      '../engine/engine.ts',
      './printers/escpos.ts',
      'node:net',
      'node-thermal-printer',
    ],
  },
  {
    from: 'server/*.ts',
    imports: [
      './api/rest/app.ts',
      './api/sockets/socket-server.ts',
      './journal/file/file-journal.ts',
      './print/outbox.ts',
      './voice/voice.ts',
      'socket.io',
    ],
  },
  { from: 'server/process/*.ts', imports: ['../setup/problems.ts', '../journal/file/lock.ts', '../log.ts'] },
  { from: 'build/*.ts', imports: ['./prepare.mjs', '../shared/protocol/pages.ts', 'vite', '@swc/core'] },
  { from: 'tests/server/*.ts', imports: ['../../server/journal/journal.ts', 'socket.io-client', 'vitest'] },
  ...[
    'tests/setup/office/starter.test.ts',
    'tests/shared/spoken.test.ts',
    'tests/pictures/main.ts',
    'tests/pictures/offices.ts',
    'tests/pictures/television.ts',
  ].map((from) => ({ from, imports: ['../../server/setup/office/starter.ts'] })),
];

/** The lint rules that forbid imports; other rules may report a planted file too. */
const IMPORT_RULES = ['noRestrictedImports', 'noNodejsModules'];

function plantedFiles(list: Imports[], name: string) {
  return list.flatMap(({ from, imports }) =>
    imports.map((specifier, index) => ({
      from: from.replace('/*.', '/'),
      specifier,
      path: from.replace('*', `${name}-${index}`),
      source: `import { planted } from '${specifier}';\n\nplanted();\n`,
    })),
  );
}

describe('the import rules between folders', () => {
  const forbiddenFiles = plantedFiles(forbidden, 'forbidden');
  const allowedFiles = plantedFiles(allowed, 'allowed');
  let fired: Record<string, string[]> = {};

  beforeAll(() => {
    fired = lint(Object.fromEntries([...forbiddenFiles, ...allowedFiles].map(({ path, source }) => [path, source])));
  });

  const firedImportRules = (path: string) => fired[path]?.filter((rule) => IMPORT_RULES.includes(rule));

  it.each(forbiddenFiles)('forbid $path to import $specifier', ({ path }) => {
    expect(firedImportRules(path)).not.toEqual([]);
  });

  it.each(allowedFiles)('allow $path to import $specifier', ({ path }) => {
    expect(firedImportRules(path)).toEqual([]);
  });

  it.each([
    "export { x } from '../engine/engine.ts';\n",
    "import type { X } from '../engine/engine.ts';\n\nexport type Y = X;\n",
    "export const x = import('../engine/engine.ts');\n",
    "import '../engine/engine.ts';\n",
  ])('apply to %j in the same way', (source) => {
    expect(lint({ 'server/queue/planted.ts': source })['server/queue/planted.ts']).toContain('noRestrictedImports');
  });

  it('allow socket.io-client in one file of the pages', () => {
    const source = "import { io } from 'socket.io-client';\n\nio();\n";
    expect(lint({ 'shared/client/connection.ts': source })).toEqual({ 'shared/client/connection.ts': [] });
  });

  it('forbid circular imports', () => {
    const circular = lint({
      'server/print/one.ts': "import { two } from './two.ts';\n\nexport const one = () => two();\n",
      'server/print/two.ts': "import { one } from './one.ts';\n\nexport const two = () => one();\n",
    });
    expect(circular['server/print/one.ts']).toContain('noImportCycles');
  });

  it('forbid circular imports of types', () => {
    const circular = lint({
      'server/print/one.ts': "import type { Two } from './two.ts';\n\nexport type One = { two: Two | null };\n",
      'server/print/two.ts': "import type { One } from './one.ts';\n\nexport type Two = { one: One | null };\n",
    });
    expect(circular['server/print/one.ts']).toContain('noImportCycles');
  });
});
