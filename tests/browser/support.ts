/** Which features of the web the oldest supported browsers have, by the compatibility data of MDN. */
import { createRequire } from 'node:module';
import type { CompatData, CompatStatement, Identifier } from '@mdn/browser-compat-data';
import { SUPPORTED_BROWSERS } from '../../build/supported-browsers.ts';

/** Not by `import`: vite would take half a minute to make a module of its 18 MB. */
const bcd: CompatData = createRequire(import.meta.url)('@mdn/browser-compat-data');

type Support = NonNullable<CompatStatement['support']>;

/** The part of the data below these names; undefined when the data does not know one of them. */
export function partOf(start: Identifier | undefined, ...names: string[]): Identifier | undefined {
  return names.reduce<Identifier | undefined>(
    (part, name) => (part && Object.hasOwn(part, name) ? part[name] : undefined),
    start,
  );
}

export const css: Record<'at-rules' | 'properties' | 'selectors' | 'types', Identifier> = {
  'at-rules': bcd.css['at-rules'] ?? {},
  properties: bcd.css.properties ?? {},
  selectors: bcd.css.selectors ?? {},
  types: bcd.css.types ?? {},
};
export const builtins: Identifier = bcd.javascript.builtins ?? {};
export const api: Identifier = bcd.api;

/** Whether one of the browsers has no implementation of the feature. A feature that the data does not know counts as known. */
export function isTooNew(feature: Identifier | undefined): boolean {
  const support = feature?.__compat?.support;
  if (!support) return false;
  return Object.entries(SUPPORTED_BROWSERS).some(([browser, version]) => !has(support, browser, version));
}

function has(support: Support, browser: string, version: string): boolean {
  const statements = [support[browser as keyof Support]].flat().filter((each) => each !== undefined);
  return (
    statements.length === 0 ||
    statements.some(
      ({ version_added: added, version_removed: removed, partial_implementation: partial, flags, prefix }) => {
        if (partial || flags || prefix || typeof added !== 'string') return false;
        const gone = typeof removed === 'string' && !isLater(removed, version);
        return !gone && !isLater(added.replace('≤', ''), version);
      },
    )
  );
}

/** Versions such as `15.4`; `preview` is later than all. */
function isLater(one: string, other: string): boolean {
  if (one === 'preview') return true;
  return one.localeCompare(other, 'en', { numeric: true }) > 0;
}

/** Interfaces whose members are looked for by name; the names of the many others are everyday words, such as `to`. */
const INTERFACES: readonly [Identifier, readonly string[]][] = [
  [builtins, ['Array', 'Iterator', 'Map', 'Promise', 'RegExp', 'Set', 'String']],
  [api, ['Document', 'Element', 'HTMLElement', 'Node', 'Range', 'Response']],
];

/** Names of methods and properties that exist only where the browsers do not have them, such as `toSorted`. */
export const TOO_NEW_MEMBERS: ReadonlySet<string> = membersTooNew();

function membersTooNew(): Set<string> {
  const old = new Set<string>();
  const recent = new Set<string>();
  for (const owner of INTERFACES.flatMap(([all, names]) => names.map((name) => partOf(all, name)))) {
    for (const member of Object.keys(owner ?? {})) {
      if (member === '__compat' || member.endsWith('_static') || member.endsWith('_event')) continue;
      (isTooNew(partOf(owner, member)) ? recent : old).add(member);
    }
  }
  return new Set([...recent].filter((member) => !old.has(member)));
}
