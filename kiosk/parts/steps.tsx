import { Icon } from './icons.tsx';
import { BACK, keys } from './keys.ts';
import { words } from './words.ts';

interface BackButtonProps {
  /** Another one where Backspace erases. */
  pressedBy?: typeof BACK;
  kind?: 'primary' | '';
  onBack: () => void;
}

export function BackButton({ pressedBy = BACK, kind = '', onBack }: BackButtonProps) {
  return (
    <button type="button" class={kind} {...pressedBy} onClick={onBack}>
      <Icon shape="back" />
      {words().back}
    </button>
  );
}

/** Below a page that cannot tell by itself when the visitor is ready. */
export function GoOnButton({ ready = true, onGoOn }: { ready?: boolean; onGoOn: () => void }) {
  return (
    <button type="button" class="primary" disabled={!ready} {...keys('Enter')} onClick={onGoOn}>
      {words().goOn}
    </button>
  );
}
