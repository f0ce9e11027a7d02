import { language } from '../../shared/client/language.ts';
import { explain } from '../../shared/words/rejection.ts';
import { Asking } from '../parts/asking.tsx';
import { Refused } from '../parts/refused.tsx';
import { mayRetry } from '../parts/retry.ts';
import { words } from '../parts/words.ts';
import type { TicketFlow } from './flow.ts';
import type { Page } from './page.ts';
import { Where } from './where.tsx';

interface ScanProps {
  page: Page & { kind: 'finding' | 'found' | 'not-found' };
  lost: boolean;
  timeZone: string;
  flow: TicketFlow;
}

/** What a scanned ticket or slip leads to. */
export function Scan({ page, lost, timeZone, flow: { stay, home, retry } }: ScanProps) {
  const text = words();
  if (page.kind === 'finding') return <Asking sentence={lost ? text.retrying : text.finding} />;
  if (page.kind === 'found') {
    const { ticket, back } = page;
    return <Where ticket={ticket} back={back} timeZone={timeZone} remaining={stay.remaining.value} onDone={home} />;
  }
  const { rejection } = page;
  if (rejection.code === 'UnknownTicket')
    return <Refused title={text.notToday} sentence={text.notTodayHelp} onRetry={null} onHome={home} />;
  const sentence = explain(rejection, language.value, timeZone);
  return <Refused sentence={sentence} onRetry={mayRetry(rejection) ? retry : null} onHome={home} />;
}
