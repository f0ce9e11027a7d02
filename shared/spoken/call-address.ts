import type { Announcement } from '../protocol/views/hall.ts';

/** The address of the sound of a call. */
export function callAddress(
  { number, counterNumber, recall }: Pick<Announcement, 'number' | 'counterNumber' | 'recall'>,
  language: string,
): string {
  return `/voice/call.wav?number=${number}&counter=${counterNumber}&language=${language}&recall=${recall ? 1 : 0}`;
}
