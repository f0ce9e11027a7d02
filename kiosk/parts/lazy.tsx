/** Pages that few visitors need: their code is loaded after the first page is shown, so that the kiosk starts quickly. */
import { signal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { type LazyPart, lazyPart } from '../../shared/client/lazy.tsx';
import { Message, Waiting } from './message.tsx';
import { BackButton } from './steps.tsx';
import { words } from './words.ts';

const parts: Pick<LazyPart<never>, 'fetch' | 'failed'>[] = [];
const RENEWED_AT = 'den-luot-renewed-at';
/** A part that can never be loaded must not make the kiosk reload its page again and again. */
const RENEW_PAUSE_MS = 10 * 60_000;

/**
 * A lazily loaded page. While it loads, and when loading fails, a message with a back button replaces it; `wayBack` takes the
 * button's action from the props. Null for a part that the page can do without.
 */
export function lazyPage<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  wayBack: ((props: Props) => () => void) | null,
): ComponentType<Props> {
  const part = lazyPart(load, (failed, props) => wayBack && standIn(failed, wayBack(props)));
  parts.push(part);
  return part.View;
}

/** Loads code that works without a page; `start` receives it. */
export function lazyCode<Code>(load: () => Promise<Code>, start: (code: Code) => void): void {
  const failed = signal(false);
  const started = load().then(start, () => {
    failed.value = true;
  });
  parts.push({ fetch: () => started, failed });
}

/** Called when the first page is shown: later the server may be unreachable or have another build. */
export async function fetchLazyPages(): Promise<void> {
  await Promise.all(parts.map((part) => part.fetch()));
}

/** Called between two visitors: reloads an incomplete page, but only while the server has its files. */
export async function renewIfIncomplete(): Promise<void> {
  const incomplete = parts.some((part) => part.failed.value);
  if (!incomplete || Date.now() - Number(sessionStorage.getItem(RENEWED_AT)) < RENEW_PAUSE_MS) return;
  const own = await fetch(import.meta.url, { cache: 'no-store' }).catch(() => null);
  if (!own?.ok) return;
  sessionStorage.setItem(RENEWED_AT, String(Date.now()));
  location.reload();
}

function standIn(failed: boolean, onBack: () => void): ComponentChildren {
  if (!failed) return <Waiting />;
  return (
    <Message role="alert" sign="warning" tone="warn" title={words().notLoaded} help={words().notLoadedHelp}>
      <BackButton kind="primary" onBack={onBack} />
    </Message>
  );
}
