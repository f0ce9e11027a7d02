// A rule without a test that it fires is not a rule: each arrow of the layout is crossed here once, and walked once.
import { beforeAll, describe, expect, it } from 'vitest';
import { lint } from './lint.ts';

/** `from` is where the planted file stands, `imports` what it says. */
interface Arrow {
  from: string;
  imports: string[];
}

const forbidden: Arrow[] = [
  {
    from: 'kiosk/ticket/*.tsx',
    imports: [
      '../../server/queue/state.ts',
      '../../display/parts/chime.ts',
      '../../desk/session.ts',
      '../../tests/chromium.mjs',
      'socket.io-client',
      'lowdb',
      'node:fs',
      'fs',
    ],
  },
  {
    from: 'display/lobby/*.ts',
    imports: ['../../server/orders.ts', '../../kiosk/ticket/main.tsx', '../../desk/main.tsx', 'socket.io-client'],
  },
  {
    from: 'desk/*.ts',
    imports: ['../server/queue/state.ts', '../kiosk/ticket/main.tsx', '../display/parts/chime.ts', 'socket.io-client'],
  },
  {
    from: 'shared/*.ts',
    imports: [
      './client/connection.ts',
      '../server/queue/state.ts',
      '../desk/main.tsx',
      'preact',
      'preact/hooks',
      '@preact/signals',
      'socket.io',
      'socket.io-client',
      'node:fs',
    ],
  },
  { from: 'shared/words/vi/*.ts', imports: ['../../client/language.ts', '../../../server/orders.ts', 'preact'] },
  {
    from: 'shared/client/*.ts',
    imports: ['socket.io-client', '../../server/orders.ts', '../../kiosk/x.ts', 'node:fs'],
  },
  {
    from: 'server/queue/*.ts',
    imports: [
      '../engine.ts',
      '../orders.ts',
      '../journal/journal.ts',
      '../setup/schema.ts',
      '../../shared/client/language.ts',
      'valibot',
      'lowdb',
      'node:crypto',
      'crypto',
    ],
  },
  {
    from: 'server/queue/views/*.ts',
    imports: [
      '../../engine.ts',
      '../../journal/journal.ts',
      '../../../shared/client/language.ts',
      '../../../desk/main.tsx',
      'valibot',
      'node:fs',
    ],
  },
  {
    from: 'server/journal/*.ts',
    imports: [
      '../engine.ts',
      '../http/app.ts',
      '../live/kiosk.ts',
      '../print/outbox.ts',
      '../setup/schema.ts',
      '../../shared/client/language.ts',
      'lowdb/node',
      'hono',
      'socket.io',
    ],
  },
  ...['setup', 'http', 'live', 'print', 'voice', 'reports'].map((part) => ({
    from: `server/${part}/*.ts`,
    imports: [
      ...['http', 'live', 'print', 'voice', 'reports', 'journal']
        .filter((other) => other !== part)
        .map((other) => `../${other}/x.ts`),
      '../server.ts',
      '../main.ts',
      '../../desk/main.tsx',
      '../../shared/client/connection.ts',
      'socket.io-client',
      'lowdb/node',
    ],
  })),
  {
    from: 'server/*.ts',
    imports: ['../desk/main.tsx', '../shared/client/language.ts', '../tests/chromium.mjs', 'lowdb/node'],
  },
  { from: 'tests/server/*.ts', imports: ['lowdb/node'] },
];

const allowed: Arrow[] = [
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
    from: 'desk/*.tsx',
    imports: ['./session.ts', './supervisor/staff.tsx', '../shared/client/language.ts', 'preact/hooks'],
  },
  { from: 'shared/*.ts', imports: ['./time.ts', './words/vi/common.ts', 'valibot'] },
  { from: 'shared/words/vi/*.ts', imports: ['./common.ts', '../common.ts', '../../rejections.ts'] },
  { from: 'shared/client/*.ts', imports: ['../protocol.ts', './language.ts', 'preact', '@preact/signals'] },
  { from: 'server/queue/*.ts', imports: ['./state.ts', './views/board.ts', '../../shared/time.ts'] },
  { from: 'server/queue/views/*.ts', imports: ['./parts.ts', '../state.ts', '../../../shared/words/common.ts'] },
  {
    from: 'server/journal/*.ts',
    imports: ['./codec.ts', '../queue/events.ts', '../../shared/time.ts', 'node:fs/promises', 'lowdb', 'valibot'],
  },
  {
    from: 'server/http/*.ts',
    imports: [
      './api/tickets.ts',
      '../queue/views/board.ts',
      '../setup/devices.ts',
      '../engine.ts',
      '../orders.ts',
      'node:http',
      'hono',
    ],
  },
  {
    from: 'server/live/*.ts',
    imports: ['../queue/views/board.ts', '../../shared/protocol.ts', 'socket.io', 'valibot'],
  },
  { from: 'server/print/*.ts', imports: ['../queue/paper.ts', '../engine.ts', 'node:net', 'node-thermal-printer'] },
  {
    from: 'server/*.ts',
    imports: [
      './http/app.ts',
      './live/door.ts',
      './journal/file-journal.ts',
      './print/outbox.ts',
      './voice/voice.ts',
      'socket.io',
    ],
  },
  { from: 'tests/server/*.ts', imports: ['../../server/journal/journal.ts', 'socket.io-client', 'vitest'] },
];

/** Rules that forbid an import; others may complain about a planted file too. */
const ARROW_RULES = ['noRestrictedImports', 'noNodejsModules'];

function plants(arrows: Arrow[], verdict: string) {
  return arrows.flatMap(({ from, imports }) =>
    imports.map((specifier, index) => ({
      from: from.replace('/*.', '/'),
      specifier,
      path: from.replace('*', `${verdict}-${index}`),
      source: `import { planted } from '${specifier}';\n\nplanted();\n`,
    })),
  );
}

describe('the arrows of the layout', () => {
  const crossed = plants(forbidden, 'crossed');
  const walked = plants(allowed, 'walked');
  let fired: Record<string, string[]> = {};

  beforeAll(() => {
    fired = lint(Object.fromEntries([...crossed, ...walked].map(({ path, source }) => [path, source])));
  });

  const arrowRules = (path: string) => fired[path]?.filter((rule) => ARROW_RULES.includes(rule));

  it.each(crossed)('$path may not import $specifier', ({ path }) => {
    expect(arrowRules(path)).not.toEqual([]);
  });

  it.each(walked)('$path may import $specifier', ({ path }) => {
    expect(arrowRules(path)).toEqual([]);
  });

  it.each([
    "export { x } from '../engine.ts';\n",
    "import type { X } from '../engine.ts';\n\nexport type Y = X;\n",
    "export const x = import('../engine.ts');\n",
    "import '../engine.ts';\n",
  ])('sees the arrow in %j too', (source) => {
    expect(lint({ 'server/queue/planted.ts': source })['server/queue/planted.ts']).toContain('noRestrictedImports');
  });

  it('lets socket.io-client into one file of the pages', () => {
    const source = "import { io } from 'socket.io-client';\n\nio();\n";
    expect(lint({ 'shared/client/connection.ts': source })).toEqual({ 'shared/client/connection.ts': [] });
  });

  it('finds a circle of imports', () => {
    const circle = lint({
      'server/print/one.ts': "import { two } from './two.ts';\n\nexport const one = () => two();\n",
      'server/print/two.ts': "import { one } from './one.ts';\n\nexport const two = () => one();\n",
    });
    expect(circle['server/print/one.ts']).toContain('noImportCycles');
  });
});
