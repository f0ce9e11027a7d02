/** Messages about problems in set-up for the operator; `main.ts` prints both languages. */
import * as v from 'valibot';
import type { Language, Text } from '../../shared/language.ts';
import { OperatorError } from '../log.ts';

/** The server cannot start with this set-up. The message names the place and the remedy in both languages. */
export class SetupError extends OperatorError {
  override readonly name = 'SetupError';

  constructor(text: Text) {
    super('setup', text);
  }
}

/** The messages of our own rules; in the schemas a rule's name is the message of its check. */
export const RULES = {
  'duplicate-id': { vi: 'mã này bị trùng, mỗi mã chỉ dùng một lần', en: 'this id is used twice' },
  'no-letter': { vi: 'phải là một chữ cái từ A đến Z', en: 'must be a letter from A to Z' },
  'duplicate-letter': { vi: 'chữ cái này đã dùng cho lĩnh vực khác', en: 'another service has this letter' },
  'duplicate-number': { vi: 'số quầy này bị trùng', en: 'another counter has this number' },
  'duplicate-service': { vi: 'lĩnh vực này được ghi hai lần cho quầy', en: 'the counter lists this service twice' },
  'duplicate-language': { vi: 'ngôn ngữ này bị trùng', en: 'this language is listed twice' },
  'duplicate-user-name': { vi: 'tên đăng nhập này bị trùng', en: 'another account has this user name' },
  'second-information-desk': {
    vi: 'chỉ một lĩnh vực được là bàn hướng dẫn',
    en: 'another service is the information desk already',
  },
  'unknown-service': { vi: 'không có lĩnh vực nào mang mã này', en: 'no service has this id' },
  'unknown-time-zone': {
    vi: 'không phải múi giờ IANA, ví dụ Asia/Ho_Chi_Minh',
    en: 'not an IANA time zone such as Asia/Ho_Chi_Minh',
  },
  'unknown-time': { vi: 'không phải giờ từ 00:00 đến 24:00', en: 'not a time between 00:00 and 24:00' },
  'unknown-date': { vi: 'không phải ngày dạng 2026-11-22', en: 'not a date such as 2026-11-22' },
  'session-backwards': { vi: 'giờ kết thúc phải sau giờ bắt đầu', en: 'a session must end after it starts' },
  'session-overlap': {
    vi: 'các buổi phải theo thứ tự và không chồng nhau',
    en: 'sessions must be in order and not overlap',
  },
  'no-regular-class': {
    vi: 'thiếu diện "regular" (số thường)',
    en: 'the ticket class "regular" is missing',
  },
  'unknown-printer': {
    vi: 'phải là preview, tcp://địa-chỉ:9100, printer:tên máy in hoặc đường dẫn thiết bị như /dev/usb/lp0',
    en: 'must be preview, tcp://host:9100, printer:name or the path of a device such as /dev/usb/lp0',
  },
  'unknown-address': {
    vi: 'phải là địa chỉ như https://denluot.xa.gov.vn, không có gạch chéo ở cuối',
    en: 'must be an address such as https://queue.example.org, without a slash at the end',
  },
  'unknown-file': {
    vi: 'phải là tên tệp có đuôi phù hợp (hình png, jpg, gif, webp; video mp4, webm; logo png, jpg, svg), không có thư mục',
    en: 'must be the name of a file of the right kind (png, jpg, gif, webp; video mp4, webm; logo png, jpg, svg), without a folder',
  },
  'unknown-colour': { vi: 'phải là màu dạng #f5b700', en: 'must be a colour such as #f5b700' },
  'reserved-id': { vi: 'mã này đã dùng cho địa chỉ khác, vui lòng chọn mã khác', en: 'another address uses this id' },
  'dates-backwards': {
    vi: 'ngày kết thúc không được trước ngày bắt đầu',
    en: 'a notice must not end before it begins',
  },
  'no-supervisor': { vi: 'phải có ít nhất một người quản lý', en: 'at least one account must be a supervisor' },
} as const satisfies Record<string, Text>;
export type Rule = keyof typeof RULES;

/** A completely different file would give hundreds of problems. */
const MAX_LISTED = 5;

/** One text per language with each problem as `services.2.letter: …`. */
export function describeIssues(issues: readonly v.BaseIssue<unknown>[]): Text {
  return { vi: describe(issues, 'vi'), en: describe(issues, 'en') };
}

function describe(issues: readonly v.BaseIssue<unknown>[], language: Language): string {
  const whole = { vi: 'toàn bộ', en: 'the whole file' }[language];
  const lines = issues
    .slice(0, MAX_LISTED)
    .map((issue) => `${v.getDotPath(issue) ?? whole}: ${sentence(issue, language)}`);
  return lines.join('; ');
}

function sentence({ message, expected, received }: v.BaseIssue<unknown>, language: Language): string {
  if (isRule(message)) return RULES[message][language];
  if (language === 'en') return message;
  if (expected === 'never') return 'không có mục nào mang tên này';
  if (received === 'undefined') return 'thiếu mục này';
  return expected === null ? `giá trị ${received} không hợp lệ` : `cần ${expected} nhưng đang là ${received}`;
}

export function isRule(message: string): message is Rule {
  return Object.hasOwn(RULES, message);
}
