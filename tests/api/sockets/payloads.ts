/** One valid payload for each request of each audience, and the malformed payloads that are made from it. */
import type { Audience, Audiences } from '../../../shared/protocol/protocol.ts';
import { requestId } from '../../server/screen.ts';

type Field = string | number | undefined;
export type Payload = Readonly<Record<string, Field>>;

const press = () => ({ requestId: requestId(), counterId: 'counter-1' });
const ofTicket = () => ({ requestId: requestId(), ticketId: 'ticket-1' });
const ofVote = () => ({ requestId: requestId(), voteId: requestId() });
const ofJob = () => ({ requestId: requestId(), jobId: 1 });

type Table = { [A in Audience]: Record<keyof Audiences[A]['requests'] & string, () => Payload> };

export const requests: Table = {
  kiosk: {
    'ticket:issue': () => ({
      requestId: requestId(),
      serviceId: 'civil-status',
      ticketClass: 'regular',
      dossiers: 2,
    }),
    'ticket:find': () => ({ ticketId: 'ticket-1' }),
    'ticket:return': ofTicket,
    'appointment:find': () => ({ code: '123456' }),
    'appointment:check-in': () => ({ requestId: requestId(), code: '123456', ticketClass: 'regular' }),
  },
  display: {},
  rating: {
    'ticket:find': () => ({ ticketId: 'ticket-1' }),
    'visit:rate': () => ({
      requestId: requestId(),
      voteId: requestId(),
      number: 'A001',
      level: 5,
      reason: 'attitude',
    }),
    'visit:take-back': ofVote,
  },
  printer: {},
  phone: {
    'ticket:withdraw': () => ({ requestId: requestId() }),
    'ticket:postpone': () => ({ requestId: requestId(), minutes: 10 }),
    'visit:rate': () => ({ requestId: requestId(), voteId: requestId(), level: 5, reason: 'attitude' }),
    'visit:take-back': ofVote,
  },
  desk: {
    'counter:open': press,
    'counter:call-next': press,
    'counter:recall': press,
    'counter:start': press,
    'counter:finish': press,
    'counter:miss': press,
    'counter:away': press,
    'counter:transfer': () => ({ ...press(), serviceId: 'land' }),
    'counter:call': () => ({ ...press(), ticketId: 'ticket-1', reason: 'gấp' }),
    'counter:pause': () => ({ ...press(), reason: 'nghỉ' }),
    'counter:resume': press,
    'counter:close': press,
    'ticket:return': ofTicket,
    'ticket:withdraw': ofTicket,
    'ticket:settle-class': () => ({ ...ofTicket(), ticketClass: 'elderly' }),
    'ticket:reprint': ofTicket,
    'appointment:book': () => ({ requestId: requestId(), serviceId: 'land', startsAt: 1_795_000_000_000 }),
    'appointment:cancel': () => ({ requestId: requestId(), appointmentId: 'appointment-1' }),
    'burst:dismiss': () => ({ requestId: requestId(), burstId: 1 }),
    'screen:dismiss': () => ({ requestId: requestId(), screenId: 'device-1' }),
    'print:reprint': ofJob,
    'print:dismiss': ofJob,
    'clock:answer': () => ({ requestId: requestId(), questionId: 1, trust: 'office' }),
    'device:accept': () => ({ requestId: requestId(), code: '123456', name: 'TV' }),
    'device:revoke': () => ({ requestId: requestId(), deviceId: 'device-1' }),
    'staff:add': () => ({
      requestId: requestId(),
      userName: 'hoa',
      name: 'Lê Thị Hoa',
      role: 'clerk',
      password: 'mật khẩu',
    }),
    'staff:password': () => ({ requestId: requestId(), staffId: 'staff-1', password: 'mật khẩu' }),
    'staff:remove': () => ({ requestId: requestId(), staffId: 'staff-1' }),
  },
};

const OPTIONAL_FIELDS = [
  'ticketClass of ticket:issue',
  'ticketClass of appointment:check-in',
  'dossiers',
  'number',
  'reason of visit:rate',
  'voteId of visit:rate',
];
/** Any text is valid: it is looked up in set-up, and refused as an unknown counter. */
const ANY_TEXT = ['counterId'];
/** Typed by people, so all readable characters are valid. */
const FREE_TEXT = ['reason', 'name', 'password'];

/** The arguments before the acknowledgement callback, by the problem that they have. */
export function malformed(name: string, valid: () => Payload): [problem: string, args: unknown[]][] {
  const polluted: unknown = JSON.parse('{"__proto__":{"requestId":"request-0"},"constructor":{"prototype":{"is":1}}}');
  const whole: [string, unknown[]][] = [
    ['no payload', []],
    ['two payloads', [valid(), valid()]],
    ['a payload of prototype names', [polluted]],
    ['bytes', [Buffer.from('requestId')]],
    ['an array around it', [[valid()]]],
    ['an extra field', [{ ...valid(), extra: 1 }]],
    ['deep nesting', [JSON.parse(`${'[{"a":'.repeat(500)}1${'}]'.repeat(500)}`)]],
    ...[null, true, 7, '', 'text', [], {}].map((value): [string, unknown[]] => [JSON.stringify(value), [value]]),
  ];
  const inFields = Object.keys(valid()).flatMap((field): [string, unknown[]][] => {
    const wrong: unknown[] = [{}, [], true, { $ne: '' }, Buffer.from('x'), [valid()[field]]];
    wrong.push(typeof valid()[field] === 'number' ? '1' : 1);
    if (!ANY_TEXT.includes(field)) wrong.push('', '  ', 'x'.repeat(5000), 'a\u0000b');
    if (![...ANY_TEXT, ...FREE_TEXT].includes(field)) wrong.push('../../etc/passwd', '<b>', 'Nguyễn', 'a'.repeat(65));
    if (!isOptional(name, field)) wrong.push(null);
    const wrongs = wrong.map((value): [string, unknown[]] => [
      `${field}: ${describeValue(value)}`,
      [{ ...valid(), [field]: value }],
    ]);
    const { [field]: _, ...rest } = valid();
    return isOptional(name, field) ? wrongs : [[`no ${field}`, [rest]], ...wrongs];
  });
  return [...whole, ...inFields];
}

function isOptional(name: string, field: string): boolean {
  return OPTIONAL_FIELDS.includes(field) || OPTIONAL_FIELDS.includes(`${field} of ${name}`);
}

function describeValue(value: unknown): string {
  return Buffer.isBuffer(value) ? 'bytes' : JSON.stringify(value).slice(0, 30);
}
