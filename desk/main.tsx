import '../shared/client/base.css';
import './desk.css';
import { signal } from '@preact/signals';
import { draw } from '../shared/client/draw.ts';
import { language, switchLanguage } from '../shared/client/language.ts';
import { App } from './app.tsx';
import { openDesk } from './connection/desk.ts';
import { listenForShortcuts } from './parts/keyboard.ts';

const desk = signal(openDesk());

function reconnect(): void {
  desk.value.close();
  desk.value = openDesk();
}

switchLanguage(language.value, false);
listenForShortcuts();

draw(<App desk={desk} reconnect={reconnect} />);
