import type { ConnectionPage as Page } from '../../shared/client/connection-page.ts';
import { say } from '../../shared/client/language.ts';
import { Heading } from './heading.tsx';
import { words } from './words.ts';

export function ConnectionPage({ page }: { page: Page }) {
  return (
    <section class="message" key={page.kind}>
      {page.kind === 'connecting' && <span class="working" />}
      <Heading help={page.help && say(page.help)}>
        {page.kind === 'refused' ? words().refused : say(page.title)}
      </Heading>
      {page.kind === 'pairing' && <output class="code">{page.code.join(' ')}</output>}
    </section>
  );
}
