import '../../shared/client/base.css';
import '../parts/touch.css';
import '../parts/aids.css';
import './calibrate.css';
import { render } from 'preact';
import { markDocumentLanguage } from '../../shared/client/language.ts';
import { calibrate, pixelsPerMm } from '../parts/calibrate.ts';
import { listenToKeys } from '../parts/keys.ts';
import { Calibrate } from './calibrate.tsx';

calibrate();
markDocumentLanguage();
listenToKeys();

const app = document.getElementById('app');
if (app) render(<Calibrate start={pixelsPerMm()} />, app);
