import { clock } from '../../shared/words/common.ts';
import type { Part } from '../connection/desk.ts';
import { words } from '../parts/words.ts';

export function Finished({ view }: Part) {
  return (
    <section class="card" aria-labelledby="finished">
      <h2 id="finished">{words().finished.heading}</h2>
      {view.finished.length === 0 ? (
        <p class="none">{words().finished.none}</p>
      ) : (
        <ul class="finished">
          {view.finished.map((visit) => (
            <li key={visit.id}>
              <b>{visit.number}</b> <time class="muted">{clock(visit.finishedAt, view.office.timeZone)}</time>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
