import type { ConnectionPage as Page } from '../../shared/client/connection-page.ts';
import type { Language, Text } from '../../shared/language.ts';
import { codeGroups } from '../../shared/words/common.ts';
import { Bilingual, phrase } from './bilingual.tsx';
import { Ornament } from './ornament.tsx';

export function ConnectionPage({ vi, en }: Record<Language, Page>) {
  const refused = phrase((words) => words.refused);
  return (
    <MessagePage
      title={{ vi: vi.title ?? refused.vi, en: en.title ?? refused.en }}
      body={vi.help !== null && en.help !== null ? { vi: vi.help, en: en.help } : null}
    >
      {vi.kind === 'pairing' && (
        <p class="code">
          {codeGroups(vi.code).map((digits) => (
            <span key={digits}>{digits}</span>
          ))}
        </p>
      )}
    </MessagePage>
  );
}

interface MessagePageProps {
  title: Text;
  body: Text | null;
  children?: preact.ComponentChildren;
}

/** One message on the whole screen. */
export function MessagePage({ title, body, children }: MessagePageProps) {
  return (
    <main class="message" aria-live="polite">
      <Ornament />
      {/* Another element for each message: a longer one does not move the one before. */}
      <h1 key={title.vi}>
        <Bilingual text={title} />
      </h1>
      {children}
      {body && (
        <p class="body">
          <Bilingual text={body} />
        </p>
      )}
    </main>
  );
}
