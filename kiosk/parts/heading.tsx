import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The title of a page. It takes the focus, so that a screen reader reads the new page and Tab starts at the top. */
export function Heading({ children, help }: { children: ComponentChildren; help?: string | null }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div class="heading">
      <h1 ref={title} tabIndex={-1}>
        {children}
      </h1>
      {help && <p>{help}</p>}
    </div>
  );
}
