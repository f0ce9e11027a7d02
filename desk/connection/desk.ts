import { type ReadonlySignal, signal } from '@preact/signals';
import { type Connection, connect } from '../../shared/client/connection.ts';
import type { BookingDesk } from '../../shared/protocol/views/appointments.ts';
import type { DeskView, SupervisorView } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { createOrders, type Orders } from './commands.ts';

/** One connection of this page; a new one is opened after signing in or out, because the cookie belongs to the handshake. */
export interface Desk extends Pick<Connection<'desk'>, 'view' | 'state' | 'updatedAt'> {
  orders: Orders;
  /** The office's clock, moving once a second. */
  clock: ReadonlySignal<EpochMs>;
  close(): void;
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
  const clock = signal(connection.now());
  const tick = () => {
    clock.value = connection.now();
  };
  const stopListening = connection.view.subscribe(tick);
  const timer = setInterval(tick, 1000);
  return {
    view: connection.view,
    state: connection.state,
    updatedAt: connection.updatedAt,
    orders: createOrders(connection),
    clock,
    close() {
      stopListening();
      clearInterval(timer);
      connection.close();
    },
  };
}
