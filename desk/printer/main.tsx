import '../../shared/client/base.css';
import './printer.css';
import { connect } from '../../shared/client/connection.ts';
import { draw } from '../../shared/client/draw.ts';
import { language, switchLanguage } from '../../shared/client/language.ts';
import { Preview } from './preview.tsx';

const { view, state } = connect('printer');

switchLanguage(language.value, false);

draw(<Preview view={view} state={state} />);
