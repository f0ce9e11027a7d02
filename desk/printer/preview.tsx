import type { ReadonlySignal } from '@preact/signals';
import type { ConnectionState } from '../../shared/client/connection.ts';
import { connectionPage } from '../../shared/client/connection-page.ts';
import { common, language, say } from '../../shared/client/language.ts';
import type { PreviewView } from '../../shared/protocol/views/printer.ts';
import { clock } from '../../shared/words/common.ts';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { words } from '../parts/words.ts';

interface Props {
  view: ReadonlySignal<PreviewView | null>;
  state: ReadonlySignal<ConnectionState>;
}

export function Preview({ view, state }: Props) {
  const text = words().printer;
  document.title = `${text.title} – ${words().product}`;
  const shown = view.value;
  const instead = connectionPage(state.value, shown !== null, language.value);
  return (
    <>
      <header class="printer-head">
        <div>
          <h1>{text.title}</h1>
          <p>{shown ? say(shown.office.name) : text.lead}</p>
        </div>
        <LanguageSwitch />
      </header>
      <p class="printer-state" role="status">
        {instead ? (instead.title ?? instead.help) : state.value.kind === 'lost' && common().connectionLost}
      </p>
      {instead?.kind === 'refused' ? (
        <p class="printer-state">
          <a href="/desk">{text.toDesk}</a>
        </p>
      ) : (
        shown && <Papers papers={shown.papers} timeZone={shown.office.timeZone} />
      )}
    </>
  );
}

function Papers({ papers, timeZone }: Pick<PreviewView, 'papers'> & { timeZone: string }) {
  const text = words().printer;
  if (papers.length === 0) {
    return (
      <main class="no-papers">
        <h2>{text.empty}</h2>
        <p>{text.emptyLead}</p>
      </main>
    );
  }
  return (
    <main>
      <p class="lead">{text.lead}</p>
      <ol class="papers" aria-live="polite">
        {papers.map((paper) => (
          <li key={paper.id}>
            <figure>
              <img src={paper.src} alt={text.alt(paper.title)} />
              <figcaption>
                <strong>{paper.title}</strong> <time>{clock(paper.printedAt, timeZone)}</time>
              </figcaption>
            </figure>
          </li>
        ))}
      </ol>
    </main>
  );
}
