/** `bytes=0-` or `bytes=44-99`. Anything else gets the whole, as RFC 9110 allows. `to` is exclusive. */
export function partOf(range: string | undefined, size: number): { from: number; to: number } | null {
  const [, first, last] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if (first === undefined) return null;
  const from = Number(first);
  const to = last ? Math.min(Number(last) + 1, size) : size;
  return from < to ? { from, to } : null;
}
