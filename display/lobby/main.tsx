import { computed, effect } from '@preact/signals';
import { render } from 'preact';
import type { Announcement } from '../../shared/protocol/views/hall.ts';
import { screenOf } from '../parts/address.ts';
import { createChime } from '../parts/chime.ts';
import { openScreen } from '../parts/screen.ts';
import { ScreenFrame } from '../parts/screen-frame.tsx';
import { createAnnouncer } from './announcements.ts';
import { currentCall, isCalling } from './current-call.ts';
import { Lobby } from './lobby.tsx';
import { createMediaRotation } from './media-rotation.ts';
import { createNoticeSpeech, turnAt } from './notices.ts';
import { createPlayer } from './player.ts';
import { createSpeaker } from './speaker.ts';
import './lobby.css';
import './call.css';
import './welcome.css';
import './panels.css';
import './waiting.css';
import './satisfaction.css';
import './footer.css';
import './media.css';
import './layouts.css';

const screen = openScreen(screenOf(location.pathname));
const { view, updatedAt, now, clock } = screen;
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
const notice = computed(
  () =>
    turnAt(
      notices.value.filter((each) => !('src' in each)),
      clock.value,
    ) ?? null,
);
const busy = computed(() => isCalling(currentCall(view.value?.calls ?? [], announcer.current.value)));
const rotation = createMediaRotation(notices, busy);
const speech = createNoticeSpeech('speechSynthesis' in window ? speechSynthesis : null);

for (const gesture of ['pointerdown', 'click', 'keydown']) addEventListener(gesture, unlock);
effect(() => announcer.offer(view.value?.announcements ?? []));
effect(() => {
  if (busy.value) speech.stop();
  else if (view.value?.speakNotices && notice.value?.kind === 'text') speech.read(notice.value, now());
});
render(
  <ScreenFrame screen={screen}>
    {(hall, lost) => (
      <Lobby
        hall={hall}
        lost={lost}
        updatedAt={updatedAt.value}
        clock={clock}
        announcing={announcer.current.value}
        notice={notice.value}
        rotation={rotation}
        sound={sound.value}
      />
    )}
  </ScreenFrame>,
  document.getElementById('app') ?? document.body,
);
