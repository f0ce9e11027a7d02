import { computed, effect } from '@preact/signals';
import { render } from 'preact';
import '../../shared/client/base.css';
import { connect } from '../../shared/client/connection.ts';
import { language } from '../../shared/client/language.ts';
import type { Announcement } from '../../shared/views.ts';
import { createAnnouncer } from './announcements.ts';
import { createChime } from './chime.ts';
import { Lobby } from './lobby.tsx';
import { createPlayer } from './player.ts';
import { createSpeaker } from './speaker.ts';
import { ticking } from './ticking.ts';
import './lobby.css';
import './call.css';
import './welcome.css';
import './panels.css';
import './satisfaction.css';
import './footer.css';

const { view, state, updatedAt, now } = connect('display');
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

document.documentElement.lang = language.value;
for (const gesture of ['pointerdown', 'click', 'keydown']) addEventListener(gesture, unlock);
effect(() => announcer.offer(view.value?.announcements ?? []));
render(
  <Lobby view={view} state={state} updatedAt={updatedAt} clock={clock} announcing={announcer.current} sound={sound} />,
  document.getElementById('app') ?? document.body,
);
