import '../../shared/client/base.css';
import './printer.css';
import { render } from 'preact';
import { connect } from '../../shared/client/connection.ts';
import { language, switchLanguage } from '../../shared/client/language.ts';
import { Preview } from './preview.tsx';

const { view, state } = connect('printer');

switchLanguage(language.value, false);

const root = document.getElementById('app');
if (root) render(<Preview view={view} state={state} />, root);
