import type { TargetedPointerEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { wordsOf } from '../../shared/client/language.ts';
import { calibrate as en } from '../../shared/words/en/calibrate.ts';
import { calibrate as vi } from '../../shared/words/vi/calibrate.ts';
import { PLAUSIBLE, rememberPixelsPerMm, sizeBy, USUAL_PIXELS_PER_MM } from '../parts/calibrate.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { keys } from '../parts/keys.ts';
import { LanguageButton } from '../parts/language-button.tsx';

const calibrateWords = wordsOf({ vi, en });

/** Shares of the width. The eye can match a card to half a millimetre, which is the finer step. */
const FINE = 0.005;
const COARSE = 0.05;

/** Here staff set the pixels per millimetre of this screen when they install the kiosk. Visitors never see this page. */
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
        <LanguageButton />
      </nav>
    </main>
  );
}

/** ISO/IEC 7810 ID-1, in millimetres: bank cards, citizen cards, driving licences. */
const CARD_MM = { width: 85.6, height: 53.98 };

interface CardProps {
  pixels: number;
  label: string;
  onChange: (pixels: number) => void;
}

/** An outline that staff make as large as a real card; its lower right corner can be dragged. */
function Card({ pixels, label, onChange }: CardProps) {
  const outline = useRef<HTMLDivElement>(null);
  const drag = (event: TargetedPointerEvent<HTMLSpanElement>) => {
    if (!outline.current || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onChange((event.clientX - outline.current.getBoundingClientRect().left) / CARD_MM.width);
  };
  return (
    <div class="card-room">
      <div
        ref={outline}
        class="card"
        style={{ width: `${CARD_MM.width * pixels}px`, height: `${CARD_MM.height * pixels}px` }}
      >
        <span>{label}</span>
        <span
          class="corner"
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
        />
      </div>
    </div>
  );
}
