/** One line of the table. A figure without a limit is for information only. */
export interface Figure {
  name: string;
  measured: string;
  limit: string;
  ok: boolean;
}

/** A ratio that must not fall below `limit`. */
export function atLeast(limit: number, name: string, ratio: number, note = ''): Figure {
  return { name, measured: `${ratio.toFixed(2)}${note}`, limit: `≥ ${limit}`, ok: ratio >= limit };
}

/** A ratio, or a size in `unit`, that must not exceed `limit`. */
export function atMost(limit: number, name: string, value: number, { unit = '', note = '' } = {}): Figure {
  return { name, measured: `${value.toFixed(2)}${unit}${note}`, limit: `≤ ${limit}${unit}`, ok: value <= limit };
}

export function shown(name: string, measured: string): Figure {
  return { name, measured, limit: '', ok: true };
}

/** The median, which single outliers of a busy machine do not change. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2;
}

/** How many milliseconds `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

export function show(figures: readonly Figure[]): string {
  const rows = [
    ['figure', 'measured', 'limit', ''],
    ...figures.map(({ name, measured, limit, ok }) => [name, measured, limit, limit === '' ? '' : ok ? 'ok' : 'NOT']),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}
