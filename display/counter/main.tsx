import { render } from 'preact';
import { openScreen } from '../parts/screen.ts';
import { Whole } from '../parts/screen-frame.tsx';
import { counterOf } from './counter-sign.ts';
import { Sign } from './sign.tsx';
import './counter.css';
import './services.css';
import './foot.css';

const counter = counterOf(location.pathname);
const screen = openScreen({ counter });

render(
  <Whole screen={screen}>
    {(hall, lost) => (
      <Sign counter={counter} hall={hall} lost={lost} updatedAt={screen.updatedAt.value} clock={screen.clock} />
    )}
  </Whole>,
  document.getElementById('app') ?? document.body,
);
