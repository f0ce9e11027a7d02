import type { Changes } from '../state.ts';
import { queueOf } from '../state.ts';
import { carryOver } from './appointments.ts';

export const dayChanges = {
  DayOpened(state, { office, paces, margins, staffed, appointments, month }) {
    state.office = office;
    state.handedOn = [];
    state.intervalWidth = margins;
    state.month = month;
    state.staffed.before = new Set(staffed);
    carryOver(state, appointments);
    for (const [id, pace] of Object.entries(paces)) queueOf(state, id).pace = pace;
  },
  DayClosed(state) {
    state.closed = true;
  },
  DayReopened(state) {
    state.closed = false;
  },
  StorageRecovered() {
    // Recorded for the audit trail only.
  },
} satisfies Partial<Changes>;
