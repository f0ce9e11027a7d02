import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../chromium.mjs';

describe('findChromium', () => {
  let folder = '';
  const program = (name: string, mode = 0o755) => {
    writeFileSync(join(folder, name), '', { mode });
    return join(folder, name);
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'den-luot-chromium-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('returns the program of CHROMIUM_PATH before all others', () => {
    const [wanted, installed] = [program('wanted'), program('installed')];
    expect(findChromium({ wanted, candidates: [installed] })).toBe(wanted);
  });

  it('throws when CHROMIUM_PATH is not an executable program', () => {
    const candidates = [program('installed')];
    expect(() => findChromium({ wanted: join(folder, 'missing'), candidates })).toThrow(
      /CHROMIUM_PATH names no program/,
    );
    expect(() => findChromium({ wanted: program('text', 0o644), candidates })).toThrow(
      /CHROMIUM_PATH names no program/,
    );
  });

  it('returns the first candidate that exists', () => {
    const [first, second] = [program('first'), program('second')];
    const candidates = [join(folder, 'missing'), first, second];
    expect(findChromium({ wanted: '', candidates })).toBe(first);
  });

  it('returns the downloaded program only when the download is complete', () => {
    const where = { wanted: '', candidates: [], cache: folder };
    program('chromium');
    expect(findChromium(where)).toBeNull();
    expect(findChromium({ ...where, cache: join(program('start-chromium'), '..') })).toBe(
      join(folder, 'start-chromium'),
    );
  });
});
