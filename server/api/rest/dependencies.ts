import type { HttpBindings } from '@hono/node-server';
import type { Office } from '../../../shared/office/office.ts';
import type { Result } from '../../../shared/protocol/rejections.ts';
import type { Health } from '../../../shared/protocol/views/hall.ts';
import type { OfficeFileView } from '../../../shared/protocol/views/screens.ts';
import type { VoiceView } from '../../../shared/protocol/views/voice.ts';
import type { SpokenCall } from '../../../shared/spoken/call.ts';
import type { SpokenHelp } from '../../../shared/spoken/help.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import type { OfficeEngine } from '../../engine/office-engine.ts';
import type { Log } from '../../log.ts';
import type { Event } from '../../queue/events.ts';
import type { Accounts } from '../../setup/setup.ts';

/** Where the public API lives; another major version would stand beside it. */
export const API = '/api/v1';

/** What REST and pages need of the rest of the server. */
export interface RestDependencies {
  engine: OfficeEngine;
  accounts: Accounts;
  /** The office's description as it is now. */
  office(): Office;
  health(): Health;
  /** Durable events of a day, null being today, with `seq` of at least `from`. */
  events(day: BusinessDay | null, from: number): AsyncIterable<Event> | Iterable<Event>;
  /** PNG of a paper of the preview printer, at `/preview/<id>.png`; null when it is gone. */
  paper(id: string): Uint8Array | null;
  voice: {
    /** One WAV file. */
    speak(call: Pick<SpokenCall, 'number' | 'counterNumber' | 'language' | 'recall'>): Promise<Result<Uint8Array>>;
    /** One WAV file. */
    help(help: SpokenHelp): Promise<Result<Uint8Array>>;
    view(): Promise<VoiceView>;
  };
  /** What set-up names; a path on this machine, or null for what may not be given out. */
  files: {
    logo(): Promise<string | null>;
    notice(file: string): Promise<string | null>;
    view(): Promise<OfficeFileView[]>;
  };
  /** Where screens and telephones find the office on the LAN. */
  address(): string;
  /** Folder of the built pages. */
  pages: string;
  log: Log;
}

/** hono's context carries Node's own request: who asks is read from its socket. */
export interface Env {
  Bindings: HttpBindings;
}
