/** Says in plain words what is wrong with a description of the office, and where: "lĩnh vực thứ 3 (Đất đai): chữ cái phải là …". */
import type * as v from 'valibot';
import type { Language } from '../../../shared/language.ts';
import type { SetupProblem } from '../../../shared/protocol/views/setup.ts';
import { isRule, RULES } from '../problems.ts';
import { FIELDS, ITEMS } from './names.ts';

type Issue = v.BaseIssue<unknown>;
type Path = SetupProblem['path'];

/** Each mistake with its place in `candidate`, in the order of the issues. */
export function officeProblems(candidate: unknown, issues: readonly Issue[]): SetupProblem[] {
  return issues.flatMap((issue) => {
    const path = pathOf(issue);
    // The place of a missing item of a list is the list.
    const say = (language: Language): string => {
      const place = placeOf(candidate, path, language);
      const what = sentenceOf(issue, language);
      return place === '' ? what : `${place}: ${what}`;
    };
    return [{ path, text: { vi: say('vi'), en: say('en') } }];
  });
}

export function pathOf({ path }: Issue): Path {
  return (path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

function placeOf(candidate: unknown, path: Path, language: Language): string {
  const parts: string[] = [];
  let at: unknown = candidate;
  let list = '';
  for (const [index, key] of path.entries()) {
    const next = path[index + 1];
    at = isObject(at) ? at[key] : undefined;
    if (typeof key === 'number') parts.push(itemName(list, key, at, language));
    // The list is named by its item.
    else if (typeof next !== 'number' || !Object.hasOwn(ITEMS, key)) parts.push(FIELDS[key]?.[language] ?? `"${key}"`);
    list = String(key);
  }
  return parts.join(', ');
}

/** `lĩnh vực thứ 3 (Đất đai)`, `quầy thứ 2 (số 5)`; a session of a day is counted too. */
function itemName(list: string, index: number, item: unknown, language: Language): string {
  const session = { vi: 'buổi', en: 'session' };
  const kind = (ITEMS[list] ?? (list.length === 3 || /^\d{4}-/.test(list) ? session : null))?.[language];
  const place = { vi: `${kind ?? 'mục'} thứ ${index + 1}`, en: `${kind ?? 'item'} ${index + 1}` }[language];
  if (!isObject(item)) return place;
  const { name, number, id } = item;
  const own = isObject(name) && typeof name[language] === 'string' ? name[language] : (number ?? id);
  return own === undefined || own === '' ? place : `${place} (${String(own).slice(0, 40)})`;
}

function sentenceOf(issue: Issue, language: Language): string {
  const { message, received } = issue;
  const text = isRule(message) ? RULES[message][language] : expectation(issue, language);
  // What is missing or unknown has no value to name.
  if (received === 'undefined' || issue.expected === 'never') return text;
  return isScalar(issue.input)
    ? `${text}${{ vi: ', đang là ', en: ', it is ' }[language]}${JSON.stringify(issue.input)}`
    : text;
}

function expectation(
  { type, expected, received, input, requirement }: Issue & { requirement?: unknown },
  language: Language,
): string {
  const say = (vi: string, en: string): string => ({ vi, en })[language];
  if (expected === 'never') return say(`không có mục nào mang tên này`, 'there is no such entry');
  if (received === 'undefined') return say('thiếu mục này', 'this entry is missing');
  switch (type) {
    case 'string':
      return say('phải là chữ trong dấu ngoặc kép', 'must be text in quotes');
    case 'number':
      return say('phải là số, không có ngoặc kép', 'must be a number without quotes');
    case 'boolean':
      return say('phải là true hoặc false', 'must be true or false');
    case 'array':
    case 'tuple_with_rest':
      return say('phải là danh sách trong [ ]', 'must be a list in [ ]');
    case 'strict_object':
    case 'record':
      return say('phải là một nhóm mục trong { }', 'must be a group of entries in { }');
    case 'integer':
      return say('phải là số nguyên', 'must be a whole number');
    case 'min_value':
      return say(`phải từ ${requirement} trở lên`, `must be ${requirement} or more`);
    case 'max_value':
      return say(`phải từ ${requirement} trở xuống`, `must be ${requirement} or less`);
    case 'min_length':
      return Array.isArray(input)
        ? say(`phải có ít nhất ${requirement} mục`, `must have at least ${requirement}`)
        : say('không được để trống', 'must not be empty');
    case 'max_length':
      return Array.isArray(input)
        ? say(`chỉ được có nhiều nhất ${requirement} mục`, `must have at most ${requirement}`)
        : say(`chỉ được dài nhất ${requirement} chữ`, `must have at most ${requirement} letters`);
    case 'regex':
      return say(
        'chỉ gồm chữ không dấu, chữ số, _ và -, nhiều nhất 64',
        'must have letters, digits, _ and - only, at most 64',
      );
    default:
      return say(`phải là một trong: ${choices(expected)}`, `must be one of: ${choices(expected)}`);
  }
}

/** valibot writes `("left" | "below")`. */
function choices(expected: string | null): string {
  return (expected ?? '').replace(/^\(|\)$/g, '').replaceAll(' | ', ', ');
}

function isObject(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
