import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { language } from '../shared/client/language.ts';
import { explain } from '../shared/words/rejection.ts';
import type { Orders, Outcome } from './orders.ts';
import { Press } from './press.tsx';
import { words } from './words.ts';

interface Props {
  title: string;
  lead: string;
  orders: Orders;
  onClose(): void;
  children: ComponentChildren;
}

/** A modal question; Esc closes it and the focus goes back to where it was. */
export function Dialog({ title, lead, orders, onClose, children }: Props) {
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
      <Unanswered orders={orders} />
      <div class="dialog-foot">
        <Press onPress={onClose}>{words().close}</Press>
      </div>
    </dialog>
  );
}

/** What the page says of this behind the dialog, where nobody looks. */
function Unanswered({ orders: { slow, refusal } }: { orders: Orders }) {
  // Of a press before the dialog came up.
  const old = useRef(refusal.value);
  const refused = refusal.value === old.current ? null : refusal.value;
  return (
    <p class="unanswered" role="alert">
      {slow.value ? words().slow : refused && explain(refused, language.value)}
    </p>
  );
}

/** Closes a dialog with the answer to its order; a refusal is said on the page. Unanswered, the question stays as it is. */
export function useClosing(onClose: () => void): (order: Promise<Outcome>) => void {
  // By the answer it may be closed, and another one open.
  const open = useRef(true);
  useEffect(
    () => () => {
      open.current = false;
    },
    [],
  );
  return (order) =>
    void order.then((outcome) => {
      if (open.current && outcome !== 'unanswered') onClose();
    });
}
