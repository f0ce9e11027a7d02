import type { Voice as OfficeVoice } from '../../shared/office/office.ts';
import type { VoiceView } from '../../shared/protocol/views/voice.ts';
import { capitalised } from '../../shared/words/common.ts';
import type { SupervisorProps } from '../connection/desk.ts';
import { languageName, voiceWords } from '../parts/words.ts';
import { ReadCard } from './read-card.tsx';
import { ClipList } from './voice-clips.tsx';
import { VoiceTrial } from './voice-trial.tsx';

/** How calls are spoken, an example to listen to, and the source of each clip. */
export function Voice({ view }: SupervisorProps) {
  return (
    <ReadCard<VoiceView> id="voice" path="/voice" words={voiceWords()} timeZone={view.office.timeZone}>
      {(found) => <Found voice={found} />}
    </ReadCard>
  );
}

function Found({ voice: { voice, folder, languages } }: { voice: VoiceView }) {
  const text = voiceWords();
  return (
    <>
      <p>{summary(voice)}</p>
      <p class="muted">{text.change}</p>
      <VoiceTrial voice={voice} languages={languages.map((each) => each.language)} />
      <h3>{text.clips}</h3>
      {languages.map((each) => (
        <ClipList key={each.language} {...each} />
      ))}
      <h3>{text.folder}</h3>
      <p>
        <code>{folder}</code>
      </p>
      <p class="muted">{text.folderLead}</p>
    </>
  );
}

function summary({ languages, style, dialect, repeat }: OfficeVoice): string {
  const text = voiceWords();
  if (languages.length === 0) return text.silent;
  const details = [text.styles[style], text.dialects[dialect], text.repeats[`${repeat}`]].join(', ');
  return `${text.spoken(languages.map(languageName).join(text.and))} ${capitalised(details)}.`;
}
