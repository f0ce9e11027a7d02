import { draw } from '../../shared/client/draw.ts';
import { counterOf } from '../parts/address.ts';
import { openScreen } from '../parts/screen.ts';
import { ScreenFrame } from '../parts/screen-frame.tsx';
import { Sign } from './sign.tsx';
import './counter.css';
import './services.css';
import './shapes.css';

const counter = counterOf(location.pathname);
const screen = openScreen({ counter });

draw(
  <ScreenFrame screen={screen}>
    {(hall, lost) => (
      <Sign counter={counter} hall={hall} lost={lost} updatedAt={screen.updatedAt.value} clock={screen.clock} />
    )}
  </ScreenFrame>,
);
