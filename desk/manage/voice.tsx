import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { language } from '../../shared/client/language.ts';
import type { Voice as OfficeVoice } from '../../shared/office.ts';
import type { Rejection } from '../../shared/rejections.ts';
import type { VoiceView } from '../../shared/spoken/voice-view.ts';
import { capitalised } from '../../shared/words/common.ts';
import { explain } from '../../shared/words/rejection.ts';
import type { SupervisorPart } from '../desk.ts';
import { Press } from '../press.tsx';
import { voiceWords } from '../words.ts';
import { loadVoice } from './load-voice.ts';
import { ClipList } from './voice-clips.tsx';
import { languageName } from './voice-names.ts';
import { VoiceTrial } from './voice-trial.tsx';

/** What the hall hears: how calls are spoken, a sentence to listen to, and where each clip comes from. */
export function Voice({ view }: SupervisorPart) {
  const say = voiceWords();
  const found = useSignal<VoiceView | null>(null);
  const refusal = useSignal<Rejection | null>(null);

  async function look(): Promise<void> {
    const loaded = await loadVoice();
    if (loaded.ok) found.value = loaded.value;
    refusal.value = loaded.ok ? null : loaded.rejection;
  }
  useEffect(() => void look(), []);

  return (
    <section class="card voice" aria-labelledby="voice">
      <div class="card-head">
        <h2 id="voice">{say.heading}</h2>
        <Press look="quiet" onPress={look}>
          {say.reload}
        </Press>
      </div>
      <p class="over" role="status">
        {refusal.value && explain(refusal.value, language.value, view.office.timeZone)}
      </p>
      {found.value ? <Found voice={found.value} /> : !refusal.value && <p class="none">{say.loading}</p>}
    </section>
  );
}

function Found({ voice: { voice, folder, languages } }: { voice: VoiceView }) {
  const say = voiceWords();
  return (
    <>
      <p>{summary(voice)}</p>
      <p class="muted">{say.change}</p>
      <VoiceTrial voice={voice} languages={languages.map((each) => each.language)} />
      <h3>{say.clips}</h3>
      {languages.map((each) => (
        <ClipList key={each.language} {...each} />
      ))}
      <h3>{say.folder}</h3>
      <p>
        <code>{folder}</code>
      </p>
      <p class="muted">{say.folderLead}</p>
    </>
  );
}

function summary({ languages, style, dialect, repeat }: OfficeVoice): string {
  const say = voiceWords();
  if (languages.length === 0) return say.silent;
  const details = [say.styles[style], say.dialects[dialect], say.repeats[`${repeat}`]].join(', ');
  return `${say.spoken(languages.map(languageName).join(say.and))} ${capitalised(details)}.`;
}
