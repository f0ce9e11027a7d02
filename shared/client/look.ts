/** The office's own accent in place of the gold of base.css. */

/** What base.css says; the legacy build has it in place of `var(--accent)`. */
const GOLD = /rgb\(245, 183, 0\)|#f5b700/gi;

let applied = '';

/** Repaints a page that shows another accent. Done on the style sheets themselves: our content policy forbids inline ones. */
export function applyAccent(accent: string): void {
  if (accent === applied || !/^#[0-9a-f]{6}$/.test(accent)) return;
  const before = applied === '' ? GOLD : new RegExp(`${rgb(applied)}|${applied}`, 'gi');
  applied = accent;
  for (const sheet of Array.from(document.styleSheets)) {
    // The page's own sheets only: an extension of the browser may have added one that nobody may read.
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
    // The ring around what has the focus is no part of an office's look.
    if (name === '--focus') continue;
    const value = style.getPropertyValue(name);
    const painted = value.replace(before, accent);
    if (painted !== value) style.setProperty(name, painted, style.getPropertyPriority(name));
  }
}

/** As browsers write a colour that was given as `#rrggbb`. */
function rgb(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `rgb\\(${red}, ${green}, ${blue}\\)`;
}
