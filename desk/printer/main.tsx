import '../../shared/client/base.css';
import './printer.css';
import { render } from 'preact';
import { connect } from '../../shared/client/connection.ts';
import { markDocumentLanguage } from '../../shared/client/language.ts';
import { Preview } from './preview.tsx';

const { view, state } = connect('printer');

markDocumentLanguage();

const root = document.getElementById('app');
if (root) render(<Preview view={view} state={state} />, root);
