import type { ReadonlySignal } from '@preact/signals';
import { type Connection, connect } from '../../shared/client/connection.ts';
import type { BookingDesk } from '../../shared/protocol/views/appointments.ts';
import type { DeskView, SupervisorView } from '../../shared/protocol/views/desk.ts';
import type { EpochMs } from '../../shared/time.ts';
import { createCommands, type DeskCommands } from './commands.ts';

/** One connection of this page. Signing in or out needs a new one, because the cookie is read in the handshake. */
export interface Desk extends Connection<'desk'> {
  commands: DeskCommands;
}

/** The props of most parts of the page. */
export interface DeskProps {
  view: DeskView;
  commands: DeskCommands;
  clock: ReadonlySignal<EpochMs>;
}

export type SupervisorProps = DeskProps & { supervisor: SupervisorView };
export type BookingProps = DeskProps & { booking: BookingDesk };

export function openDesk(): Desk {
  const connection = connect('desk');
  return { ...connection, commands: createCommands(connection) };
}
