import { Heading } from './heading.tsx';

/** While the office has not answered: nothing to press, so nothing can be pressed twice. */
export function Asking({ sentence }: { sentence: string }) {
  return (
    <section class="message" aria-live="polite">
      <span class="working" />
      <Heading>{sentence}</Heading>
    </section>
  );
}
