import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Pictogram } from '../../shared/client/pictogram.tsx';

interface HeadingProps {
  children: ComponentChildren;
  help?: string | null;
  /** A pictogram before the help. */
  sign?: string;
}

/** The title of a page. It takes the focus, so that a screen reader reads the new page and Tab starts at the top. */
export function Heading({ children, help, sign }: HeadingProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div class="heading">
      <h1 ref={title} tabIndex={-1}>
        {children}
      </h1>
      {help && (
        <p>
          {sign && <Pictogram name={sign} />}
          {help}
        </p>
      )}
    </div>
  );
}
