import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { connectionPage } from '../../shared/client/connection-page.ts';
import { lazyPart } from '../../shared/client/lazy.tsx';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { Bilingual } from './bilingual.tsx';
import { BurnInShift } from './burn-in-shift.tsx';
import type { Screen } from './screen.ts';

interface Props {
  screen: Screen;
  /** The page of the screen while it has a view; it shows itself that the connection is lost. */
  children(hall: DisplayView, lost: boolean): ComponentChildren;
}

/** A screen without its code of the night keeps the hall, which says by itself that the office is closed. */
const night = lazyPart(
  async () => (await import('./night.tsx')).Night,
  (_failed, { instead }) => instead,
);
const connection = lazyPart(
  async () => (await import('./connection-page.tsx')).ConnectionPage,
  () => null,
);

/** A screen of the hall: its page, or the page of the connection or of the night. */
export function ScreenFrame({ screen: { view, state, clock, stage }, children }: Props) {
  const hall = view.value;
  const { kind } = state.value;
  const entered = hall !== null;
  useEffect(() => {
    // Now, because the network may fail before the evening.
    if (entered) for (const part of [night, connection]) void part.fetch();
  }, [entered]);
  const vi = connectionPage(state.value, entered, 'vi');
  const en = connectionPage(state.value, entered, 'en');
  if (vi && en) {
    if (vi.kind === 'connecting' && en.kind === 'connecting') return <Connecting vi={vi.title} en={en.title} />;
    return <connection.View vi={vi} en={en} />;
  }
  if (!hall) return null;
  const page = <BurnInShift clock={clock}>{children(hall, kind !== 'online')}</BurnInShift>;
  switch (stage.value) {
    case 'night':
      return <night.View view={hall} clock={clock} instead={page} />;
    case 'lost':
    case 'hall':
    case null:
      return page;
    default:
      return stage.value satisfies never;
  }
}

/** Before the first view. */
function Connecting(title: { vi: string; en: string }) {
  return (
    <main class="message" aria-live="polite">
      <h1>
        <Bilingual text={title} />
      </h1>
    </main>
  );
}
