import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { explain } from '../../shared/client/explain.ts';
import { language } from '../../shared/client/language.ts';
import type { Rejection } from '../../shared/protocol/rejections.ts';
import { read } from '../connection/api.ts';
import { Press } from '../parts/press.tsx';

interface Props<Found> {
  id: string;
  /** A path of the REST API. */
  path: string;
  words: { heading: string; reload: string; loading: string };
  timeZone: string;
  children(found: Found): ComponentChildren;
}

/** A card about files on the server. It reads them when it is shown, and again when its button is pressed. */
export function ReadCard<Found>({ id, path, words, timeZone, children }: Props<Found>) {
  const found = useSignal<Found | null>(null);
  const refusal = useSignal<Rejection | null>(null);

  async function look(): Promise<void> {
    const answer = await read<Found>(path);
    if (answer.ok) found.value = answer.value;
    refusal.value = answer.ok ? null : answer.rejection;
  }
  useEffect(() => void look(), []);

  return (
    <section class={`card ${id}`} aria-labelledby={id}>
      <div class="card-head">
        <h2 id={id}>{words.heading}</h2>
        <Press onPress={look}>{words.reload}</Press>
      </div>
      <p class="over" role="status">
        {refusal.value && explain(refusal.value, language.value, timeZone)}
      </p>
      {found.value ? children(found.value) : !refusal.value && <p class="none">{words.loading}</p>}
    </section>
  );
}
