import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { BookingPart } from '../connection/desk.ts';
import { Press } from '../parts/press.tsx';
import { words } from './words.ts';

/** Few clerks take bookings: the page is loaded when somebody opens it. */
export function LaterAppointments(part: BookingPart) {
  const found = useSignal<{ View: ComponentType<BookingPart> } | 'awaited' | 'missing'>('awaited');
  useEffect(() => {
    import('./appointments.tsx').then(
      ({ Appointments }) => {
        found.value = { View: Appointments };
      },
      () => {
        // The server is away, or a new build has taken the place of these files: the page says so.
        found.value = 'missing';
      },
    );
  }, []);
  if (found.value === 'awaited') return <p class="message">{words().loading}</p>;
  if (found.value !== 'missing') return <found.value.View {...part} />;
  return (
    <main class="message">
      <p role="alert">{words().missing}</p>
      <Press look="primary" onPress={() => location.reload()}>
        {words().reload}
      </Press>
    </main>
  );
}
