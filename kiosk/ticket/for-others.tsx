import { Icon } from '../parts/icons.tsx';
import { keys } from '../parts/keys.ts';
import { words } from '../parts/words.ts';

/** The way to say so, beside the steps of the class page: nearly everybody comes for one dossier of their own. */
export function ForOthers({ dossiers, onPress }: { dossiers: number; onPress: () => void }) {
  const text = words();
  return (
    <button type="button" class="for-others" {...keys('9')} onClick={onPress}>
      <Icon shape="document" />
      {dossiers > 1 ? text.dossiersChosen(dossiers) : text.forOthers}
    </button>
  );
}

export function dossiersInTurns(count: number, perTurn: number): string {
  return count > perTurn ? words().dossiersInTurns(count, perTurn) : words().dossiersChosen(count);
}
