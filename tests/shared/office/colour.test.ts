import { describe, expect, it } from 'vitest';
import { ACCENT_GROUND, contrast, ON_ACCENT, readableAccent } from '../../../shared/office/colour.ts';
import { FIRST_LOOK } from '../../../shared/office/office.ts';

describe('the accent of an office', () => {
  it('has the contrast that WCAG defines', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#f5b700', '#f5b700')).toBe(1);
  });

  it('does not change when it is readable', () => {
    for (const accent of [FIRST_LOOK.accent, '#ffffff', '#7fe0a8', '#ff9a8a'])
      expect(readableAccent(accent)).toBe(accent);
  });

  it.each(['#000000', '#062f50', '#b3261e', '#da251d', '#14713f', '#0000ff'])(
    '%s is made lighter until it is readable',
    (wanted) => {
      const accent = readableAccent(wanted);
      expect(contrast(accent, ACCENT_GROUND)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(accent, ON_ACCENT)).toBeGreaterThanOrEqual(4.5);
      expect(accent).not.toBe('#ffffff');
    },
  );
});
