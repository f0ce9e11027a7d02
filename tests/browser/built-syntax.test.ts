import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../build/prepare.mjs';
import { tooNewInScript, tooNewInStyle } from './built-syntax.ts';

const ASSETS = join(ROOT, 'dist/pages/assets');
const assets = (ending: string) => readdirSync(ASSETS).filter((name) => name.endsWith(ending));
const read = (name: string) => readFileSync(join(ASSETS, name), 'utf8');

/** Features that are used only where the browser has them, or that may be absent. */
const ALLOWED_IN_SCRIPTS = {
  '.moveBefore': 'preact asks whether it exists',
  'Symbol.dispose': 'signals asks whether it exists',
  '.role': 'a field of our own data',
  '.take': 'a phrase of our own words',
};
const ALLOWED_IN_STYLES = {
  'text-wrap': 'without it only the line breaks are less even',
  'text-wrap: balance': 'as above',
  'text-wrap: pretty': 'as above',
  'text-wrap: wrap': 'as above',
  '@container': 'without it all tiles of the kiosk are laid out as those of middle width',
  'container-type': 'as above',
  'container-type: inline-size': 'as above',
  'scroll-snap-type': 'without it a list may stop between two rows',
  'scrollbar-width': 'without it a narrow bar is seen beside the list',
  'scrollbar-width: none': 'as above',
  ':has': 'without it there is an empty line of 6 px at the desk',
  'forced-color-adjust': 'a browser without it has no forced colours',
  'forced-color-adjust: none': 'as above',
  'overscroll-behavior': 'without it only a swipe can leave the page, which kiosk browsers forbid themselves',
  'overscroll-behavior: none': 'as above',
  outline: 'in Safari 15.4 its corners are not rounded',
  'accent-color': 'without it a ticked box has the colour of the browser',
  'align-content: start': 'of grids, where Safari 10 has it; the data is about flexible boxes',
  'align-content: end': 'as above',
};

describe('the built pages use nothing that Chrome 94, Safari 15.4 and Firefox 98 do not have', () => {
  it.each(assets('.js'))('%s', (name) => {
    expect(tooNewInScript(read(name)).filter((feature) => !(feature in ALLOWED_IN_SCRIPTS))).toEqual([]);
  });

  it.each(assets('.css'))('%s', (name) => {
    expect(tooNewInStyle(read(name)).filter((feature) => !(feature in ALLOWED_IN_STYLES))).toEqual([]);
  });

  it('and the list of allowed features holds no one that is no longer used', () => {
    const scripts = new Set(assets('.js').flatMap((name) => tooNewInScript(read(name))));
    const styles = new Set(assets('.css').flatMap((name) => tooNewInStyle(read(name))));
    expect(Object.keys(ALLOWED_IN_SCRIPTS).filter((feature) => !scripts.has(feature))).toEqual([]);
    expect(Object.keys(ALLOWED_IN_STYLES).filter((feature) => !styles.has(feature))).toEqual([]);
  });
});

describe('the check of the built pages', () => {
  it.each([
    'export const dash = /(?<= –) /;',
    'export const dash = new RegExp("(?<!a)b");',
    'export const dash = new RegExp(`(?<!a)b`);',
    'export const letter = /[\\p{L}--[a-z]]/v;',
    'export class Clock { static { Clock.zone = 7; } }',
    'export const sorted = [2, 1].toSorted();',
    'export const last = [2, 1].findLast((each) => each > 1);',
    'export const copy = structuredClone({});',
    'export const patience = AbortSignal.timeout(1000);',
    'export const { resolve } = Promise.withResolvers();',
    'export const groups = Object.groupBy([], String);',
    'export const shown = document.body.checkVisibility();',
    'import words from "./words.json" with { type: "json" };',
  ])('finds %s', (code) => {
    expect(tooNewInScript(code)).toHaveLength(1);
  });

  it.each([
    '@media (width <= 480px) { a { color: red } }',
    '@layer base { a { color: red } }',
    '@container (min-width: 10px) { a { color: red } }',
    'a { & b { color: red } }',
    'a:has(b) { color: red }',
    'a { height: 100dvh }',
    'a { width: 5cqi }',
    'a { margin: 1lh }',
    'a { color: color-mix(in srgb, red, blue) }',
    'a { translate: 3px }',
    'a { mask: none }',
    'a { overflow: clip }',
    'a { grid-template-rows: subgrid }',
  ])('finds %s', (style) => {
    expect(tooNewInStyle(style)).toHaveLength(1);
  });

  it.each([
    '@supports (width: 1cqb) { a { width: 5cqb } }',
    'a { -webkit-user-select: none; user-select: none }',
    '@media (max-width: 480px) and (orientation: landscape) { a { inset: 0; aspect-ratio: 1; gap: 1px } }',
  ])('accepts %s', (style) => {
    expect(tooNewInStyle(style)).toEqual([]);
  });

  it('accepts private fields, optional chaining, assignment operators, groups with names and members of objects', () => {
    const code = 'class A { #b = 1; c = (x) => x?.y ?? this.#b; d() { this.e ||= /(?<f>g)/u; return [].at(-1); } }';
    expect(tooNewInScript(code)).toEqual([]);
  });
});
