import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Press } from './press.tsx';
import { words } from './words.ts';

interface Props {
  title: string;
  lead: string;
  onClose(): void;
  children: ComponentChildren;
}

/** A modal question; Esc closes it and the focus goes back to where it was. */
export function Dialog({ title, lead, onClose, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // One Enter too many must not give the first answer; a field to type in or choose from takes none by Enter.
    if (document.activeElement instanceof HTMLButtonElement) heading.current?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={ref} class="dialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-lead`} onCancel={onClose}>
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p class="muted" id={`${id}-lead`}>
        {lead}
      </p>
      {children}
      <div class="dialog-foot">
        <Press onPress={onClose}>{words().close}</Press>
      </div>
    </dialog>
  );
}
