import type { Office } from '../../../shared/office/office.ts';
import type { Health } from '../../../shared/protocol/views/common.ts';
import type { PreviewView } from '../../../shared/protocol/views/printer.ts';
import type { FileProblem } from '../../../shared/protocol/views/setup.ts';
import type { OfficeEngine } from '../../engine/office-engine.ts';
import type { Log } from '../../log.ts';
import type { Accounts } from '../../setup/setup.ts';
import type { TrustedConnections } from '../connection-limit.ts';
import type { Presence } from './presence.ts';

/** What the sockets need of the rest of the server. */
export interface SocketDependencies {
  engine: OfficeEngine;
  accounts: Accounts;
  /** Why the server did not take over `office.json` at its start. */
  fileMistakes(): readonly FileProblem[];
  /** The office's description as it is now. */
  office(): Office;
  health(): Health;
  /** The papers of the preview printer, latest first. */
  papers(): PreviewView['papers'];
  /** The server's URL on the LAN, for telephones. */
  address(): string;
  build: string;
  presence: Presence;
  connections: TrustedConnections;
  log: Log;
}
