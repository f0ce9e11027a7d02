import { computed, effect } from '@preact/signals';
import { render } from 'preact';
import '../../shared/client/base.css';
import { connect } from '../../shared/client/connection.ts';
import { language } from '../../shared/client/language.ts';
import type { Announcement } from '../../shared/views.ts';
import { wearAccent } from '../parts/accent.ts';
import { keepUpright } from '../parts/orientation.ts';
import { since } from '../parts/since.ts';
import { ticking } from '../parts/ticking.ts';
import { createAnnouncer } from './announcements.ts';
import { createChime } from './chime.ts';
import { createNoticeSpeech } from './notice-speech.ts';
import { screenOf } from './own-screen.ts';
import { createPlayer } from './player.ts';
import { Screen } from './screen.tsx';
import { createShow } from './show.ts';
import { createSpeaker } from './speaker.ts';
import { callsSomebody, spotlight } from './spotlight.ts';
import { turn } from './turn.ts';
import '../parts/screen.css';
import '../parts/message.css';
import '../parts/away.css';
import './lobby.css';
import './call.css';
import './welcome.css';
import './panels.css';
import './satisfaction.css';
import './footer.css';
import './media.css';
import './layouts.css';

const { view, state, updatedAt, now } = connect('display', screenOf(location.pathname));
const chime = createChime();
const audio = document.body.appendChild(document.createElement('audio'));
const speaker = createSpeaker(audio);
const wanted = () => view.value?.voice ?? { languages: [], repeat: false };
const isAwaited = ({ number, counterNumber }: Announcement) =>
  view.value?.calls.some(
    (call) => call.number === number && call.counterNumber === counterNumber && call.status === 'called',
  ) ?? false;
const announcer = createAnnouncer(createPlayer({ chime, speaker, wanted }), now, isAwaited);
/** Chime and voice are independent, but one button unlocks both. */
const sound = computed(() => (speaker.blocked.value ? 'blocked' : chime.sound.value));
const unlock = () => {
  chime.unlock();
  speaker.unlock();
};
const clock = ticking(now, updatedAt);
const notices = computed(() => view.value?.notices ?? []);
const notice = computed(
  () =>
    turn(
      notices.value.filter((each) => !('src' in each)),
      clock.value,
    ) ?? null,
);
const busy = computed(() => callsSomebody(spotlight(view.value?.calls ?? [], announcer.current.value)));
const show = createShow(notices, busy);
const speech = createNoticeSpeech('speechSynthesis' in window ? speechSynthesis : null);
const lostSince = since(() => state.value.kind === 'lost', now);
const closedSince = since(() => view.value?.opening.state === 'closed', now);

document.documentElement.lang = language.value;
for (const gesture of ['pointerdown', 'click', 'keydown']) addEventListener(gesture, unlock);
effect(() => announcer.offer(view.value?.announcements ?? []));
effect(() => {
  if (busy.value) speech.hush();
  else if (view.value?.speakNotices && notice.value?.kind === 'text') speech.read(notice.value, now());
});
keepUpright(() => view.value?.layout.orientation ?? 'auto');
wearAccent(view);
render(
  <Screen
    view={view}
    state={state}
    updatedAt={updatedAt}
    clock={clock}
    announcing={announcer.current}
    notice={notice}
    show={show}
    sound={sound}
    lostSince={lostSince}
    closedSince={closedSince}
  />,
  document.getElementById('app') ?? document.body,
);
