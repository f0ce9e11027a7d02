import type { ComponentChildren } from 'preact';
import type { DeskCommands } from '../connection/commands.ts';
import { Dialog } from './dialog.tsx';
import { Press } from './press.tsx';
import { words } from './words.ts';

interface Props {
  title: string;
  lead: string;
  reasons: readonly string[];
  commands: DeskCommands;
  /** Further fields of the dialog. */
  children?: ComponentChildren;
  onReason(reason: string): void;
  onClose(): void;
}

/** Asks for a reason: one of the usual ones by one key, or the clerk's own words. */
export function ReasonDialog({ title, lead, reasons, commands, children, onReason, onClose }: Props) {
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    if (reason) onReason(reason);
  }
  return (
    <Dialog title={title} lead={lead} commands={commands} onClose={onClose}>
      {children}
      <ul class="options" data-list>
        {reasons.map((reason, index) => (
          <li key={reason}>
            <Press shortcut={String(index + 1)} row onPress={() => onReason(reason)}>
              {reason}
            </Press>
          </li>
        ))}
      </ul>
      <form class="own-reason" onSubmit={submit}>
        <label>
          {words().dialogs.ownReason}
          <input name="reason" required maxLength={120} autoComplete="off" />
        </label>
        <button type="submit" class="press plain">
          {words().dialogs.confirmReason}
        </button>
      </form>
    </Dialog>
  );
}
