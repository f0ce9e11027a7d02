import { expect, it, vi } from 'vitest';

// The module reads the language of the page when it is loaded.
vi.stubGlobal('location', { search: '' });
vi.stubGlobal('localStorage', { getItem: () => null });
const { waitParts } = await import('../../display/phone/wait.ts');

it('a wait of up to two hours is one large number with its unit, as on the kiosk', () => {
  const parts = waitParts({ fromMinutes: 55, toMinutes: 100 }, 'vi');
  expect(parts).toMatchObject({ amount: '55–100', unit: 'phút' });
});

it('a wait of minutes to hours is broken only behind its dash', () => {
  const { amount, unit } = waitParts({ fromMinutes: 40, toMinutes: 250 }, 'vi');
  expect(unit).toBeNull();
  expect(amount.split(' ')).toEqual(['40\u00a0phút\u00a0–', '4,5\u00a0giờ']);
});
