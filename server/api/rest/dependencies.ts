import type { HttpBindings } from '@hono/node-server';
import type { Office } from '../../../shared/office/office.ts';
import type { Result } from '../../../shared/protocol/rejections.ts';
import type { Health } from '../../../shared/protocol/views/common.ts';
import type { OfficeFileView } from '../../../shared/protocol/views/screens.ts';
import type { VoiceView } from '../../../shared/protocol/views/voice.ts';
import type { SpokenCall } from '../../../shared/spoken/call.ts';
import type { SpokenHelp } from '../../../shared/spoken/help.ts';
import type { ServiceState } from '../../../shared/spoken/service-state.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import type { OfficeEngine } from '../../engine/office-engine.ts';
import type { Log } from '../../log.ts';
import type { Event } from '../../queue/events.ts';
import type { Accounts } from '../../setup/setup.ts';
import type { SetupChanges } from '../setup-changes.ts';

/** Path prefix of the public API; another major version would get its own prefix. */
export const API = '/api/v1';

/** What REST and pages need of the rest of the server. */
export interface RestDependencies {
  engine: OfficeEngine;
  accounts: Accounts;
  setup: SetupChanges;
  /** The office's description as it is now. */
  office(): Office;
  health(): Health;
  /** The durable events of a day (null means today) whose `seq` is at least `from`. */
  events(day: BusinessDay | null, from: number): AsyncIterable<Event> | Iterable<Event>;
  /** A paper of the preview printer as PNG, served at `/preview/<id>.png`; null when it is no longer kept. */
  paper(id: string): Promise<Uint8Array | null>;
  voice: {
    /** Resolves to one WAV file. */
    speak(call: Pick<SpokenCall, 'number' | 'counterNumber' | 'language' | 'recall'>): Promise<Result<Uint8Array>>;
    /** Resolves to one WAV file. `states` are what the services offer now. */
    help(help: SpokenHelp, states?: readonly ServiceState[]): Promise<Result<Uint8Array>>;
    view(): Promise<VoiceView>;
  };
  /** The files that set-up names: a path on this machine, or null for a file that must not be served. */
  files: {
    logo(): Promise<string | null>;
    notice(file: string): Promise<string | null>;
    view(): Promise<OfficeFileView[]>;
  };
  /** The server's URL on the LAN, for screens and telephones. */
  address(): string;
  /** Folder of the built pages. */
  pages: string;
  log: Log;
}

/** Types hono's context so that it gives Node's own request: its socket has the sender's address. */
export interface Env {
  Bindings: HttpBindings;
}
