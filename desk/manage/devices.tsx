import { useSignal } from '@preact/signals';
import { language } from '../../shared/client/language.ts';
import type { SupervisorView } from '../../shared/protocol/views/hall.ts';
import { date } from '../../shared/words/common.ts';
import type { SupervisorPart } from '../connection/desk.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Press } from '../parts/press.tsx';
import { words } from '../parts/words.ts';

type Device = SupervisorView['devices'][number];

export function Devices({ supervisor, view, orders }: SupervisorPart) {
  const say = words().manage;
  const revoking = useSignal<Device | null>(null);
  const device = revoking.value;
  return (
    <section class="card" aria-labelledby="devices">
      <h2 id="devices">{say.devices}</h2>
      {supervisor.devices.length === 0 && <p class="none">{say.noDevices}</p>}
      <ul class="rows">
        {supervisor.devices.map((each) => (
          <li key={each.id} class="plain-row">
            <span class="grow">
              <strong>{each.name}</strong>
              <span class="muted line">
                {kindOf(each)} · {say.pairedAt(date(each.pairedAt, view.office.timeZone, language.value))}
              </span>
            </span>
            <span class={each.online ? 'online' : 'offline'}>{each.online ? say.online : say.offline}</span>
            <Press
              look="danger"
              label={`${say.revoke}: ${each.name}`}
              onPress={() => {
                revoking.value = each;
              }}
            >
              {say.revoke}
            </Press>
          </li>
        ))}
      </ul>
      {device && (
        <ConfirmDialog
          title={say.revokeTitle(device.name)}
          lead={say.revokeLead}
          action={say.revoke}
          orders={orders}
          order={() => orders.revokeDevice(device.id)}
          onClose={() => {
            revoking.value = null;
          }}
        />
      )}
    </section>
  );
}

/** What pairs as a display may be a TV today and the sign of a counter tomorrow: its name says which. */
function kindOf({ kind }: Device): string {
  const { kinds, screen } = words().manage;
  return kind === 'display' ? screen : kinds[kind];
}
