import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BETWEEN_LANGUAGES, CHIME, createPlayer, HOLD } from '../../display/lobby/player.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { announced } from './views.ts';

const LENGTH = 5_000;
let wanted: DisplayView['voice'];
let rung: number;
let heard: string[];
let over: boolean;

const player = createPlayer({
  chime: {
    ring() {
      rung += 1;
    },
  },
  speaker: {
    speak(address) {
      heard.push(address);
      return new Promise((resolve) => setTimeout(resolve, LENGTH));
    },
  },
  wanted: () => wanted,
});
const pass = (time: number) => vi.advanceTimersByTimeAsync(time);
const play = (othersWait = false, recall = false) => {
  const item = announced(1, 'A012', 3, Date.now(), recall);
  void player
    .play(item, () => othersWait)
    .then(() => {
      over = true;
    });
};
const address = (language: string, recall = 0) =>
  `/voice/call.wav?number=A012&counter=3&language=${language}&recall=${recall}`;

beforeEach(() => {
  vi.useFakeTimers();
  wanted = { languages: ['vi', 'en'], repeat: false };
  rung = 0;
  heard = [];
  over = false;
});
afterEach(() => vi.useRealTimers());

describe('the announcement of a call', () => {
  it('rings first, then speaks in one language after the other, with a pause between them', async () => {
    play();
    expect(rung).toBe(1);
    await pass(CHIME - 1);
    expect(heard).toEqual([]);
    await pass(1);
    expect(heard).toEqual([address('vi')]);
    await pass(LENGTH + BETWEEN_LANGUAGES - 1);
    expect(heard).toEqual([address('vi')]);
    await pass(1);
    expect(heard).toEqual([address('vi'), address('en')]);
    await pass(LENGTH - 1);
    expect(over).toBe(false);
    await pass(1);
    expect(over).toBe(true);
  });

  it('lasts as long as the highlight when nothing is spoken', async () => {
    wanted = { languages: [], repeat: true };
    play();
    await pass(HOLD - 1);
    expect(over).toBe(false);
    await pass(1);
    expect(over).toBe(true);
    expect(heard).toEqual([]);
  });

  it('is repeated where set-up wants it, but not while other calls wait', async () => {
    wanted = { languages: ['vi'], repeat: true };
    play();
    await pass(CHIME + LENGTH);
    expect(heard).toEqual([address('vi'), address('vi', 1)]);
    heard = [];
    play(true);
    await pass(60_000);
    expect(heard).toEqual([address('vi')]);
    expect(rung).toBe(2);
  });

  it('is marked when it is a recall', async () => {
    play(false, true);
    await pass(CHIME);
    expect(heard).toEqual([address('vi', 1)]);
  });
});
