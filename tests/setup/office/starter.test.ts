import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { advice } from '../../../server/setup/office/advice.ts';
import { officeSchema } from '../../../server/setup/office/schema.ts';
import { starterOffice } from '../../../server/setup/office/starter.ts';
import { started } from '../started.ts';

describe('the starter office', () => {
  it('is the office of a data folder after its first start', async () => {
    const { setup } = await started();
    expect(setup.office).toEqual(starterOffice);
  });

  it('is accepted by the schema of office.json', () => {
    expect(v.parse(officeSchema, starterOffice)).toEqual(starterOffice);
  });

  it('has seven services and four counters that cover them all, open at any hour', () => {
    expect(starterOffice.services.map(({ letter }) => letter).join('')).toBe('ABHKLMX');
    expect(new Set(starterOffice.counters.flatMap(({ services }) => services)).size).toBe(7);
    expect(starterOffice.counters).toHaveLength(4);
    expect(new Set(Object.values(starterOffice.hours).map((day) => JSON.stringify(day)))).toEqual(
      new Set(['[{"from":"00:00","to":"24:00"}]']),
    );
  });

  it('holds every text in composed letters', () => {
    const text = JSON.stringify(starterOffice);
    expect(text.normalize('NFC')).toBe(text);
  });

  it('needs no advice', () => {
    expect(advice(starterOffice)).toEqual([]);
  });
});
