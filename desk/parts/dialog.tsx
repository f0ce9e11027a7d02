import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { explain } from '../../shared/client/explain.ts';
import { language } from '../../shared/client/language.ts';
import type { DeskCommands, Outcome } from '../connection/commands.ts';
import { Press } from './press.tsx';
import { words } from './words.ts';

interface DialogProps {
  title: string;
  lead: string;
  commands: DeskCommands;
  /** What the button says that closes it without a command; by default "Close". */
  leave?: string;
  onClose(): void;
  children: ComponentChildren;
}

/** A modal dialog. Esc closes it, and the focus returns to the element that had it. */
export function Dialog({ title, lead, commands, leave = words().close, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    ref.current?.showModal();
    // Not the first button: an accidental Enter must not press it.
    heading.current?.focus();
    return () => {
      // The browser does this only for a dialog that is still in the page when it closes.
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  // Stays open while a command is under way: closing cannot undo the command, but would look as if it did.
  const close = (): void => {
    if (!commands.busy.value) onClose();
    else if (!ref.current?.open) ref.current?.showModal();
  };
  return (
    <dialog
      ref={ref}
      class="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-lead`}
      // Browsers close the dialog on a second Esc all the same; `close` opens it again.
      onCancel={(event) => commands.busy.value && event.preventDefault()}
      onClose={close}
    >
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p class="muted" id={`${id}-lead`}>
        {lead}
      </p>
      {children}
      <Unanswered commands={commands} />
      <div class="dialog-foot">
        <Press off={commands.busy.value} onPress={close}>
          {leave}
        </Press>
      </div>
    </dialog>
  );
}

/** Repeats inside the dialog what the page shows behind it: that an answer is slow, or a refusal. */
function Unanswered({ commands: { slow, refusal } }: { commands: DeskCommands }) {
  // A refusal from before the dialog opened is not shown.
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

/** Closes a dialog when its command is answered; the page shows a refusal. Without an answer the dialog stays open. */
export function useClosing(onClose: () => void): (answer: Promise<Outcome>) => void {
  // When the answer arrives, this dialog may be closed and another one open.
  const open = useRef(true);
  useEffect(
    () => () => {
      open.current = false;
    },
    [],
  );
  return (answer) =>
    void answer.then((outcome) => {
      if (open.current && outcome !== 'unanswered') onClose();
    });
}

interface ConfirmDialogProps {
  title: string;
  lead: string;
  action: string;
  commands: DeskCommands;
  command(): Promise<Outcome>;
  onClose(): void;
}

/** Asks before a command that cannot be undone. */
export function ConfirmDialog({ title, lead, action, commands, command, onClose }: ConfirmDialogProps) {
  const closeAfter = useClosing(onClose);
  return (
    <Dialog title={title} lead={lead} commands={commands} leave={words().no} onClose={onClose}>
      <Press look="danger" onPress={() => closeAfter(command())}>
        {action}
      </Press>
    </Dialog>
  );
}
