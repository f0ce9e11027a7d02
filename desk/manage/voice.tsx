import type { Voice as OfficeVoice } from '../../shared/office/office.ts';
import type { VoiceView } from '../../shared/protocol/views/voice.ts';
import { capitalised } from '../../shared/words/common.ts';
import type { SupervisorPart } from '../connection/desk.ts';
import { voiceWords } from '../parts/words.ts';
import { ReadCard } from './read-card.tsx';
import { ClipList } from './voice-clips.tsx';
import { languageName } from './voice-names.ts';
import { VoiceTrial } from './voice-trial.tsx';

/** What the hall hears: how calls are spoken, a sentence to listen to, and where each clip comes from. */
export function Voice({ view }: SupervisorPart) {
  return (
    <ReadCard<VoiceView> id="voice" path="/voice" words={voiceWords()} timeZone={view.office.timeZone}>
      {(found) => <Found voice={found} />}
    </ReadCard>
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
