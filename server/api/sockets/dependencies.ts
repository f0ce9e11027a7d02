import type { Health } from '../../../shared/protocol/views/hall.ts';
import type { PreviewView } from '../../../shared/protocol/views/preview.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Setup } from '../../setup/setup.ts';

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
