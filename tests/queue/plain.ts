import { Line } from '../../server/queue/line.ts';

/** A state as plain data, so that two states can be compared: the places of a line are private. */
export function plain(value: unknown): unknown {
  if (value instanceof Line) return value.first(value.length);
  if (value instanceof Map) return [...value].map(plain);
  if (value instanceof Set) return [...value].map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
