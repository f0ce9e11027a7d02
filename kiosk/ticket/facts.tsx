/** What is known about a queue or a wait, as short lines with an icon. */
import type { ComponentChildren } from 'preact';
import { language } from '../../shared/client/language.ts';
import type { Estimate } from '../../shared/protocol/views/common.ts';
import type { KioskService } from '../../shared/protocol/views/kiosk.ts';
import { waitRange } from '../../shared/words/common.ts';
import { Icon, type Shape } from '../parts/icons.tsx';
import { icons } from './icons.ts';
import { ticketWords } from './words.ts';

export function Fact({ shape, children }: { shape: Shape; children: ComponentChildren }) {
  return (
    <span class="fact">
      <Icon shape={shape} />
      {children}
    </span>
  );
}

interface WaitFactsProps {
  ahead: number;
  estimate: Estimate | null;
  noClerk: boolean;
}

/** How long the holder of a ticket will wait. */
export function WaitFacts({ ahead, estimate, noClerk }: WaitFactsProps) {
  return (
    <>
      <Fact shape={icons.people}>{ticketWords().ahead(ahead)}</Fact>
      {estimate && <Fact shape="clock">{ticketWords().wait(waitRange(estimate, language.value))}</Fact>}
      {noClerk && <Fact shape="clock">{ticketWords().noClerk}</Fact>}
    </>
  );
}

/** The queue of a service before a ticket is taken. */
export function ServiceFacts({ service }: { service: KioskService }) {
  const { availability } = service;
  if (availability !== 'available') {
    return (
      <span class="facts">
        <span class="chip">{ticketWords().unavailable[availability]}</span>
      </span>
    );
  }
  return (
    <span class="facts">
      {(service.waiting > 0 || service.openCounters > 0) && (
        <Fact shape={icons.people}>{ticketWords().waiting(service.waiting)}</Fact>
      )}
      {service.estimate && service.waiting > 0 && (
        <Fact shape="clock">{ticketWords().wait(waitRange(service.estimate, language.value))}</Fact>
      )}
      {service.openCounters === 0 && <span class="chip">{ticketWords().noClerk}</span>}
      {service.thisSession !== 'likely' && <span class="chip">{ticketWords().thisSession[service.thisSession]}</span>}
    </span>
  );
}
