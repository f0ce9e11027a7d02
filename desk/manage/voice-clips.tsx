import type { ClipView, VoiceView } from '../../shared/protocol/views/voice.ts';
import { capitalised } from '../../shared/words/common.ts';
import { voiceWords } from '../parts/words.ts';
import { languageName } from './voice-names.ts';

/** Clips of one language: how many of each kind, what is wrong, and the whole list on demand. */
export function ClipList({ language, clips }: VoiceView['languages'][number]) {
  const say = voiceWords();
  const missing = clips.filter(({ source }) => source === null);
  const unusable = clips.filter(({ problem }) => problem !== null);
  const count = (source: 'own' | 'shipped') => clips.filter((clip) => clip.source === source).length;
  const counts = (['own', 'shipped'] as const).filter((source) => count(source) > 0);
  return (
    <details class="clips">
      <summary>
        <strong>{capitalised(languageName(language))}</strong>
        <span class="muted">{counts.map((source) => say.counts[source](count(source))).join(' · ')}</span>
        {missing.length > 0 && <span class="over">{say.missing(missing.length)}</span>}
        {unusable.length > 0 && <span class="over">{say.unusable(unusable.length)}</span>}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="clip-rows" aria-label={`${say.clips}: ${languageName(language)}`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.words}</th>
              <th scope="col">{say.source}</th>
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
  const say = voiceWords();
  return (
    <tr>
      <td>
        {words}
        <code class="line muted">{id}.wav</code>
      </td>
      <td>
        <span class={source === null ? 'over' : undefined}>{say.sources[source ?? 'none']}</span>
        {problem && <span class="over line">{say.problems[problem]}</span>}
      </td>
    </tr>
  );
}

function troubleFirst(a: ClipView, b: ClipView): number {
  return Number(inOrder(a)) - Number(inOrder(b));
}

function inOrder({ source, problem }: ClipView): boolean {
  return source !== null && problem === null;
}
