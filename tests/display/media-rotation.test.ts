import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  createMediaRotation,
  HALL_SECONDS,
  PATIENCE_SECONDS,
  RETRY_SECONDS,
} from '../../display/lobby/media-rotation.ts';
import type { BoardNotice } from '../../shared/protocol/views/notices.ts';

const text = { vi: 'Lễ hội', en: 'Festival' };
const picture = (id: string): BoardNotice => ({ id, kind: 'picture', text, seconds: 8, src: `/notices/${id}.png` });
const video = (id: string): BoardNotice => ({ id, kind: 'video', text, seconds: 60, src: `/notices/${id}.mp4` });
const words: BoardNotice = { id: 'words', kind: 'text', text, seconds: 12 };

function open(...list: BoardNotice[]) {
  const notices = signal<readonly BoardNotice[]>(list);
  const busy = signal(false);
  const rotation = createMediaRotation(notices, busy);
  onTestFinished(rotation.stop);
  return { notices, busy, rotation, now: () => rotation.current.value?.id ?? 'hall' };
}
const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('pictures and videos between calls', () => {
  it('are shown in turn with the panel of the call, each for its seconds, without texts', () => {
    const { rotation, now } = open(words, picture('a'), picture('b'));
    expect(now()).toBe('hall');
    pass(HALL_SECONDS);
    expect([now(), rotation.ready.value]).toEqual(['a', false]);
    rotation.moved();
    expect(rotation.ready.value).toBe(true);
    pass(8);
    expect(now()).toBe('b');
    rotation.moved();
    pass(8);
    expect(now()).toBe('hall');
  });

  it('wait while a visitor is called, and keep the rest of their time', () => {
    const { rotation, now, busy } = open(picture('a'));
    pass(HALL_SECONDS);
    rotation.moved();
    pass(5);
    busy.value = true;
    pass(100);
    expect(now()).toBe('a');
    busy.value = false;
    pass(2);
    expect(now()).toBe('a');
    pass(1);
    expect(now()).toBe('hall');
  });

  it('are skipped when they cannot be shown, and tried again later', () => {
    const { rotation, now } = open(picture('broken'), video('film'));
    pass(HALL_SECONDS);
    rotation.failed();
    expect(now()).toBe('film');
    rotation.moved();
    rotation.ended();
    expect(now()).toBe('hall');
    pass(HALL_SECONDS);
    expect(now()).toBe('film');
    rotation.ended();
    pass(RETRY_SECONDS - HALL_SECONDS);
    for (let second = 0; second <= HALL_SECONDS * 2 && now() !== 'broken'; second += 1) pass(1);
    expect(now()).toBe('broken');
  });

  it('are skipped when they do not load, and the panel of the call stays', () => {
    const { rotation, now } = open(picture('missing'));
    pass(HALL_SECONDS);
    expect([now(), rotation.ready.value]).toEqual(['missing', false]);
    pass(PATIENCE_SECONDS + 1);
    expect(now()).toBe('hall');
    pass(HALL_SECONDS * 3);
    expect(now()).toBe('hall');
  });

  it('are skipped when a video stops, but not while it moves', () => {
    const { rotation, now } = open(video('film'));
    pass(HALL_SECONDS);
    for (let second = 0; second < 30; second += 1) {
      rotation.moved();
      pass(1);
    }
    expect(now()).toBe('film');
    pass(PATIENCE_SECONDS + 1);
    expect(now()).toBe('hall');
  });

  it('disappear when their hours are over', () => {
    const { rotation, now, notices } = open(picture('a'));
    pass(HALL_SECONDS);
    rotation.moved();
    notices.value = [words];
    expect(now()).toBe('hall');
  });
});
