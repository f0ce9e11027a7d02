import { beforeAll, expect, test, vi } from 'vitest';
import type { DeskTicket } from '../../shared/protocol/views/hall.ts';

// The page reads its language from the browser when it is loaded.
beforeAll(() => {
  vi.stubGlobal('location', { search: '' });
  vi.stubGlobal('localStorage', { getItem: () => null });
});

test('a ticket of a service that set-up no longer has is named by its letter, not by an id of the files', async () => {
  const { serviceName } = await import('../../desk/counter/ticket.tsx');
  const ticket: DeskTicket = {
    id: 't',
    number: 'C007',
    serviceId: 'social',
    classId: 'regular',
    classConfirmed: true,
    dossiers: 1,
    arrivedAt: 0,
    appointmentAt: null,
  };
  expect(serviceName({ services: [] }, ticket)).toBe('Lĩnh vực đã bỏ (số C)');
  const services = [{ id: 'social', letter: 'C', name: { vi: 'Xã hội', en: 'Social' }, waiting: 1, openCounters: 1 }];
  expect(serviceName({ services }, ticket)).toBe('Xã hội');
});
