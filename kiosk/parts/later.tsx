/** Pages that few visitors need, left out of what a kiosk loads before it can show anything. */
import { type Signal, signal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { Asking } from './asking.tsx';
import { Heading } from './heading.tsx';
import { Icon } from './icons.tsx';
import { BackButton } from './steps.tsx';
import { words } from './words.ts';

type Part<Props> = { kind: 'awaited' | 'missing' } | { kind: 'here'; View: ComponentType<Props> };

const fetches: (() => Promise<void>)[] = [];
/** Some part could not be loaded: this page should be loaded again once nobody stands before it. */
let incomplete = false;
/** A part that never loads must not make the kiosk load itself again and again. */
const RENEWED = 'den-luot-renewed-at';
const RENEW_PAUSE_MS = 10 * 60_000;

/**
 * A component whose code comes by `load`. Until it is here, or when it does not come, a whole page is replaced by a sentence and
 * the way back that `wayBack` takes from its props; null for a part that the page can be without.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  wayBack: ((props: Props) => () => void) | null,
): ComponentType<Props> {
  const part: Signal<Part<Props>> = signal({ kind: 'awaited' });
  const fetchPart = async () => {
    try {
      part.value = { kind: 'here', View: await load() };
    } catch {
      // The server is away, or a new build has taken the place of these files: the page says so.
      part.value = { kind: 'missing' };
      incomplete = true;
    }
  };
  fetches.push(fetchPart);
  return (props) => {
    const found = part.value;
    useEffect(() => {
      if (part.value.kind !== 'here') void fetchPart();
    }, []);
    if (found.kind === 'here') return <found.View {...props} />;
    return wayBack && standIn(found.kind === 'missing', wayBack(props));
  };
}

/** Once the first page is shown: what is loaded now stays, also when the server is away or has another build. */
export async function fetchLaterParts(): Promise<void> {
  for (const fetchPart of fetches) await fetchPart();
}

/** Between two visitors: a page without all its parts is loaded again, but only while the server has its files. */
export async function renewIfIncomplete(): Promise<void> {
  if (!incomplete || Date.now() - Number(sessionStorage.getItem(RENEWED)) < RENEW_PAUSE_MS) return;
  const own = await fetch(import.meta.url, { cache: 'no-store' }).catch(() => null);
  if (!own?.ok) return;
  sessionStorage.setItem(RENEWED, String(Date.now()));
  location.reload();
}

function standIn(missing: boolean, onBack: () => void): ComponentChildren {
  if (!missing) return <Asking sentence={words().pleaseWait} />;
  return (
    <section class="message" role="alert">
      <span class="sign warn">
        <Icon shape="warning" />
      </span>
      <Heading help={words().notLoadedHelp}>{words().notLoaded}</Heading>
      <BackButton kind="primary" onBack={onBack} />
    </section>
  );
}
