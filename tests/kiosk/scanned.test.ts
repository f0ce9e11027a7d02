import { describe, expect, it } from 'vitest';
import { offeredClass } from '../../kiosk/parts/offered-class.ts';
import { readScan, scannedAt } from '../../kiosk/parts/scanned.ts';

const card = (number: string) => `${number}|123456789|Nguyen Van A|01021960|Nam|Xom 1, Binh Phuoc Xuan|01012021`;

describe('a citizen card', () => {
  it.each([
    ['089060012345', 66],
    ['089166012345', 60],
    ['089067012345', 59],
    ['089203012345', 23],
    ['089326012345', 0],
  ])('with the number %s gives the age %d from the number alone', (number, age) => {
    expect(readScan(card(number), 2026)).toEqual({ kind: 'card', age });
  });

  it('is recognised without its last field and with missing letters', () => {
    expect(readScan('089060012345||Nguyn Vn|01021960|Nam|', 2026)).toEqual({ kind: 'card', age: 66 });
  });

  it.each([
    '089060012345',
    '089060012345|123456789|Nguyen',
    '12345|123|A|B|C|D|E',
    'Nguyen Van A|01021960',
    card('089427012345'),
  ])('counts as incomplete when the scan is %s', (text) => {
    expect(readScan(text, 2026)).toEqual({ kind: 'half-card' });
  });

  it('leaves nothing but the age', () => {
    expect(JSON.stringify(readScan(card('089060012345'), 2026))).toBe('{"kind":"card","age":66}');
  });
});

describe('a scanned code', () => {
  const id = '3f2b8c1e-9d4a-4c77-b1f0-5a6d7e8f9012';

  it.each([id, `https://one-stop.example/t/${id}`, ` http://192.168.1.5:8080/t/${id}\n`])(
    'is a ticket when it is %s',
    (text) => {
      expect(readScan(text, 2026)).toEqual({ kind: 'ticket', id });
    },
  );

  it.each([id.toUpperCase(), `HTTPS://ONE-STOP.EXAMPLE/T/${id.toUpperCase()}`])(
    'is the same ticket with Caps Lock on: %s',
    (text) => {
      expect(readScan(text, 2026)).toEqual({ kind: 'ticket', id });
    },
  );

  it('is read by the layout of the machine where the places of the keys give no code of this office', () => {
    const at = Date.parse('2026-11-23T09:00:00+07:00');
    const [own, other] = [`https://one-stop.example/t/${id}`, 'httpsÑ--one/stop.example-t-x'];
    const read = (placed: string, typed: string) => scannedAt(at, 'Asia/Ho_Chi_Minh', { placed, typed });
    expect(read(own, other)).toEqual({ kind: 'ticket', id });
    expect(read(other, own)).toEqual({ kind: 'ticket', id });
    expect(read(other, other)).toEqual({ kind: 'foreign' });
  });

  it('of a ticket that an input method has changed is unread, not foreign', () => {
    expect(readScan('https://one-stop.example/t/3f2b8c1e-9đ4â-4c77', 2026)).toEqual({ kind: 'unread' });
  });

  it.each(['123456', 'https://one-stop.example/a/123456', ' 123456\n'])('is an appointment when it is %s', (text) => {
    expect(readScan(text, 2026)).toEqual({ kind: 'appointment', code: '123456' });
  });

  it.each([
    '8934588012345',
    '12345',
    '1234567',
    'https://example.com/menu',
    'WIFI:S:cafe;T:WPA;P:secret;;',
    'javascript:alert(1)',
  ])('is foreign when it is %s', (text) => {
    expect(readScan(text, 2026)).toEqual({ kind: 'foreign' });
  });

  it.each([null, '', '  ', 'x'.repeat(2000)])('is unread when it is %j', (text) => {
    expect(readScan(text, 2026)).toEqual({ kind: 'unread' });
  });
});

describe('the class offered by a scan', () => {
  const classes = [{ id: 'regular' }, { id: 'elderly' }];

  it('is the one of the elderly from the year of the sixtieth birthday', () => {
    expect(offeredClass({ kind: 'card', age: 60 }, classes)).toBe('elderly');
    expect(offeredClass({ kind: 'card', age: 59 }, classes)).toBeNull();
  });

  it('is null where the office has no such class, and for anything but a card', () => {
    expect(offeredClass({ kind: 'card', age: 80 }, [{ id: 'regular' }])).toBeNull();
    expect(offeredClass({ kind: 'foreign' }, classes)).toBeNull();
    expect(offeredClass(null, classes)).toBeNull();
  });
});
