import { describe, expect, it } from 'vitest';
import { placeAt, STEP } from '../../display/parts/burn-in-shift.tsx';
import { DARK_AFTER, LIGHT_BEFORE, LOST_FOR_LONG, stageOf } from '../../display/parts/stage.ts';
import { call, hallView } from './views.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const MORNING = Date.parse('2026-11-24T00:30:00Z');
const open = hallView();
const closed = hallView({ opening: { state: 'closed', opensAt: MORNING } });

const at = (fields: Partial<Parameters<typeof stageOf>[0]>) =>
  stageOf({ view: open, lostSince: null, closedSince: null, now: NOW, ...fields });

describe('a screen of the hall', () => {
  it('shows its page during a short loss of the connection', () => {
    expect(at({})).toBe('hall');
    expect(at({ lostSince: NOW - LOST_FOR_LONG + 1 })).toBe('hall');
    expect(at({ lostSince: NOW - LOST_FOR_LONG })).toBe('lost');
  });

  it('goes dark half an hour after closing, unless a visitor is still served', () => {
    expect(at({ view: closed, closedSince: NOW - DARK_AFTER + 1 })).toBe('hall');
    expect(at({ view: closed, closedSince: NOW - DARK_AFTER })).toBe('night');
    expect(at({ view: { ...closed, calls: [call('A012', 1)] }, closedSince: NOW - DARK_AFTER })).toBe('hall');
  });

  it('shows its page again before the office opens', () => {
    const night = { view: closed, closedSince: NOW };
    expect(at({ ...night, now: MORNING - LIGHT_BEFORE - 1 })).toBe('night');
    expect(at({ ...night, now: MORNING - LIGHT_BEFORE })).toBe('hall');
  });

  it('stays dark when the connection is lost at night', () => {
    expect(at({ view: closed, closedSince: NOW - DARK_AFTER, lostSince: NOW - DARK_AFTER })).toBe('night');
  });

  it('stays dark when it is unknown when the office opens', () => {
    const view = hallView({ opening: { state: 'closed', opensAt: null } });
    expect(at({ view, closedSince: NOW - DARK_AFTER })).toBe('night');
  });
});

describe('the shift against burn-in', () => {
  it('moves a little every few minutes and returns to its first place', () => {
    const places = Array.from({ length: 9 }, (_, step) => placeAt(step * STEP));
    expect(new Set(places).size).toBe(8);
    expect(places[8]).toBe(places[0]);
    expect(placeAt(STEP - 1)).toBe(placeAt(0));
  });
});
