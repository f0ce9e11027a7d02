import type { ReadonlySignal } from '@preact/signals';
import { type Connection, connect } from '../../shared/client/connection.ts';
import type { BookingDesk } from '../../shared/protocol/views/appointments.ts';
import type { DeskView, SupervisorView } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { createOrders, type Orders } from './commands.ts';

/** One connection of this page; a new one is opened after signing in or out, because the cookie belongs to the handshake. */
export interface Desk extends Connection<'desk'> {
  orders: Orders;
}

/** What a part of the page gets to show and to press. */
export interface Part {
  view: DeskView;
  orders: Orders;
  clock: ReadonlySignal<EpochMs>;
}

export type BookingPart = Part & { booking: BookingDesk };
export type SupervisorPart = Part & { supervisor: SupervisorView };

export function openDesk(): Desk {
  const connection = connect('desk');
  return { ...connection, orders: createOrders(connection) };
}
