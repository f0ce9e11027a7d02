import { language } from '../../shared/client/language.ts';
import type { KioskService } from '../../shared/protocol/views/kiosk.ts';
import { waitRange } from '../../shared/words/common.ts';
import { words } from '../parts/words.ts';
import { Fact } from './fact.tsx';

/** What is known of a queue before a ticket is taken. */
export function ServiceFacts({ service }: { service: KioskService }) {
  if (service.availability === 'limit-reached') {
    return (
      <span class="facts">
        <span class="chip">{words().limitReached}</span>
      </span>
    );
  }
  return (
    <span class="facts">
      {(service.waiting > 0 || service.openCounters > 0) && (
        <Fact shape="people">{words().waiting(service.waiting)}</Fact>
      )}
      {service.estimate && service.waiting > 0 && (
        <Fact shape="clock">{words().wait(waitRange(service.estimate, language.value))}</Fact>
      )}
      {service.openCounters === 0 && <span class="chip">{words().noClerk}</span>}
      {service.thisSession !== 'likely' && <span class="chip">{words().thisSession[service.thisSession]}</span>}
    </span>
  );
}
