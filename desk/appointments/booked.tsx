import { useEffect, useRef } from 'preact/hooks';
import { language, say } from '../../shared/client/language.ts';
import type { BookedAppointment } from '../../shared/protocol/views/appointments.ts';
import type { DeskView } from '../../shared/protocol/views/desk.ts';
import { clock, codeGroups, date } from '../../shared/words/common.ts';
import { Press } from '../parts/press.tsx';
import { words } from './words.ts';

interface Props {
  view: DeskView;
  booked: BookedAppointment;
  onAnother(): void;
}

export function Booked({ view, booked, onAnother }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { timeZone } = view.office;
  const [firstDigits, lastDigits] = codeGroups(booked.code);
  const service = view.services.find(({ id }) => id === booked.serviceId);
  return (
    <div class="to-read-out">
      <h2 id="book" ref={heading} tabIndex={-1}>
        {words().booked}
      </h2>
      <p class="when">
        <b>{clock(booked.startsAt, timeZone)}</b> {date(booked.startsAt, timeZone, language.value)}
        {service && <span class="line">{say(service.name)}</span>}
      </p>
      <p>{words().readOut}</p>
      <p class="big-code">
        <span class="unseen">
          {words().code}: {[...booked.code].join(' ')}
        </span>
        <span aria-hidden="true">{firstDigits}</span>
        <span aria-hidden="true">{lastDigits}</span>
      </p>
      <p class="muted">{words().atKiosk}</p>
      <Press look="primary" shortcut="n" onPress={onAnother}>
        {words().another}
      </Press>
    </div>
  );
}
