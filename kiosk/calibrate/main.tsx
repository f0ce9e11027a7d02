import '../../shared/client/base.css';
import '../parts/touch.css';
import '../parts/aids.css';
import './calibrate.css';
import { draw } from '../../shared/client/draw.ts';
import { language, switchLanguage } from '../../shared/client/language.ts';
import { calibrate, pixelsPerMm } from '../parts/calibrate.ts';
import { listenToKeys } from '../parts/keyboard.ts';
import { Calibrate } from './calibrate.tsx';

calibrate();
switchLanguage(language.value, false);
listenToKeys();

draw(<Calibrate start={pixelsPerMm()} />);
