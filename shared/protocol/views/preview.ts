import type { EpochMs } from '../../time.ts';
import type { OfficeHead } from './hall.ts';

export interface PreviewView {
  office: OfficeHead;
  /** Latest first; `src` is the address of a PNG on this server. */
  papers: { id: string; src: string; printedAt: EpochMs; title: string }[];
}
