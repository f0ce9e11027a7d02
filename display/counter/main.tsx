import { render } from 'preact';
import '../../shared/client/base.css';
import { connect } from '../../shared/client/connection.ts';
import { language } from '../../shared/client/language.ts';
import { wearAccent } from '../parts/accent.ts';
import { keepUpright } from '../parts/orientation.ts';
import { since } from '../parts/since.ts';
import { ticking } from '../parts/ticking.ts';
import { counterOf } from './counter-sign.ts';
import { Sign } from './sign.tsx';
import '../parts/screen.css';
import '../parts/message.css';
import '../parts/away.css';
import './counter.css';
import './services.css';
import './foot.css';

const counter = counterOf(location.pathname);
const { view, state, updatedAt, now } = connect('display', { counter });

document.documentElement.lang = language.value;
keepUpright(() => 'auto');
wearAccent(view);
render(
  <Sign
    counter={counter}
    view={view}
    state={state}
    updatedAt={updatedAt}
    clock={ticking(now, updatedAt)}
    lostSince={since(() => state.value.kind === 'lost', now)}
    closedSince={since(() => view.value?.opening.state === 'closed', now)}
  />,
  document.getElementById('app') ?? document.body,
);
