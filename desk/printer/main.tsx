import '../../shared/client/base.css';
import './printer.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { connect } from '../../shared/client/connection.ts';
import { language } from '../../shared/client/language.ts';
import { Preview } from './preview.tsx';

const { view, state } = connect('printer');

effect(() => {
  document.documentElement.lang = language.value;
});

const root = document.getElementById('app');
if (root) render(<Preview view={view} state={state} />, root);
