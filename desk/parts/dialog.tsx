import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { language } from '../../shared/client/language.ts';
import { explain } from '../../shared/words/rejection.ts';
import type { Orders, Outcome } from '../connection/commands.ts';
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
    const before = document.activeElement;
    ref.current?.showModal();
    // One Enter too many must not give the first answer.
    heading.current?.focus();
    return () => {
      // By then the dialog has left the page, too late for the browser to do this.
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  // What is under way may be carried out all the same: nothing here can take it back.
  const close = (): void => {
    if (!orders.busy.value) onClose();
    else if (!ref.current?.open) ref.current?.showModal();
  };
  return (
    <dialog
      ref={ref}
      class="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-lead`}
      // Browsers let a second Esc close it all the same, which `close` mends.
      onCancel={(event) => orders.busy.value && event.preventDefault()}
      onClose={close}
    >
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p class="muted" id={`${id}-lead`}>
        {lead}
      </p>
      {children}
      <Unanswered orders={orders} />
      <div class="dialog-foot">
        <Press off={orders.busy.value} onPress={close}>
          {words().close}
        </Press>
      </div>
    </dialog>
  );
}

/** What the page says of this behind the dialog, where nobody looks. */
function Unanswered({ orders: { slow, refusal } }: { orders: Orders }) {
  // Of a press before the dialog came up.
  const old = useRef(refusal.value);
  const refused = refusal.value === old.current ? null : refusal.value;
  const sentence = slow.value ? words().slow : refused && explain(refused, language.value);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sentence) line.current?.scrollIntoView({ block: 'nearest' });
  }, [sentence]);
  return (
    <div class="unanswered" role="alert" ref={line}>
      {sentence && <p class="wrong">{sentence}</p>}
    </div>
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
