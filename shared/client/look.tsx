/** The office's own look: its logo, and its accent in place of the gold of base.css. */
import { effect, type ReadonlySignal, useSignal } from '@preact/signals';
import type { OfficeHead } from '../protocol/views/common.ts';

/** The accent of base.css; the legacy build has this value in place of `var(--now)`. */
const GOLD = /rgb\(245, 183, 0\)|#f5b700/gi;

let applied = '';

/** Shown before the office's name, which says the same in words; nothing when the picture does not load. */
export function Logo({ src }: { src: string | null }) {
  const broken = useSignal(false);
  if (src === null || broken.value) return null;
  return (
    <img
      class="logo"
      src={src}
      alt=""
      onError={() => {
        broken.value = true;
      }}
    />
  );
}

/** Paints this page in the office's accent from its first view on. */
export function followAccent(view: ReadonlySignal<{ office: OfficeHead } | null>): void {
  effect(() => {
    if (view.value) applyAccent(view.value.office.look.accent);
  });
}

/** Replaces the accent that the page shows. Changes the style sheets, because our content policy forbids inline styles. */
function applyAccent(accent: string): void {
  if (accent === applied || !/^#[0-9a-f]{6}$/.test(accent)) return;
  const before = applied === '' ? GOLD : new RegExp(`${rgb(applied)}|${applied}`, 'gi');
  applied = accent;
  for (const sheet of Array.from(document.styleSheets)) {
    // Only the page's own sheets: reading one that a browser extension has added may throw.
    if (sheet.href && sheet.href.indexOf(location.origin) === 0) repaint(sheet.cssRules, before, accent);
  }
}

function repaint(rules: CSSRuleList, before: RegExp, accent: string): void {
  for (const rule of Array.from(rules)) {
    if (rule instanceof CSSStyleRule) recolour(rule.style, before, accent);
    else if (rule instanceof CSSMediaRule) repaint(rule.cssRules, before, accent);
  }
}

function recolour(style: CSSStyleDeclaration, before: RegExp, accent: string): void {
  for (const name of Array.from(style)) {
    // The ring around the focused element is not part of an office's look.
    if (name === '--focus') continue;
    const value = style.getPropertyValue(name);
    const painted = value.replace(before, accent);
    if (painted !== value) style.setProperty(name, painted, style.getPropertyPriority(name));
  }
}

/** The form in which browsers return a colour that was given as `#rrggbb`. */
function rgb(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `rgb\\(${red}, ${green}, ${blue}\\)`;
}
