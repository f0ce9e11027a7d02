import { say } from '../../shared/client/language.ts';
import type { SupervisorProps } from '../connection/desk.ts';
import { words } from '../parts/words.ts';

/** Every mistake of an `office.json` that the server could not take over at its start; nothing when there is none. */
export function RefusedFile({ supervisor: { fileMistakes } }: SupervisorProps) {
  const text = words().manage.refusedFile;
  if (fileMistakes.length === 0) return null;
  return (
    <section class="card refused-file" role="alert" aria-labelledby="refused-file">
      <h2 id="refused-file">{text.heading(fileMistakes.length)}</h2>
      <p>{text.lead}</p>
      <ul class="rows">
        {fileMistakes.map(({ line, column, text: mistake }) => (
          <li key={`${line} ${column} ${mistake.en}`} class="plain-row">
            <strong>{text.place(line, column)}</strong>
            <span class="grow">{say(mistake)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
