/** Whole percent; `100%` and `0%` only for exactly 1 and 0. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (share < 1 && rounded === 100) return '99%';
  if (share > 0 && rounded === 0) return '1%';
  return `${rounded}%`;
}

/** Ratings per finished visit; null before the first visit is finished. */
export function responseRate(ratings: number, visits: number): string | null {
  return visits === 0 ? null : percent(Math.min(1, ratings / visits));
}

/** `1.240` or `1,240`. Not by `Intl`, which has no languages on old TVs. */
export function count(value: number, mark: string): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, mark);
}
