import { useState } from 'preact/hooks';
import { wordsOf } from '../../shared/client/language.ts';
import { calibrate as en } from '../../shared/words/en/calibrate.ts';
import { calibrate as vi } from '../../shared/words/vi/calibrate.ts';
import { PLAUSIBLE, rememberPixelsPerMm, sizeBy, USUAL_PIXELS_PER_MM } from '../parts/calibrate.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { keys } from '../parts/keys.ts';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { Card } from './card.tsx';

const calibrateWords = wordsOf({ vi, en });

/** Of the width: the eye cannot lay a card more exactly than half a millimetre. */
const FINE = 0.005;
const COARSE = 0.05;

/** For whoever sets the kiosk up: how many pixels this screen has in a millimetre. Visitors never come here. */
export function Calibrate({ start }: { start: number }) {
  const [pixels, setPixels] = useState(start);
  const [saved, setSaved] = useState(false);
  const text = calibrateWords();
  const change = (wanted: number) => {
    const next = Math.min(PLAUSIBLE.to, Math.max(PLAUSIBLE.from, wanted));
    setPixels(next);
    setSaved(false);
    sizeBy(next);
  };
  const save = () => {
    rememberPixelsPerMm(pixels);
    setSaved(true);
  };
  const steps = [
    { change: -COARSE, sign: '− −', name: text.muchSmaller, key: '4' },
    { change: -FINE, sign: '−', name: text.smaller, key: '-' },
    { change: FINE, sign: '+', name: text.larger, key: 'Plus' },
    { change: COARSE, sign: '+ +', name: text.muchLarger, key: '6' },
  ];
  return (
    <main class="page calibrate">
      <Heading help={text.help}>{text.title}</Heading>
      <Card pixels={pixels} label={text.card} onChange={change} />
      <nav class="sizes" aria-label={text.sizes}>
        {steps.map((step) => (
          <button
            key={step.key}
            type="button"
            aria-label={step.name}
            {...keys(step.key)}
            data-rapid
            onClick={() => change(pixels * (1 + step.change))}
          >
            {step.sign}
          </button>
        ))}
      </nav>
      <p class="check">
        <span class="proof" />
        {text.check}
      </p>
      <nav class="steps">
        <button type="button" class="primary" {...keys('Enter')} onClick={save}>
          <Icon shape="check" />
          {text.save}
        </button>
        <button type="button" {...keys('0')} onClick={() => change(USUAL_PIXELS_PER_MM)}>
          <Icon shape="repeat" />
          {text.usual}
        </button>
        <p class="figure" role="status">
          {saved ? text.saved(pixels) : text.now(pixels)}
        </p>
        <a href="/kiosk">{text.toKiosk}</a>
        <LanguageSwitch />
      </nav>
    </main>
  );
}
