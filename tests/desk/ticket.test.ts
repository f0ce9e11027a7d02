import { beforeAll, expect, test, vi } from 'vitest';
import type { DeskTicket } from '../../shared/protocol/views/desk.ts';

// Modules of a page read the language from the browser when they are loaded.
beforeAll(() => {
  vi.stubGlobal('location', { search: '' });
  vi.stubGlobal('localStorage', { getItem: () => null });
});

test('a ticket of a service that was removed from set-up is named by its letter, not by the id of the service', async () => {
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
  expect(serviceName({ services: [] }, ticket)).toBe('Lĩnh vực không còn (số C)');
  const services = [{ id: 'social', letter: 'C', name: { vi: 'Xã hội', en: 'Social' }, waiting: 1, openCounters: 1 }];
  expect(serviceName({ services }, ticket)).toBe('Xã hội');
});
