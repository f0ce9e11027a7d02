import type { PairingScreen, SupervisorView } from '../../shared/protocol/views/desk.ts';
import { codeGroups } from '../../shared/words/common.ts';
import type { SupervisorProps } from '../connection/desk.ts';
import { words } from '../parts/words.ts';

/** Screens that show a pairing code and wait for a supervisor to accept it. */
export function Pairing({ supervisor, commands }: SupervisorProps) {
  const text = words().manage;
  return (
    <section class="card" aria-labelledby="pairing">
      <h2 id="pairing">{text.pairing}</h2>
      <div aria-live="polite">
        {supervisor.pairing.length === 0 ? (
          <p class="none">{text.noPairing}</p>
        ) : (
          <>
            <p class="muted">{text.pairingLead}</p>
            <ul class="rows">
              {supervisor.pairing.map((device) => (
                <Waiting
                  key={device.code}
                  device={device}
                  suggestion={suggestedName(supervisor, device)}
                  accept={(name) => void commands.acceptDevice(device.code, name)}
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
  device: PairingScreen;
  suggestion: string;
  accept(name: string): void;
}

function Waiting({ device, suggestion, accept }: Props) {
  const text = words().manage;
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    accept(String(new FormData(event.currentTarget).get('name')).trim());
  }
  return (
    <li class="pairing-row">
      <b class="code">{codeGroups(device.code).join(' ')}</b>
      <span class="grow">
        <strong>{nameOf(device)}</strong>
        <span class="muted line">{device.address}</span>
      </span>
      <form class="inline" onSubmit={submit}>
        <label>
          {text.deviceName}
          <input name="name" required maxLength={60} defaultValue={suggestion} autoComplete="off" />
        </label>
        <button type="submit" class="press primary">
          {text.accept}
        </button>
      </form>
    </li>
  );
}

/** The name of a sign has the number of its counter. */
function nameOf({ kind, counterNumber }: PairingScreen): string {
  const name = words().manage.kinds[kind];
  return counterNumber === null ? name : `${name} ${counterNumber}`;
}

/** For a sign its name; for other devices the kind with the first number that is free: `Máy lấy số 2`. */
function suggestedName({ devices }: SupervisorView, device: PairingScreen): string {
  const name = nameOf(device);
  if (device.kind === 'sign') return name;
  const taken = new Set(devices.map((other) => other.name));
  let number = 1;
  while (taken.has(`${name} ${number}`)) number += 1;
  return `${name} ${number}`;
}
