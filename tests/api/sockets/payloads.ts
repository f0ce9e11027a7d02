/** For each request of each audience one right payload; from it what somebody hostile would send. */
import type { Audience, Audiences } from '../../../shared/protocol/protocol.ts';
import { requestId } from '../../server/screen.ts';

type Field = string | number | undefined;
export type Payload = Readonly<Record<string, Field>>;

const press = () => ({ requestId: requestId(), counterId: 'counter-1' });
const ofTicket = () => ({ requestId: requestId(), ticketId: 'ticket-1' });
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
    'appointment:check-in': () => ({ requestId: requestId(), code: '123456', ticketClass: 'regular' }),
  },
  display: {},
  rating: {
    'ticket:find': () => ({ ticketId: 'ticket-1' }),
    'visit:rate': () => ({ requestId: requestId(), number: 'A001', level: 5, reason: 'attitude' }),
  },
  printer: {},
  phone: {
    'ticket:withdraw': () => ({ requestId: requestId() }),
    'ticket:postpone': () => ({ requestId: requestId(), minutes: 10 }),
    'visit:rate': () => ({ requestId: requestId(), level: 5, reason: 'attitude' }),
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
    'print:reprint': ofJob,
    'print:dismiss': ofJob,
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

const MAY_BE_LEFT_OUT = [
  'ticketClass of ticket:issue',
  'ticketClass of appointment:check-in',
  'dossiers',
  'number',
  'reason of visit:rate',
];
/** Looked up in set-up, so that any text is a counter nobody has. */
const ANY_TEXT = ['counterId'];
/** What people type: anything that can be read. */
const WORDS = ['reason', 'name', 'password'];

/** What is sent before the acknowledgement, by what is wrong with it. */
export function hostile(name: string, right: () => Payload): [what: string, args: unknown[]][] {
  const polluted: unknown = JSON.parse('{"__proto__":{"requestId":"request-0"},"constructor":{"prototype":{"is":1}}}');
  const whole: [string, unknown[]][] = [
    ['no payload', []],
    ['two payloads', [right(), right()]],
    ['a payload of prototype names', [polluted]],
    ['bytes', [Buffer.from('requestId')]],
    ['an array around it', [[right()]]],
    ['an extra field', [{ ...right(), extra: 1 }]],
    ['deep nesting', [JSON.parse(`${'[{"a":'.repeat(500)}1${'}]'.repeat(500)}`)]],
    ...[null, true, 7, '', 'text', [], {}].map((value): [string, unknown[]] => [JSON.stringify(value), [value]]),
  ];
  const inFields = Object.keys(right()).flatMap((field): [string, unknown[]][] => {
    const wrong: unknown[] = [{}, [], true, { $ne: '' }, Buffer.from('x'), [right()[field]]];
    wrong.push(typeof right()[field] === 'number' ? '1' : 1);
    if (!ANY_TEXT.includes(field)) wrong.push('', '  ', 'x'.repeat(5000), 'a\u0000b');
    if (![...ANY_TEXT, ...WORDS].includes(field)) wrong.push('../../etc/passwd', '<b>', 'Nguyễn', 'a'.repeat(65));
    if (!canBeLeftOut(name, field)) wrong.push(null);
    const wrongs = wrong.map((value): [string, unknown[]] => [
      `${field}: ${shortly(value)}`,
      [{ ...right(), [field]: value }],
    ]);
    const { [field]: _, ...rest } = right();
    return canBeLeftOut(name, field) ? wrongs : [[`no ${field}`, [rest]], ...wrongs];
  });
  return [...whole, ...inFields];
}

function canBeLeftOut(name: string, field: string): boolean {
  return MAY_BE_LEFT_OUT.includes(field) || MAY_BE_LEFT_OUT.includes(`${field} of ${name}`);
}

function shortly(value: unknown): string {
  return Buffer.isBuffer(value) ? 'bytes' : JSON.stringify(value).slice(0, 30);
}
