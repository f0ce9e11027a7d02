import type { ClipView, VoiceView } from '../../shared/protocol/views/voice.ts';
import { capitalised } from '../../shared/words/common.ts';
import { languageName, voiceWords } from '../parts/words.ts';

/** The clips of one language: how many of each kind, how many are missing or unusable, and on demand the list. */
export function ClipList({ language, clips }: VoiceView['languages'][number]) {
  const text = voiceWords();
  const missing = clips.filter(({ source }) => source === null);
  const unusable = clips.filter(({ problem }) => problem !== null);
  const count = (source: 'own' | 'shipped') => clips.filter((clip) => clip.source === source).length;
  const counts = (['own', 'shipped'] as const).filter((source) => count(source) > 0);
  return (
    <details class="clips">
      <summary>
        <strong>{capitalised(languageName(language))}</strong>
        <span class="muted">{counts.map((source) => text.counts[source](count(source))).join(' · ')}</span>
        {missing.length > 0 && <span class="over">{text.missing(missing.length)}</span>}
        {unusable.length > 0 && <span class="over">{text.unusable(unusable.length)}</span>}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="clip-rows" aria-label={`${text.clips}: ${languageName(language)}`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.words}</th>
              <th scope="col">{text.source}</th>
            </tr>
          </thead>
          <tbody>
            {[...clips].sort(troubleFirst).map((clip) => (
              <Row key={clip.id} clip={clip} />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function Row({ clip: { id, words, source, problem } }: { clip: ClipView }) {
  const text = voiceWords();
  return (
    <tr>
      <td>
        {words}
        <code class="line muted">{id}.wav</code>
      </td>
      <td>
        <span class={source === null ? 'over' : undefined}>{text.sources[source ?? 'none']}</span>
        {problem && <span class="over line">{text.problems[problem]}</span>}
      </td>
    </tr>
  );
}

function troubleFirst(a: ClipView, b: ClipView): number {
  return Number(isUsable(a)) - Number(isUsable(b));
}

function isUsable({ source, problem }: ClipView): boolean {
  return source !== null && problem === null;
}
