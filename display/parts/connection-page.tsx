import type { ConnectionPage as Page } from '../../shared/client/connection-page.ts';
import type { Text } from '../../shared/language.ts';
import { Both, phrase } from './bilingual.tsx';
import { Drum } from './ornament.tsx';

export function ConnectionPage({ page }: { page: Page }) {
  const title = page.kind === 'refused' ? phrase((words) => words.refused) : page.title;
  return (
    <MessagePage title={title} body={page.help}>
      {page.kind === 'pairing' && (
        <p class="code">
          <span>{page.code[0]}</span>
          <span>{page.code[1]}</span>
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
      <Drum />
      <h1>
        <Both text={title} />
      </h1>
      {children}
      {body && (
        <p class="body">
          <Both text={body} />
        </p>
      )}
    </main>
  );
}
