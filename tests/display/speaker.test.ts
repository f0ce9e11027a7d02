import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSpeaker, LATE, LOAD } from '../../display/lobby/speaker.ts';

/** An audio element as in a browser: it reports by events, and `play` may reject. */
class FakeAudio extends EventTarget {
  src = '';
  duration = 5;
  paused = 0;
  plays = 0;
  refusal: Error | null = null;

  play(): Promise<void> {
    this.plays += 1;
    return this.refusal ? Promise.reject(this.refusal) : Promise.resolve();
  }

  pause(): void {
    this.paused += 1;
  }

  emit(event: string): void {
    this.dispatchEvent(new Event(event));
  }
}

let audio: FakeAudio;
let over: string[];
const open = () => createSpeaker(audio as unknown as HTMLAudioElement);
const speak = (speaker: ReturnType<typeof open>, address: string) =>
  void speaker.speak(address).then(() => over.push(address));
const pass = (time: number) => vi.advanceTimersByTimeAsync(time);

beforeEach(() => {
  vi.useFakeTimers();
  audio = new FakeAudio();
  over = [];
});
afterEach(() => vi.useRealTimers());

describe('the speaker', () => {
  it('plays an address and resolves when the sound has ended', async () => {
    speak(open(), '/one');
    expect(audio).toMatchObject({ src: '/one', plays: 1 });
    audio.emit('playing');
    await pass(5000);
    expect(over).toEqual([]);
    audio.emit('ended');
    await pass(0);
    expect(over).toEqual(['/one']);
  });

  it('gives up a sound that does not load', async () => {
    speak(open(), '/one');
    await pass(LOAD - 1);
    expect(over).toEqual([]);
    await pass(1);
    expect(over).toEqual(['/one']);
    expect(audio.paused).toBe(1);
  });

  it('gives up a sound that never ends, some time after its length', async () => {
    speak(open(), '/one');
    await pass(2000);
    audio.emit('playing');
    await pass(5000 + LATE - 1);
    expect(over).toEqual([]);
    await pass(1);
    expect(over).toEqual(['/one']);
  });

  it('gives up a sound of unknown length after a fixed time', async () => {
    audio.duration = Number.NaN;
    speak(open(), '/one');
    audio.emit('playing');
    await pass(5000);
    expect(over).toEqual([]);
    await pass(60_000);
    expect(over).toEqual(['/one']);
  });

  it('resolves at once when the sound is missing or broken, and does not count as blocked', async () => {
    const speaker = open();
    audio.refusal = new DOMException('no source', 'NotSupportedError');
    speak(speaker, '/one');
    audio.emit('error');
    await pass(0);
    expect(over).toEqual(['/one']);
    expect(speaker.blocked.value).toBe(false);
  });

  it('counts as blocked until a gesture or until a sound plays', async () => {
    const speaker = open();
    audio.refusal = new DOMException('press a key first', 'NotAllowedError');
    speak(speaker, '/one');
    await pass(0);
    expect(over).toEqual(['/one']);
    expect(speaker.blocked.value).toBe(true);
    speaker.unlock();
    expect(speaker.blocked.value).toBe(false);
    audio.refusal = null;
    speak(speaker, '/two');
    audio.emit('playing');
    expect(speaker.blocked.value).toBe(false);
  });

  it('lets the next sound play when an abandoned one fails late', async () => {
    const speaker = open();
    const refusals: ((reason: Error) => void)[] = [];
    audio.play = () =>
      new Promise((_resolve, reject) => {
        refusals.push(reject);
      });
    speak(speaker, '/one');
    await pass(LOAD);
    speak(speaker, '/two');
    const { paused } = audio;
    refusals[0]?.(new DOMException('stopped', 'AbortError'));
    await pass(0);
    expect(audio.paused).toBe(paused);
    expect(over).toEqual(['/one']);
  });

  it('works in a browser whose play() returns nothing', async () => {
    audio.play = () => undefined as unknown as Promise<void>;
    speak(open(), '/one');
    await pass(0);
    expect(over).toEqual([]);
    audio.emit('ended');
    await pass(0);
    expect(over).toEqual(['/one']);
  });
});
