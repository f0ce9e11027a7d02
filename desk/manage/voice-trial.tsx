import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Voice } from '../../shared/office/office.ts';
import { callSentence } from '../../shared/spoken/call.ts';
import { callAddress } from '../../shared/spoken/call-address.ts';
import { capitalised } from '../../shared/words/common.ts';
import { voiceWords } from '../parts/words.ts';
import { languageName } from './voice-names.ts';

/** Speaks a made-up call in this browser, as the hall would hear it. */
export function VoiceTrial({ voice, languages }: { voice: Voice; languages: readonly string[] }) {
  const say = voiceWords();
  const audio = useRef<HTMLAudioElement>(null);
  const told = useSignal('');

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement) || !audio.current) return;
    const fields = new FormData(event.currentTarget);
    const number = String(fields.get('number')).trim().toUpperCase();
    const language = String(fields.get('language'));
    const call = { number, counterNumber: Number(fields.get('counter')), recall: fields.has('recall') };
    told.value = say.playing(callSentence({ ...voice, ...call, language }) ?? `${number} → ${call.counterNumber}`);
    audio.current.src = callAddress(call, language);
    audio.current.play().catch((reason: unknown) => {
      // A second press while the first sound loads only stops the first.
      if (!(reason instanceof Error) || reason.name !== 'AbortError') told.value = say.notPlayed;
    });
  }

  return (
    <form class="voice-trial" onSubmit={submit}>
      <h3>{say.trial}</h3>
      <label>
        {say.number}
        <input name="number" required pattern="[A-Za-z]\d{3,6}" defaultValue="A012" autoComplete="off" />
      </label>
      <label>
        {say.counter}
        <input name="counter" type="number" required min={1} max={999} defaultValue="3" />
      </label>
      <label>
        {say.language}
        <select name="language">
          {languages.map((code) => (
            <option key={code} value={code}>
              {capitalised(languageName(code))}
            </option>
          ))}
        </select>
      </label>
      <label class="check">
        <input name="recall" type="checkbox" />
        {say.recall}
      </label>
      <button type="submit" class="press primary">
        {say.play}
      </button>
      <p class="said" role="status">
        {told.value}
      </p>
      {/* biome-ignore lint/a11y/useMediaCaption: the sentence stands in the line above */}
      <audio ref={audio} />
    </form>
  );
}
