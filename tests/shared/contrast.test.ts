/** WCAG 2.2, 1.4.3 and 1.4.11, over the colours of `shared/client`: each pair that pages use, in each theme. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcss from 'postcss';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../build/prepare.mjs';

const TEXT = 4.5;
/** Outlines of controls, and marks that say something by their shape. */
const SHAPE = 3;

const VISITOR_GROUNDS = ['ground', 'paper', 'tint'];
const EVERYWHERE: [least: number, colours: string[], grounds: string[]][] = [
  [TEXT, ['ink', 'muted', 'navy', 'good', 'watch', 'trouble'], VISITOR_GROUNDS],
  [TEXT, ['ink', 'good'], ['good-tint']],
  [TEXT, ['ink', 'watch'], ['watch-tint']],
  [TEXT, ['ink', 'trouble'], ['trouble-tint']],
  [TEXT, ['ink'], ['now-tint']],
  [TEXT, ['on-brand'], ['brand', 'tile']],
  [TEXT, ['on-navy-muted'], ['band']],
  [TEXT, ['on-now'], ['now']],
  [TEXT, ['now'], ['on-now']],
  [SHAPE, ['edge'], VISITOR_GROUNDS],
  [SHAPE, ['level-1', 'level-2', 'level-3', 'level-4', 'level-5'], ['ground', 'paper']],
];
/** Staff pages and the signs of the counters have the light theme only. */
const LIGHT_ONLY: typeof EVERYWHERE = [
  [TEXT, ['ink', 'muted', 'navy', 'brand', 'good', 'watch', 'trouble'], ['shade']],
  [TEXT, ['brand'], VISITOR_GROUNDS],
  [TEXT, ['ink', 'muted', 'off'], ['off-tint']],
  [TEXT, ['off'], VISITOR_GROUNDS],
  [TEXT, ['trouble-deep'], ['trouble-tint']],
  [TEXT, ['on-brand'], ['navy', 'good', 'band', 'band-trouble', 'trouble-deep', 'off', 'off-deep']],
  [SHAPE, ['edge'], ['shade']],
  [SHAPE, ['watch-mark'], ['ground', 'paper', 'watch-tint']],
];

const light = coloursOf('base.css', ':root');
const dark = { ...light, ...coloursOf('themes.css', ':root[data-theme="dark"]') };
const contrast = { ...light, ...coloursOf('themes.css', ':root[data-theme="contrast"]') };

describe.each([
  ['light', light, [...EVERYWHERE, ...LIGHT_ONLY]],
  ['dark', dark, EVERYWHERE],
  ['contrast', contrast, EVERYWHERE],
])('in the %s theme', (_theme, colours, pairs) => {
  it.each(pairs)('at least %s : 1 lies between each of %j and each of %j', (least, fronts, grounds) => {
    const faint = fronts.flatMap((front) =>
      grounds
        .map((ground) => ({ front, ground, ratio: ratioOf(colours, front, ground) }))
        .filter(({ ratio }) => !(ratio >= least))
        .map(({ front: text, ground, ratio }) => `${text} on ${ground}: ${ratio.toFixed(2)}`),
    );
    expect(faint).toEqual([]);
  });
});

it('text in the contrast theme has at least 7 : 1 on each ground', () => {
  const faint = ['ink', 'muted', 'navy', 'good', 'watch', 'trouble'].flatMap((text) =>
    VISITOR_GROUNDS.filter((ground) => !(ratioOf(contrast, text, ground) >= 7)).map((ground) => `${text} on ${ground}`),
  );
  expect(faint).toEqual([]);
});

/** The custom properties that the rule of this selector sets, without their dashes. */
function coloursOf(file: string, selector: string): Record<string, string> {
  const colours: Record<string, string> = {};
  postcss.parse(readFileSync(join(ROOT, 'shared/client', file), 'utf8')).walkRules(selector, (rule) => {
    rule.walkDecls(/^--/, ({ prop, value }) => {
      colours[prop.slice(2)] = value;
    });
  });
  return colours;
}

function ratioOf(colours: Record<string, string>, front: string, ground: string): number {
  const [brighter = 0, darker = 0] = [front, ground].map((name) => luminance(colours[name])).sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

/** Relative luminance as WCAG 2.2 defines it; not a number when the token is missing or not written as `#rrggbb`. */
function luminance(colour = ''): number {
  const [red = Number.NaN, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
