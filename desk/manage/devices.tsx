import { useSignal } from '@preact/signals';
import { language } from '../../shared/client/language.ts';
import type { SupervisorView } from '../../shared/protocol/views/desk.ts';
import { date } from '../../shared/words/common.ts';
import type { SupervisorProps } from '../connection/desk.ts';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { Press } from '../parts/press.tsx';
import { words } from '../parts/words.ts';

type Device = SupervisorView['devices'][number];

export function Devices({ supervisor, view, commands }: SupervisorProps) {
  const text = words().manage;
  const revoking = useSignal<Device | null>(null);
  const device = revoking.value;
  return (
    <section class="card" aria-labelledby="devices">
      <h2 id="devices">{text.devices}</h2>
      {supervisor.devices.length === 0 && <p class="none">{text.noDevices}</p>}
      <ul class="rows">
        {supervisor.devices.map((each) => (
          <li key={each.id} class="plain-row">
            <span class="grow">
              <strong>{each.name}</strong>
              <span class="muted line">
                {kindOf(each)} · {text.pairedAt(date(each.pairedAt, view.office.timeZone, language.value))}
              </span>
            </span>
            <span class={each.online ? 'online' : 'offline'}>{each.online ? text.online : text.offline}</span>
            <Press
              look="danger"
              label={`${text.revoke}: ${each.name}`}
              onPress={() => {
                revoking.value = each;
              }}
            >
              {text.revoke}
            </Press>
          </li>
        ))}
      </ul>
      {device && (
        <ConfirmDialog
          title={text.revokeTitle(device.name)}
          lead={text.revokeLead}
          action={text.revoke}
          commands={commands}
          command={() => commands.revokeDevice(device.id)}
          onClose={() => {
            revoking.value = null;
          }}
        />
      )}
    </section>
  );
}

/** A paired display may be a TV today and the sign of a counter tomorrow: only its name says which. */
function kindOf({ kind }: Device): string {
  const { kinds, screen } = words().manage;
  return kind === 'display' ? screen : kinds[kind];
}
