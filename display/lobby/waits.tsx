import type { Language } from '../../shared/language.ts';
import type { DisplayView, ServiceWait } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { display as en } from '../../shared/words/en/display.ts';
import { display as vi } from '../../shared/words/vi/display.ts';
import { phrase } from '../parts/bilingual.tsx';
import { isUpright } from '../parts/orientation.ts';
import { pageAt } from './board.ts';
import { languageAt, Turning } from './turning.tsx';

type Service = DisplayView['services'][number];
const WORDS: Record<Language, typeof vi> = { vi, en };
/** Up to this number of services their letters have discs, ranges have room for six digits, and an upright screen has two rows. */
export const FEW = 5;
const ROOM = 9;
/** Longer waits of many services are written by their lower end, as `95+`, because there is room for four digits. */
const LONG = 100;

/** The wait of a ticket taken now, for each letter: who holds `A045` needs no more than the line of A. */
export function Waits({ hall: { services, waits, opening }, now }: { hall: DisplayView; now: EpochMs }) {
  const pages = Math.ceil(services.length / ROOM);
  // All pages are about as full.
  const size = Math.ceil(services.length / pages);
  const first = pageAt(now, pages) * size;
  const dense = services.length > FEW;
  const words = WORDS[languageAt(now)];
  // Outside the opening hours no ticket is given, so there is no wait.
  if (opening.state !== 'open') return <section class="waits" />;
  return (
    <section class={dense ? 'waits dense' : 'waits'}>
      <h2>
        <Turning text={phrase((words) => words.waiting)} now={now} />
        {pages > 1 && <span class="mark">{`${first / size + 1}/${pages}`}</span>}
      </h2>
      <ul>
        {services.slice(first, first + size).map((service, index) => {
          const wait = waits[first + index];
          const text = wait ? waitText(service, wait, dense || isUpright(), words) : null;
          return (
            <li key={service.id}>
              <b class="letter">{service.letter}</b>
              <span class={`range ${text?.kind ?? 'none'}`}>
                {text?.text ?? words.noClerk}
                {text?.kind === 'persons' && (
                  <>
                    <span class="unit"> {words.people(service.waiting)}</span>
                    <svg viewBox="0 0 24 24" aria-hidden="true">
                      <path d="M12 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM3 22c0-5 4-8 9-8s9 3 9 8z" />
                    </svg>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface WaitText {
  text: string;
  /** `persons`: people, with a sign in place of the word. */
  kind: 'minutes' | 'words' | 'persons' | 'none';
}

/** Null when nobody serves the service at present; the same range as on the kiosk. */
function waitText(
  { waiting, openCounters }: Service,
  { estimate, availability }: ServiceWait,
  isTight: boolean,
  words: typeof vi,
): WaitText | null {
  if (availability === 'limit-reached') return { text: words.noMoreToday, kind: 'none' };
  if (availability === 'not-served') return null;
  if (!estimate && openCounters === 0) return null;
  if (!estimate) return { text: `${waiting}`, kind: 'persons' };
  const { fromMinutes, toMinutes } = estimate;
  const isLong = toMinutes >= LONG;
  if (fromMinutes === 0 && (isTight || isLong)) return { text: `0–${toMinutes}`, kind: 'minutes' };
  if (isLong && (isTight || fromMinutes >= LONG)) return { text: `${fromMinutes}+`, kind: 'minutes' };
  if (fromMinutes === 0 || toMinutes <= 5) return { text: words.under(toMinutes), kind: 'minutes' };
  return { text: fromMinutes === toMinutes ? `${toMinutes}` : `${fromMinutes}–${toMinutes}`, kind: 'minutes' };
}
