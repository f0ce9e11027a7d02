import { computed, effect } from '@preact/signals';
import { render } from 'preact';
import '../../shared/client/base.css';
import { connect } from '../../shared/client/connection.ts';
import { language } from '../../shared/client/language.ts';
import type { Announcement } from '../../shared/views.ts';
import { since } from '../parts/since.ts';
import { ticking } from '../parts/ticking.ts';
import { createAnnouncer } from './announcements.ts';
import { createChime } from './chime.ts';
import { screenOf } from './own-screen.ts';
import { createPlayer } from './player.ts';
import { Screen } from './screen.tsx';
import { createSpeaker } from './speaker.ts';
import '../parts/screen.css';
import '../parts/message.css';
import './lobby.css';
import './call.css';
import './welcome.css';
import './panels.css';
import './satisfaction.css';
import './footer.css';
import './away.css';

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
const lostSince = since(() => state.value.kind === 'lost', now);
const closedSince = since(() => view.value?.opening.state === 'closed', now);

document.documentElement.lang = language.value;
for (const gesture of ['pointerdown', 'click', 'keydown']) addEventListener(gesture, unlock);
effect(() => announcer.offer(view.value?.announcements ?? []));
render(
  <Screen
    view={view}
    state={state}
    updatedAt={updatedAt}
    clock={clock}
    announcing={announcer.current}
    sound={sound}
    lostSince={lostSince}
    closedSince={closedSince}
  />,
  document.getElementById('app') ?? document.body,
);
