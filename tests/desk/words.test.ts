import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { desk as english } from '../../shared/words/en/desk.ts';
import { desk as vietnamese } from '../../shared/words/vi/desk.ts';

describe('the reason of a pause', () => {
  // Modules of a page read the language from the browser when they are loaded.
  beforeAll(() => {
    vi.stubGlobal('location', { search: '?lang=en' });
    vi.stubGlobal('localStorage', { getItem: () => null });
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });

  it('is shown in the language of this desk when it is one of the usual reasons, in whichever language it was chosen', async () => {
    const { pauseReasonWords } = await import('../../desk/parts/words.ts');
    const [ours, theirs] = [english.dialogs.pauseReasons, vietnamese.dialogs.pauseReasons];
    expect(theirs).toHaveLength(ours.length);
    expect([...theirs, ...ours].map(pauseReasonWords)).toEqual([...ours, ...ours]);
  });

  it('is shown as written when it is the clerk’s own', async () => {
    const { pauseReasonWords } = await import('../../desk/parts/words.ts');
    expect(pauseReasonWords('Đón con')).toBe('Đón con');
  });
});
