/** Mistakes in an `office.json` that was edited by hand, each with its line and column. */
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import * as v from 'valibot';
import type { Text } from '../../../shared/language.ts';
import type { Office } from '../../../shared/office/office.ts';
import type { FileProblem } from '../../../shared/protocol/views/setup.ts';
import type { Format } from '../json-file.ts';
import { officeProblems, type pathOf } from './sentences.ts';

/** Every mistake of the text, in the order of the lines; of a text that is not JSON also the wrong values in what can be read. */
export function mistakesIn(
  text: string,
  { schema, upgrades }: Pick<Format<Office>, 'schema' | 'upgrades'>,
): FileProblem[] {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const syntax = errors.map(({ error, offset }) => ({
    ...placeAt(text, offset),
    path: [],
    text: syntaxOf(error, text.slice(offset)),
  }));
  const all = [...onePerLine(syntax), ...(tree ? valuesOf(text, tree, { schema, upgrades }, errors.length > 0) : [])];
  return all.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** One mistake makes the parser stumble over what follows. */
function onePerLine(problems: FileProblem[]): FileProblem[] {
  return problems.filter(({ line }, index) => problems.findIndex((other) => other.line === line) === index);
}

function valuesOf(
  text: string,
  tree: Node,
  format: Pick<Format<Office>, 'schema' | 'upgrades'>,
  isBroken: boolean,
): FileProblem[] {
  const file: unknown = getNodeValue(tree);
  const { version, data } = isFile(file) ? file : { version: Number.NaN, data: undefined };
  if (!(version >= 1)) return isBroken ? [] : [{ ...placeAt(text, tree.offset), path: [], text: NO_VERSION }];
  const candidate = format.upgrades.slice(version - 1).reduce((older, upgrade) => upgrade(older), data);
  const checked = v.safeParse(format.schema, candidate);
  const issues = checked.issues ?? [];
  // What a broken text lacks may only be unreadable.
  const sure = issues.filter(({ received }) => !isBroken || received !== 'undefined');
  return officeProblems(candidate, sure).map((problem, index) => {
    const issue = sure[index];
    return { ...problem, ...placeAt(text, offsetOf(tree, problem.path, issue?.expected === 'never')) };
  });
}

const NO_VERSION: Text = {
  vi: 'tệp phải có dạng { "version": …, "data": { … } }',
  en: 'the file must have the form { "version": …, "data": { … } }',
};

function isFile(value: unknown): value is { version: number; data: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'number' &&
    'data' in value
  );
}

/** Of a missing value the place of what should contain it; of an unknown entry its name. */
function offsetOf(tree: Node, path: ReturnType<typeof pathOf>, atKey: boolean): number {
  for (let { length } = path; length >= 0; length -= 1) {
    const node = findNodeAtLocation(tree, ['data', ...path.slice(0, length)]);
    if (node) return (atKey && length === path.length ? node.parent?.offset : undefined) ?? node.offset;
  }
  return tree.offset;
}

/** Counted from 1, as text editors show them. */
function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}

/** By the number of the error in jsonc-parser; `rest` is the text from the place on. */
function syntaxOf(error: number, rest: string): Text {
  const [found] = rest;
  // A word before a colon is a name.
  if (error === 1 && /^[\p{L}\p{N}_]+\s*:/u.test(rest)) return SYNTAX[3] ?? quoted;
  if (found === '}' || found === ']') {
    if (error === 3 || error === 4)
      return { vi: `thừa dấu phẩy trước dấu ${found}`, en: `a comma too many before ${found}` };
  }
  return SYNTAX[error] ?? { vi: 'chỗ này không đúng dạng JSON', en: 'this is not JSON' };
}

const quoted: Text = { vi: 'giá trị này phải nằm trong dấu ngoặc kép', en: 'this value must be in quotes' };
const SYNTAX: Readonly<Record<number, Text>> = {
  1: quoted,
  2: quoted,
  3: { vi: 'thiếu tên mục trong dấu ngoặc kép', en: 'the name of an entry in quotes is missing' },
  4: { vi: 'thiếu giá trị', en: 'a value is missing' },
  5: { vi: 'thiếu dấu hai chấm trước chỗ này', en: 'a colon is missing before this' },
  6: { vi: 'thiếu dấu phẩy trước chỗ này', en: 'a comma is missing before this' },
  7: { vi: 'thiếu dấu } ở cuối nhóm', en: 'a } is missing at the end of the group' },
  8: { vi: 'thiếu dấu ] ở cuối danh sách', en: 'a ] is missing at the end of the list' },
  9: { vi: 'sau dấu } cuối cùng không được có gì nữa', en: 'nothing may follow the last }' },
  10: { vi: 'tệp không được có ghi chú', en: 'the file must not have comments' },
  12: { vi: 'thiếu dấu ngoặc kép ở cuối chữ', en: 'the quote at the end of the text is missing' },
  15: { vi: 'dấu \\\\ phải viết là \\\\\\\\', en: 'write \\\\ as \\\\\\\\' },
  16: { vi: 'chữ trong ngoặc kép không được xuống dòng', en: 'text in quotes must not go over to another line' },
};
