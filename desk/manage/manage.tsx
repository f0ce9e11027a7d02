import type { SupervisorProps } from '../connection/desk.ts';
import { words } from '../parts/words.ts';
import { Devices } from './devices.tsx';
import { OpenCounters } from './open-counters.tsx';
import { Pairing } from './pairing.tsx';
import { RefusedFile } from './refused-file.tsx';
import { Screens } from './screens.tsx';
import { Staff } from './staff.tsx';
import { Voice } from './voice.tsx';
import { VotesApart } from './votes-apart.tsx';

export function Manage(props: SupervisorProps) {
  return (
    <main class="manage">
      <h1 class="unseen">{words().tabs.manage}</h1>
      <RefusedFile {...props} />
      <Pairing {...props} />
      <Devices {...props} />
      <OpenCounters {...props} />
      <Staff {...props} />
      <Screens {...props} />
      <VotesApart {...props} />
      <Voice {...props} />
    </main>
  );
}
