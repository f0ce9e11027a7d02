import { computed, effect, signal } from '@preact/signals';
import { draw } from '../../shared/client/draw.ts';
import type { Announcement } from '../../shared/protocol/views/hall.ts';
import type { BoardNotice } from '../../shared/protocol/views/notices.ts';
import { screenOf } from '../parts/address.ts';
import { createChime } from '../parts/chime.ts';
import { openScreen } from '../parts/screen.ts';
import { ScreenFrame } from '../parts/screen-frame.tsx';
import { createAnnouncer } from './announcements.ts';
import { currentCall, type Played } from './current-call.ts';
import { Lobby } from './lobby.tsx';
import { createMediaRotation } from './media-rotation.ts';
import type { NoticeSpeech } from './notice-speech.ts';
import { footLetters, noticePages, turnAt } from './notices.ts';
import { createPlayer } from './player.ts';
import { createSpeaker } from './speaker.ts';
import { isDark } from './theme.ts';
import './lobby.css';
import './board.css';
import './narrow.css';
import './call.css';
import './quiet.css';
import './waits.css';
import './satisfaction.css';
import './below.css';
import './upright.css';
import './upright-lower.css';

const screen = openScreen(screenOf(location.pathname));
const { view, updatedAt, now, clock, lostSince } = screen;
const chime = createChime();
const audio = document.body.appendChild(document.createElement('audio'));
const speaker = createSpeaker(audio);
const wanted = () => view.value?.voice ?? { languages: [], repeat: false };
const isAwaited = ({ number, counterNumber }: Announcement) =>
  view.value?.calls.some(
    (call) => call.number === number && call.counterNumber === counterNumber && call.status === 'called',
  ) ?? false;
const announcer = createAnnouncer(createPlayer({ chime, speaker, wanted }), now, isAwaited);
/** A browser blocks chime and voice separately, but one press unlocks both. */
const sound = computed(() => (speaker.blocked.value ? 'blocked' : chime.sound.value));
const unlock = () => {
  chime.unlock();
  speaker.unlock();
};
const notices = computed(() => view.value?.notices ?? []);
/** The same of the stage, alone and below the visitors who missed their call. */
const STAGE_LETTERS = { alone: 120, below: 62 };
const notice = computed(() => {
  const letters = view.value && view.value.missed.length > 0 ? STAGE_LETTERS.below : STAGE_LETTERS.alone;
  const pages = notices.value
    .filter(({ kind }) => kind === 'text')
    .flatMap((each) => noticePages(each, each.text, letters));
  return turnAt(pages, clock.value) ?? null;
});
const ticker = computed(() => {
  const { motto = { vi: '', en: '' }, hotline = '' } = view.value?.office ?? {};
  const letters = footLetters(hotline);
  const pages = notices.value
    .filter(({ kind }) => kind === 'ticker')
    .flatMap((each) => noticePages(each, each.text, letters));
  return turnAt([...pages, ...noticePages(null, motto, letters)], clock.value) ?? null;
});
const played = signal<Played | null>(null);
const call = computed(() => currentCall(view.value?.calls ?? [], announcer.current.value, played.value, clock.value));
const busy = computed(() => call.value !== null);
const rotation = createMediaRotation(notices, busy);
let speech: NoticeSpeech | null = null;

for (const gesture of ['pointerdown', 'click', 'keydown']) addEventListener(gesture, unlock);
effect(() => announcer.offer(view.value?.announcements ?? []));
effect(() => {
  const item = announcer.current.value;
  if (item) played.value = { item, since: now() };
});
effect(() => {
  const dark = view.value && isDark(view.value.layout, clock.value, view.value.office.timeZone);
  document.documentElement.setAttribute('data-theme', dark ? 'dark' : 'light');
});
effect(() => {
  if (busy.value) speech?.stop();
  else if (view.value?.speakNotices && notice.value?.notice) void read(notice.value.notice);
});

async function read(text: BoardNotice): Promise<void> {
  try {
    const { createNoticeSpeech } = await import('./notice-speech.ts');
    speech ??= createNoticeSpeech('speechSynthesis' in window ? speechSynthesis : null);
  } catch {
    // Loaded with the next notice.
    return;
  }
  if (!busy.peek()) speech.read(text, now());
}

draw(
  <ScreenFrame screen={screen}>
    {(hall) => (
      <Lobby
        hall={hall}
        lostFor={lostSince.value === null ? 0 : clock.value - lostSince.value}
        updatedAt={updatedAt.value}
        now={clock.value}
        call={call.value}
        notice={notice.value}
        ticker={ticker.value}
        rotation={rotation}
        sound={sound.value}
      />
    )}
  </ScreenFrame>,
);
