import { useState } from 'preact/hooks';
import { words } from './words.ts';

interface ProgressProps {
  /** Names the turn whose progress is shown: another service is another turn. */
  turn: string;
  ahead: number;
  /** 0 where the figure is not of this turn. */
  aheadAtIssue: number;
}

/** How far the turn has come since the ticket was taken, and by how many visitors it has been set back. */
export function Progress({ turn, ahead, aheadAtIssue }: ProgressProps) {
  const text = words();
  const { first, least } = useSeen(turn, ahead);
  const start = Math.max(aheadAtIssue, first, 1);
  const percent = Math.round((1 - least / start) * 100);
  return (
    <section class="progress">
      <div class="bar" aria-hidden="true">
        <i style={{ width: `${percent}%` }} />
        {/* The ring is 24 px wide and stays within the bar. */}
        <b style={{ left: `calc(${percent}% - ${percent * 0.24}px)` }} />
      </div>
      <p class="ends">
        <span class="ahead">{ahead === 0 ? text.next : text.ahead(ahead)}</span>
        <span class="goal" aria-hidden="true">
          {text.yourTurn}
        </span>
      </p>
      {ahead > least && <p class="help">{text.joinedAhead(ahead - least)}</p>}
    </section>
  );
}

/** The first and the least number of visitors ahead that this telephone has seen. */
interface Seen {
  first: number;
  least: number;
}

/** Kept until the window is closed: the bar never runs back, also not when the page loads again. */
function useSeen(turn: string, ahead: number): Seen {
  const key = `den-luot-ahead ${location.pathname} ${turn}`;
  const [remembered] = useState(() => new Map<string, Seen>());
  const { first, least } = remembered.get(key) ?? stored(key) ?? { first: ahead, least: ahead };
  const seen = { first, least: Math.min(least, ahead) };
  remembered.set(key, seen);
  try {
    sessionStorage.setItem(key, `${seen.first} ${seen.least}`);
  } catch {
    // The telephone's owner forbids storage: the page remembers by itself until it is loaded again.
  }
  return seen;
}

function stored(key: string): Seen | null {
  try {
    const [first = Number.NaN, least = Number.NaN] = (sessionStorage.getItem(key) ?? '').split(' ').map(Number);
    return Number.isInteger(first) && Number.isInteger(least) ? { first, least } : null;
  } catch {
    return null;
  }
}
