import type { HallScreen } from '../../office/office.ts';

export type FileProblem = 'missing' | 'too-large' | 'wrong-kind' | 'unreadable';

/** A file that set-up names. */
export interface OfficeFileView {
  kind: 'logo' | 'picture' | 'video';
  /** On the server's machine. */
  path: string;
  /** Null when screens can show it. */
  problem: FileProblem | null;
}

/** What a supervisor sees of the office's TVs. */
export interface ScreensView {
  /** Where they find the office on the LAN. */
  address: string;
  screens: HallScreen[];
  /** The accent of set-up and, where that could not be read, the lighter one in use. */
  accent: { wanted: string; used: string };
  files: OfficeFileView[];
}
