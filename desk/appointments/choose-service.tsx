import { say } from '../../shared/client/language.ts';
import type { ServiceId } from '../../shared/office/office.ts';
import type { DeskView } from '../../shared/protocol/views/hall.ts';
import { words } from './words.ts';

interface Props {
  view: DeskView;
  services: readonly ServiceId[];
  chosen: ServiceId;
  choose(serviceId: ServiceId): void;
}

export function ChooseService({ view, services, chosen, choose }: Props) {
  return (
    <fieldset class="pick services">
      <legend>{words().service}</legend>
      {view.services
        .filter(({ id }) => services.includes(id))
        .map(({ id, letter, name }) => (
          <button key={id} type="button" class="pick-one" aria-pressed={id === chosen} onClick={() => choose(id)}>
            <b class="letter" aria-hidden="true">
              {letter}
            </b>
            {say(name)}
          </button>
        ))}
    </fieldset>
  );
}
