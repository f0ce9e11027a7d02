import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createNoticeSpeech, SPOKEN_AGAIN_AFTER } from '../../display/lobby/notice-speech.ts';
import type { BoardNotice } from '../../shared/protocol/views/notices.ts';

const notice: BoardNotice = { id: 'a', kind: 'text', seconds: 12, text: { vi: 'Nghỉ lễ', en: 'Holiday' } };
const spoken: string[] = [];
const stopped = vi.fn();

/** The part of the browser's speech that is used. */
function voices(...languages: string[]): SpeechSynthesis {
  const known = languages.map((lang) => ({ lang }));
  const speak = ({ text }: { text: string }) => spoken.push(text);
  return { getVoices: () => known, speak, cancel: stopped } as unknown as SpeechSynthesis;
}

beforeEach(() => {
  spoken.length = 0;
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

it('reads a notice in each language that the browser speaks, and not again within ten minutes', () => {
  const speech = createNoticeSpeech(voices('vi-VN', 'fr-FR'));
  speech.read(notice, 0);
  speech.read(notice, SPOKEN_AGAIN_AFTER - 1);
  expect(spoken).toEqual(['Nghỉ lễ']);
  speech.read(notice, SPOKEN_AGAIN_AFTER);
  expect(spoken).toHaveLength(2);
});

it('stops the voice for a call, and reads nothing without a voice', () => {
  createNoticeSpeech(voices('fr-FR')).read(notice, 0);
  createNoticeSpeech(null).read(notice, 0);
  createNoticeSpeech(null).stop();
  expect(spoken).toEqual([]);
  createNoticeSpeech(voices('vi-VN')).stop();
  expect(stopped).toHaveBeenCalledOnce();
});
