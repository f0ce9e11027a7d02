import { Heading } from './heading.tsx';
import { words } from './words.ts';

/** While the office has not answered: nothing to press, so nothing can be pressed twice. */
export function Asking({ lost }: { lost: boolean }) {
  return (
    <section class="message" aria-live="polite">
      <span class="working" />
      <Heading>{lost ? words().retrying : words().pleaseWait}</Heading>
    </section>
  );
}
