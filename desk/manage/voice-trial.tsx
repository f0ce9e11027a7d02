import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Voice } from '../../shared/office/office.ts';
import { callSentence } from '../../shared/spoken/call.ts';
import { callAddress } from '../../shared/spoken/call-address.ts';
import { capitalised } from '../../shared/words/common.ts';
import { languageName, voiceWords } from '../parts/words.ts';

/** Speaks an example call in this browser, as the lobby TV would. */
export function VoiceTrial({ voice, languages }: { voice: Voice; languages: readonly string[] }) {
  const text = voiceWords();
  const audio = useRef<HTMLAudioElement>(null);
  const message = useSignal('');

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement) || !audio.current) return;
    const fields = new FormData(event.currentTarget);
    const number = String(fields.get('number')).trim().toUpperCase();
    const language = String(fields.get('language'));
    const call = { number, counterNumber: Number(fields.get('counter')), recall: fields.has('recall') };
    message.value = text.playing(callSentence({ ...voice, ...call, language }) ?? `${number} → ${call.counterNumber}`);
    audio.current.src = callAddress(call, language);
    audio.current.play().catch((reason: unknown) => {
      // A second press while the first sound loads has only stopped the first one.
      if (!(reason instanceof Error) || reason.name !== 'AbortError') message.value = text.notPlayed;
    });
  }

  return (
    <form class="voice-trial" onSubmit={submit}>
      <h3>{text.trial}</h3>
      <label>
        {text.number}
        <input name="number" required pattern="[A-Za-z]\d{3,6}" defaultValue="A012" autoComplete="off" />
      </label>
      <label>
        {text.counter}
        <input name="counter" type="number" required min={1} max={999} defaultValue="3" />
      </label>
      <label>
        {text.language}
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
        {text.recall}
      </label>
      <button type="submit" class="press primary">
        {text.play}
      </button>
      <p class="said" role="status">
        {message.value}
      </p>
      {/* biome-ignore lint/a11y/useMediaCaption: the line above has the sentence */}
      <audio ref={audio} />
    </form>
  );
}
