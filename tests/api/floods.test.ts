import { describe, expect, it } from 'vitest';
import { sendFrom, socketFrom } from '../server/from-address.ts';
import { ADMIN, openOffice, type RunningOffice } from '../server/office.ts';

const SESSION = '/api/v1/session';
const machine = (number: number) => `127.0.0.${number}`;

/** More than the server checks and keeps waiting at a time. */
const AT_ONCE = 24;

/** Signs in from these addresses with made-up names, many at a time, until it is stopped. */
function flood(office: RunningOffice, addresses: readonly string[]) {
  let stopped = false;
  let names = 0;
  const guess = async (from: string): Promise<void> => {
    while (!stopped) {
      names += 1;
      await sendFrom(from, office, SESSION, { username: `name-${names}`, password: 'guess' });
    }
  };
  const guesses = Array.from({ length: AT_ONCE }, (_, index) => guess(addresses[index % addresses.length] ?? ''));
  return async (): Promise<void> => {
    stopped = true;
    await Promise.all(guesses);
  };
}

describe('a flood of sign-ins with made-up names', { timeout: 60_000 }, () => {
  it.each([
    ['one address', [10]],
    ['ten addresses of the same network', [10, 11, 12, 13, 14, 15, 16, 17, 18, 19]],
  ])('from %s never refuses the right password of a supervisor elsewhere', async (_, machines) => {
    const office = await openOffice();
    const stop = flood(office, machines.map(machine));
    const statuses: number[] = [];
    for (let count = 0; count < 25; count += 1)
      statuses.push((await sendFrom(machine(50), office, SESSION, ADMIN)).status);
    await stop();
    expect(statuses).toEqual(Array(25).fill(200));
  });

  it('from the address of a supervisor does not refuse a browser in which this person has signed in before', async () => {
    const office = await openOffice();
    const { cookies } = await sendFrom(machine(10), office, SESSION, ADMIN);
    const cookie = cookies.map((each) => each.split(';')[0]).join('; ');
    const stop = flood(office, [machine(10)]);
    const statuses: number[] = [];
    for (let count = 0; count < 25; count += 1)
      statuses.push((await sendFrom(machine(10), office, SESSION, ADMIN, { cookie })).status);
    await stop();
    expect(statuses).toEqual(Array(25).fill(200));
  });

  it('has few guesses checked, from one address and from a whole network', async () => {
    const office = await openOffice();
    const guess = async (from: string, name: string) =>
      (await sendFrom(from, office, SESSION, { username: name, password: 'guess' })).status;
    const checked: number[] = [];
    for (let network = 0; network < 2; network += 1) {
      const machines = network === 0 ? [20] : [21, 22, 23, 24, 25, 26, 27, 28, 29, 30];
      const statuses = await Promise.all(
        machines.map(async (number) => {
          const all: number[] = [];
          for (let count = 0; count < 100 / machines.length; count += 1)
            all.push(await guess(`127.0.${network}.${number}`, `name-${number}-${count}`));
          return all;
        }),
      );
      checked.push(statuses.flat().filter((status) => status === 401).length);
    }
    // Some tries come back while the test runs.
    expect(checked[0]).toBeLessThan(30);
    expect(checked[1]).toBeLessThan(100);
  });
});

describe('unpaired screens of ten addresses that show as many codes as they can', () => {
  it('do not keep a real TV from its code', async () => {
    const office = await openOffice();
    const screens = Array.from({ length: 50 }, (_, index) =>
      office.screen('display', socketFrom(machine(10 + (index % 10)))),
    );
    for (const screen of screens) await screen.until(() => screen.codes[0]);
    const television = office.screen('display', socketFrom(machine(60)));
    expect(await television.until(() => television.codes[0] ?? television.disconnects[0])).toMatch(/^\d{6}$/);
    const admin = await office.desk(ADMIN);
    const { view } = await admin.view(({ supervisor }) => supervisor !== null);
    expect(view.supervisor?.pairing.map(({ address }) => address)).toContain(machine(60));
  });
});
