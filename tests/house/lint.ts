import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as v from 'valibot';

const ROOT = join(import.meta.dirname, '../..');
const report = v.object({
  diagnostics: v.array(
    v.object({ category: v.string(), message: v.string(), location: v.object({ path: v.string() }) }),
  ),
});

/**
 * Lints files, given as source by path, with the rules of this repository, in a temporary folder.
 * @returns the names of the rules that each file violates, without their groups
 */
export function lint(files: Record<string, string>): Record<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'den-luot-lint-'));
  try {
    const config = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
    // Without `vcs`, because there is no .gitignore in this folder.
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
    cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), source);
    }
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules/@biomejs/biome/bin/biome'), 'lint', '--reporter=json', '--max-diagnostics=none'],
      { cwd: folder, encoding: 'utf8' },
    );
    if (!stdout.startsWith('{')) throw new Error(`biome did not run: ${stderr}`);
    const fired = Object.fromEntries(Object.keys(files).map((path): [string, string[]] => [path, []]));
    for (const { category, location } of v.parse(report, JSON.parse(stdout)).diagnostics) {
      fired[location.path]?.push(category.split('/').at(-1) ?? category);
    }
    return fired;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
