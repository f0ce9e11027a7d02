/** Finds what the oldest supported browsers cannot read in built scripts and style sheets. */
import { type Node, parse } from 'acorn';
import postcss, { type AtRule, type Declaration, type Rule } from 'postcss';
import { api, builtins, css, isTooNew, partOf, TOO_NEW_MEMBERS } from './support.ts';

const LOOKBEHIND = /\(\?<[=!]/;

/** The features of `code`, a module or a script, that the browsers do not have, each once. */
export function tooNewInScript(code: string): string[] {
  const found = new Set<string>();
  const visit = (node: AnyNode) => {
    for (const feature of featuresOf(node)) found.add(feature);
    for (const [name, part] of Object.entries(node))
      if (!isName(node, name)) [part].flat().filter(isNode).forEach(visit);
  };
  try {
    // Newer syntax is an error of the parser, in regular expressions too.
    visit(parse(code, { ecmaVersion: 2022, sourceType: 'module' }));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    found.add(error.message);
  }
  return [...found];
}

/** The parser's own type of a node names only what all nodes have. */
interface AnyNode extends Node {
  name?: string;
  value?: unknown;
  regex?: { pattern: string };
  computed?: boolean;
  object?: AnyNode;
  property?: AnyNode;
}

function isNode(part: unknown): part is AnyNode {
  return typeof part === 'object' && part !== null && 'type' in part && typeof part.type === 'string';
}

/** Whether this part of a node is the name of a property, which says nothing about a global of that name. */
function isName({ computed }: AnyNode, part: string): boolean {
  const named = part === 'property' || part === 'key';
  return named && !computed;
}

function featuresOf(node: AnyNode): string[] {
  switch (node.type) {
    case 'StaticBlock':
      return ['static block of a class'];
    case 'Literal': {
      // Also in strings, which may become regular expressions.
      const text = node.regex?.pattern ?? node.value;
      return typeof text === 'string' && LOOKBEHIND.test(text) ? [`lookbehind: ${text}`] : [];
    }
    case 'TemplateElement':
      return LOOKBEHIND.test(JSON.stringify(node.value)) ? [`lookbehind: ${JSON.stringify(node.value)}`] : [];
    case 'Identifier':
      return isTooNew(globalNamed(node.name)) ? [node.name ?? ''] : [];
    case 'MemberExpression':
      return member(node);
    default:
      return [];
  }
}

/** Names of one or two letters are the minifier's. */
function globalNamed(name = '') {
  return name.length > 2 ? (partOf(builtins, name) ?? partOf(api, name)) : undefined;
}

function member({ computed, object, property }: AnyNode): string[] {
  const name = property?.name;
  if (computed || name === undefined) return [];
  const owner = globalNamed(object?.name);
  const known = partOf(owner, `${name}_static`) ?? (owner === builtins ? undefined : partOf(owner, name));
  if (known) return isTooNew(known) ? [`${object?.name}.${name}`] : [];
  return TOO_NEW_MEMBERS.has(name) ? [`.${name}`] : [];
}

/** The features of a style sheet that the browsers do not have, each once. What stands in `@supports` is asked for there. */
export function tooNewInStyle(style: string): string[] {
  const found = new Set<string>();
  const note = (feature: string, tooNew: boolean) => {
    if (tooNew) found.add(feature);
  };
  const root = postcss.parse(style);
  root.walkAtRules('supports', (guard) => {
    guard.remove();
  });
  root.walkAtRules((rule) => noteAtRule(rule, note));
  root.walkRules((rule) => noteRule(rule, note));
  root.walkDecls((declaration) => noteDeclaration(declaration, note));
  return [...found];
}

type Note = (feature: string, tooNew: boolean) => void;

function noteAtRule({ name, params }: AtRule, note: Note): void {
  const rule = partOf(css['at-rules'], name);
  note(`@${name}`, isTooNew(rule));
  if (name !== 'media') return;
  note(`@media ${params}`, /[<>]/.test(params) && isTooNew(partOf(rule, 'range_syntax')));
  for (const [, feature = ''] of params.matchAll(/\((?:min-|max-)?([a-z-]+)/g)) {
    note(`@media (${feature})`, isTooNew(partOf(rule, feature)));
  }
}

function noteRule({ selector, parent }: Rule, note: Note): void {
  note(`nested ${selector}`, parent?.type === 'rule' && isTooNew(partOf(css.selectors, 'nesting')));
  for (const [, pseudo = ''] of selector.matchAll(/:([a-z][a-z-]*)/g)) {
    note(`:${pseudo}`, isTooNew(partOf(css.selectors, pseudo)));
  }
}

const UNITS: readonly [RegExp, string][] = [
  [/[\d.]cq(?:w|h|i|b|min|max)\b/, 'container_query_length_units'],
  [/[\d.]d(?:vw|vh|vi|vb|vmin|vmax)\b/, 'viewport_percentage_units_dynamic'],
  [/[\d.]s(?:vw|vh|vi|vb|vmin|vmax)\b/, 'viewport_percentage_units_small'],
  [/[\d.]l(?:vw|vh|vi|vb|vmin|vmax)\b/, 'viewport_percentage_units_large'],
  [/[\d.]r?lh\b/, 'lh'],
];

function noteDeclaration({ prop, value, parent }: Declaration, note: Note): void {
  const where = `${prop}: ${value}`;
  for (const [unit, name] of UNITS) note(where, unit.test(value) && isTooNew(partOf(css.types, 'length', name)));
  for (const [, name = ''] of value.matchAll(/([a-z][\w-]*)\(/g)) {
    note(where, isTooNew(partOf(css.types, name)) || isTooNew(partOf(css.types, 'color', name)));
  }
  // Properties of an at-rule such as @font-face are of another kind, those with a prefix are beside the plain ones.
  if (parent?.type === 'atrule' || prop.startsWith('-')) return;
  const property = partOf(css.properties, prop);
  note(prop, isTooNew(property) && !parent?.some((other) => other.type === 'decl' && other.prop === `-webkit-${prop}`));
  for (const [word] of value.matchAll(/(?<![\w-])[a-z][a-z-]*(?![\w(-])/g)) {
    note(where, isTooNew(partOf(property, word)));
  }
}
