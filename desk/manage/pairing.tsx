import type { DeviceKind, SupervisorView } from '../../shared/views.ts';
import type { SupervisorPart } from '../desk.ts';
import { words } from '../words.ts';

/** Screens that show a code and wait to be accepted. */
export function Pairing({ supervisor, orders }: SupervisorPart) {
  const say = words().manage;
  return (
    <section class="card" aria-labelledby="pairing">
      <h2 id="pairing">{say.pairing}</h2>
      <div aria-live="polite">
        {supervisor.pairing.length === 0 ? (
          <p class="none">{say.noPairing}</p>
        ) : (
          <>
            <p class="muted">{say.pairingLead}</p>
            <ul class="rows">
              {supervisor.pairing.map((device) => (
                <Waiting
                  key={device.code}
                  device={device}
                  suggestion={suggestedName(supervisor, device.kind)}
                  accept={(name) => void orders.acceptDevice(device.code, name)}
                />
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}

interface Props {
  device: SupervisorView['pairing'][number];
  suggestion: string;
  accept(name: string): void;
}

function Waiting({ device, suggestion, accept }: Props) {
  const say = words().manage;
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    accept(String(new FormData(event.currentTarget).get('name')).trim());
  }
  return (
    <li class="pairing-row">
      <b class="code">{device.code.replace(/(?<=^\d{3})/, ' ')}</b>
      <span class="grow">
        <strong>{say.kinds[device.kind]}</strong>
        <span class="muted line">{device.address}</span>
      </span>
      <form class="inline" onSubmit={submit}>
        <label>
          {say.deviceName}
          <input name="name" required maxLength={60} defaultValue={suggestion} autoComplete="off" />
        </label>
        <button type="submit" class="press primary">
          {say.accept}
        </button>
      </form>
    </li>
  );
}

/** The kind of the device with the first number that no device has: `Máy lấy số 2`. */
function suggestedName({ devices }: SupervisorView, kind: DeviceKind): string {
  const taken = new Set(devices.map(({ name }) => name));
  const nameOf = (number: number) => `${words().manage.kinds[kind]} ${number}`;
  let number = 1;
  while (taken.has(nameOf(number))) number += 1;
  return nameOf(number);
}
