import { common } from '../../shared/client/language.ts';
import type { SupervisorProps } from '../connection/desk.ts';
import { words } from '../parts/words.ts';

/** Today's votes without a number that are in no figure, for a supervisor who asks why; nothing when there are none. */
export function VotesApart({ supervisor: { votesApart } }: SupervisorProps) {
  const text = words().manage;
  const votes = votesApart.reduce((sum, each) => sum + each, 0);
  if (votes === 0) return null;
  const names = common().levels[votesApart.length === 3 ? 3 : 5];
  return (
    <section class="card" aria-labelledby="votes-apart">
      <h2 id="votes-apart">{text.votesApart}</h2>
      <p>{text.votesApartLead(votes)}</p>
      <ul class="rows">
        {votesApart.map((each, index) =>
          each === 0 ? null : (
            <li key={names[index]} class="plain-row">
              <span class="grow">{names[index]}</span>
              <strong>{each}</strong>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
