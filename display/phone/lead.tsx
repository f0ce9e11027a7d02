import { Icon } from './icons.tsx';
import { words } from './words.ts';

/** What has become of the ticket. */
export function Lead(props: { icon?: Parameters<typeof Icon>[0]['name']; children: string }) {
  return (
    <p class="lead">
      {props.icon && <Icon name={props.icon} />} <span>{props.children}</span>
    </p>
  );
}

/** `counter` is null when set-up no longer has that counter. */
export function At({ lead, counter }: { lead: string | null; counter: number | null }) {
  const text = words();
  return (
    <>
      {lead !== null && <p class="to">{lead}</p>}
      {counter === null ? (
        <p class="place unnamed">{text.theCounter}</p>
      ) : (
        <p class={`place digits-${String(counter).length}`}>{`${text.counter} ${counter}`}</p>
      )}
    </>
  );
}
