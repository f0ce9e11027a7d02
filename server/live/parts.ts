import type { PreviewView } from '../../shared/preview-view.ts';
import type { Health } from '../../shared/views.ts';
import type { Engine } from '../engine.ts';
import type { Setup } from '../setup/setup.ts';

/** What the live door needs of the rest of the server. */
export interface LiveParts {
  engine: Engine;
  setup: Setup;
  health(): Health;
  /** What the preview printer printed, latest first. */
  papers(): PreviewView['papers'];
  /** Where telephones find the office on the LAN. */
  address(): string;
  build: string;
  report(error: unknown): void;
}
