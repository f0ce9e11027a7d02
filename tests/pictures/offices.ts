/** The offices of the pictures. */
import { starterOffice } from '../../server/setup/office/starter.ts';
import type { Office, Service, Session } from '../../shared/office/office.ts';
import { MINUTE } from '../../shared/time.ts';
import { StagedOffice } from '../browser/staged-office.ts';

const DAY: Session[] = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
/** The starter office is open at any hour, real offices are not. */
export const HOURS: Office['hours'] = { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY, sat: [], sun: [] };
export const MORNING = Date.parse('2026-11-23T07:30:00+07:00');
export const NOW = Date.parse('2026-11-23T09:41:20+07:00');

/** Visits at each counter before the picture, and the length of each. */
const ROUNDS = 6;
const VISIT = 6 * MINUTE;

/** Services after those of the starter office, up to twenty. */
const MORE: [letter: string, vi: string, en: string, pictogram: Service['pictogram']][] = [
  ['C', 'Nông nghiệp – Môi trường', 'Agriculture – Environment', 'sprout'],
  ['D', 'Bảo hiểm y tế', 'Health insurance', 'health'],
  ['E', 'Việc làm', 'Employment', 'work'],
  ['G', 'Tiếp công dân', 'Meeting citizens', 'talk'],
  ['N', 'Giáo dục', 'Education', 'book'],
  ['P', 'Nhà ở', 'Housing', 'home'],
  ['Q', 'Căn cước', 'Identity cards', 'card'],
  ['R', 'Cư trú', 'Residence', 'people'],
  ['S', 'Giao thông', 'Transport', 'papers'],
  ['T', 'Thuế hộ kinh doanh', 'Taxes of household businesses', 'files'],
  ['U', 'Văn hóa – Thể thao', 'Culture – Sport', null],
  ['V', 'Lý lịch tư pháp', 'Criminal records', 'result'],
  ['Y', 'Thú y', 'Animal health', null],
];

function more([letter, vi, en, pictogram]: (typeof MORE)[number]): Service {
  return {
    id: `more-${letter}`,
    letter,
    name: { vi, en },
    dailyLimit: null,
    appointments: null,
    examples: null,
    pictogram,
    informationDesk: false,
  };
}

/** An office with so many services and counters at work, each service with one to three visitors who wait. */
export async function openOffice(services: number, counters: number): Promise<StagedOffice> {
  const desk = starterOffice.services.filter(({ informationDesk }) => informationDesk);
  const plain = starterOffice.services.filter(({ informationDesk }) => !informationDesk);
  const chosen = [...[...plain, ...MORE.map(more)].slice(0, services), ...desk];
  const ids = chosen.map(({ id }) => id);
  const changes = {
    hours: HOURS,
    services: chosen,
    counters: Array.from({ length: counters }, (_, index) => ({
      id: `counter-${index + 1}`,
      number: index + 1,
      services: ids,
    })),
    rules: { ...starterOffice.rules, burst: null, ratingIntervalSeconds: 0 },
  } satisfies Partial<Office>;
  const office = await StagedOffice.open(NOW - ROUNDS * VISIT - MINUTE, changes, starterOffice, counters);
  // Without finished visits the office would know no waits.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let counter = 0; counter < counters; counter += 1) {
      await office.ticket(ids[(round * counters + counter) % ids.length] ?? '');
      for (const step of ['call-next', 'start'] as const) await office.at(counter, step);
    }
    office.passTo(office.now() + VISIT);
    for (let counter = 0; counter < counters; counter += 1) await office.at(counter, 'finish');
  }
  for (const [index, id] of ids.entries())
    for (let waits = 0; waits < 1 + (index % 3); waits += 1)
      await office.ticket(id, waits === 2 ? 'elderly' : 'regular');
  for (let counter = 0; counter < counters; counter += 1) {
    await office.at(counter, 'call-next');
    if (counter % 4 !== 3) await office.at(counter, 'start');
  }
  // Later, a TV would announce these calls one after another.
  office.passTo(office.now() + MINUTE);
  return office;
}

/** The starter office with four counters, before its first visitor. */
export function openQuietOffice(): Promise<StagedOffice> {
  return StagedOffice.open(NOW, { hours: HOURS }, starterOffice);
}
