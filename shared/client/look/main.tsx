/** Everything of which the screens are made, on one page; only `npm run dev` serves it. */
import { render } from 'preact';
import { Face } from '../face.tsx';
import { Pictogram } from '../pictogram.tsx';
import drawings from '../pictograms.svg?raw';

const COLOURS = [
  ...['ink', 'muted', 'ground', 'paper', 'shade', 'tint', 'line', 'edge', 'navy', 'brand', 'on-brand'],
  ...['now', 'on-now', 'now-tint', 'good', 'good-tint', 'watch', 'watch-mark', 'watch-tint'],
  ...['trouble', 'trouble-deep', 'trouble-tint', 'off', 'off-tint'],
  ...['level-1', 'level-2', 'level-3', 'level-4', 'level-5'],
];
const NAMES = [...drawings.matchAll(/symbol id="([a-z-]+)"/g)].map(([, name = '']) => name);
const THEMES = ['light', 'dark', 'contrast'];
const SIZES = { hall: 'Mời quý vị', kiosk: 'Ông/bà cần làm thủ tục gì?', hand: 'Còn chờ khoảng', desk: 'Đang chờ' };

function Look() {
  return (
    <>
      <h1>The look of Đến Lượt</h1>
      <ul>
        {THEMES.map((theme) => (
          <li key={theme}>
            <button type="button" onClick={() => document.documentElement.setAttribute('data-theme', theme)}>
              {theme}
            </button>
          </li>
        ))}
      </ul>
      <h2>Colours</h2>
      <ul>
        {COLOURS.map((name) => (
          <li class="colour" key={name}>
            <svg aria-hidden="true">
              <rect width="100%" height="100%" fill={`var(--${name})`} />
            </svg>
            --{name}
          </li>
        ))}
      </ul>
      <h2>Shapes: counter, counter that is not working, counter that calls, service, ticket</h2>
      <p class="shapes">
        <span class="counter-tile">2</span>
        <span class="counter-tile off">4</span>
        <span class="counter-tile now">12</span>
        <span class="letter-disc">H</span>
        <span class="ticket-number">A024</span>
      </p>
      <h2>Faces</h2>
      <p class="faces">
        {([5, 4, 3, 2, 1] as const).map((level) => (
          <Face key={level} level={level} levels={5} />
        ))}
      </p>
      <h2>Type</h2>
      {Object.entries(SIZES).map(([distance, text]) => (
        <p class={`size-${distance}`} key={distance}>
          {text} <small>({distance})</small>
        </p>
      ))}
      <h2>Focus and press</h2>
      <ul>
        <li>
          <button type="button">Quay lại</button>
        </li>
        <li>
          <button type="button">Nghe hướng dẫn</button>
        </li>
      </ul>
      <h2>Pictograms</h2>
      <ul>
        {NAMES.map((name) => (
          <li class="drawing" key={name}>
            <Pictogram name={name} />
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}

const page = document.getElementById('page');
if (page) render(<Look />, page);
