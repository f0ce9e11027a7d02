import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../server/log.ts';
import { ClipLibrary, SHIPPED_CLIPS } from '../../server/voice/clip-library.ts';
import { type Call, OfficeVoice } from '../../server/voice/voice.ts';
import { readWav, SAMPLE_RATE, writeWav } from '../../server/voice/wav.ts';
import { LANGUAGES } from '../../shared/language.ts';
import type { Voice } from '../../shared/office/office.ts';
import { clipsOf } from '../../shared/spoken/call.ts';
import { HELP_STEPS, helpPhrases, type SpokenHelp } from '../../shared/spoken/help.ts';
import { temporaryFolder } from '../folder.ts';
import { communeOffice } from '../office.ts';
import { FIRST_VOICE } from '../setup/office/old-offices.ts';

const CALL: Call = { number: 'A012', counterNumber: 3, language: 'vi', recall: false };
/** One sample in a second of silence, louder than any of the shipped clips, by which a recording is recognized in the joined sound. */
const MARK = 32_767;
const recording = () => {
  const samples = Buffer.alloc(SAMPLE_RATE * 2);
  samples.writeInt16LE(MARK, 1000);
  return writeWav(samples);
};

async function openVoice(changed: Partial<Voice> = {}, shipped = SHIPPED_CLIPS) {
  const folder = await temporaryFolder();
  const logged: LogEntry[] = [];
  const office: Voice = { ...FIRST_VOICE, ...changed };
  const voice = new OfficeVoice(
    new ClipLibrary(shipped, folder),
    folder,
    () => ({ ...communeOffice, voice: office }),
    (entry) => void logged.push(entry),
  );
  const record = async (clip: string, content: Buffer | string = recording()): Promise<void> => {
    await mkdir(join(folder, clip, '..'), { recursive: true });
    await writeFile(join(folder, clip), content);
  };
  const listed = async (language: string) =>
    (await voice.view()).languages.find((each) => each.language === language)?.clips ?? [];
  return { voice, folder, logged, record, listed };
}

async function samplesOf(voice: OfficeVoice, call: Partial<Call> = {}): Promise<Buffer> {
  const spoken = await voice.speak({ ...CALL, ...call });
  if (!spoken.ok) throw new Error(spoken.rejection.code);
  const samples = readWav(spoken.value);
  if (!Buffer.isBuffer(samples)) throw new Error(samples);
  return samples;
}

const seconds = (samples: Buffer) => samples.length / 2 / SAMPLE_RATE;
const isMarked = (samples: Buffer) =>
  Array.from({ length: samples.length / 2 }, (_, index) => samples.readInt16LE(index * 2)).includes(MARK);

describe('a spoken call', () => {
  it.each(['vi', 'en'])(
    'takes a few seconds in %s and exists for every letter, number and counter',
    async (language) => {
      const { voice, logged } = await openVoice({ style: 'whole' });
      for (const [index, letter] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].entries()) {
        const number = `${letter}${String(index * 38).padStart(3, '0')}`;
        const length = seconds(await samplesOf(voice, { language, number, counterNumber: index * 3 + 1 }));
        expect(length).toBeGreaterThan(2.5);
        expect(length).toBeLessThan(10);
      }
      expect(logged).toEqual([]);
    },
  );

  it('is longer for a recall', async () => {
    const { voice } = await openVoice();
    const once = seconds(await samplesOf(voice));
    expect(seconds(await samplesOf(voice, { recall: true })) - once).toBeGreaterThan(0.7);
  });

  it('pauses 200 ms after the letter, 120 ms between digits and 450 ms before the counter', async () => {
    const { voice, record } = await openVoice();
    for (const id of ['please-come', 'letter-a', 'digit-0', 'digit-1', 'digit-2', 'digit-3', 'to-counter'])
      await record(`vi/${id}.wav`);
    const samples = await samplesOf(voice);
    const marks = Array.from({ length: samples.length / 2 }, (_, index) => index).filter(
      (index) => samples.readInt16LE(index * 2) === MARK,
    );
    // Each recording takes one second.
    const pauses = marks.slice(1).map((mark, index) => ((mark - (marks[index] ?? 0)) / SAMPLE_RATE - 1) * 1000);
    expect(pauses.map(Math.round)).toEqual([20, 200, 120, 120, 450, 20]);
  });

  it('has other shipped clips in the dialect of the south, and says hai mươi bốn there', async () => {
    const south = await openVoice({ dialect: 'south' });
    const north = await openVoice({ dialect: 'north' });
    expect(await samplesOf(south.voice)).not.toEqual(await samplesOf(north.voice));
    expect(await samplesOf(south.voice, { language: 'en' })).toEqual(await samplesOf(north.voice, { language: 'en' }));
    for (const { record } of [south, north]) await record('vi/digit-4.wav');
    expect(isMarked(await samplesOf(south.voice, { counterNumber: 24 }))).toBe(true);
    expect(isMarked(await samplesOf(north.voice, { counterNumber: 24 }))).toBe(false);
  });

  it('follows the style and the dialect of the office', async () => {
    const digits = await openVoice({ style: 'digits' });
    const whole = await openVoice({ style: 'whole', dialect: 'north' });
    const south = await openVoice({ style: 'whole', dialect: 'south' });
    for (const { record } of [digits, whole, south]) await record('vi/zero-tens-south.wav');
    const call = { number: 'A105' };
    expect(isMarked(await samplesOf(digits.voice, call))).toBe(false);
    expect(isMarked(await samplesOf(whole.voice, call))).toBe(false);
    expect(isMarked(await samplesOf(south.voice, call))).toBe(true);
  });
});

describe('recordings of the office', () => {
  it('replace the shipped clips one by one, as soon as they exist', async () => {
    const { voice, record, listed } = await openVoice();
    expect(isMarked(await samplesOf(voice))).toBe(false);
    await record('vi/digit-1.wav');
    expect(isMarked(await samplesOf(voice))).toBe(true);
    expect(isMarked(await samplesOf(voice, { number: 'A022' }))).toBe(false);
    const sources = new Map((await listed('vi')).map(({ id, source }) => [id, source]));
    expect(sources.get('digit-1')).toBe('own');
    expect(sources.get('digit-2')).toBe('shipped');
  });

  it.each([
    ['is a text', 'Đây là văn bản', 'no-wav', 'không phải tệp WAV'],
    ['is in stereo', stereo(), 'other-format', 'phải là WAV 16 bit, mono, 24 kHz'],
    ['is a song', writeWav(Buffer.alloc(SAMPLE_RATE * 2 * 60)), 'too-long', 'dài hơn 10 giây'],
  ])(
    'are ignored when one %s: the shipped clip is used, and log and desk name the problem once',
    async (_, content, problem, words) => {
      const { voice, record, listed, logged } = await openVoice();
      await record('vi/digit-1.wav', content);
      expect(isMarked(await samplesOf(voice))).toBe(false);
      await samplesOf(voice);
      expect(logged.map(({ text }) => text.vi)).toEqual([expect.stringContaining(`voice/vi/digit-1.wav: ${words}`)]);
      expect((await listed('vi')).find(({ id }) => id === 'digit-1')).toMatchObject({ source: 'shipped', problem });
    },
  );

  it('are ignored when a folder has the name of a clip', async () => {
    const { voice, folder, listed } = await openVoice();
    await mkdir(join(folder, 'vi/digit-1.wav'), { recursive: true });
    await samplesOf(voice);
    expect((await listed('vi')).find(({ id }) => id === 'digit-1')).toMatchObject({ problem: 'unreadable' });
  });

  it('cause a limited number of log entries when many unknown languages are requested', async () => {
    const { voice, logged } = await openVoice();
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    for (const language of letters.flatMap((first) => letters.map((second) => `x${first}${second}`))) {
      expect(await voice.speak({ ...CALL, language })).toMatchObject({ ok: false });
    }
    expect(logged).toHaveLength(500);
  });

  it('add a regional language, which is spoken once all its clips exist', async () => {
    const { voice, record, listed, logged } = await openVoice({ style: 'whole', languages: ['vi', 'km'] });
    const needed = Object.keys(clipsOf('km'));
    for (const id of needed.slice(1)) await record(`km/${id}.wav`);
    expect((await listed('km')).filter(({ source }) => source === null).map(({ id }) => id)).toEqual([needed[0]]);
    const refused = await voice.speak({ ...CALL, language: 'km', recall: true });
    expect(refused).toEqual({ ok: false, rejection: { code: 'ClipMissing', clip: `km/${needed[0]}.wav` } });
    expect(logged.map(({ text }) => text.vi)).toEqual([expect.stringContaining('Thiếu đoạn ghi âm km/recall.wav')]);
    await record(`km/${needed[0]}.wav`);
    expect(seconds(await samplesOf(voice, { language: 'km', recall: true }))).toBeGreaterThan(5);
  });

  it('are listed for each folder whose name is a language code, and for no other folder', async () => {
    const { voice, record } = await openVoice({ languages: ['vi', 'tay'] });
    await record('km/digit-1.wav');
    await record('..hidden/digit-1.wav');
    await record('Bản cũ/digit-1.wav');
    expect((await voice.view()).languages.map(({ language }) => language)).toEqual(['vi', 'en', 'tay', 'km']);
  });
});

it('refuses a call when a shipped clip is missing, and names the clip', async () => {
  const { voice } = await openVoice({}, join(tmpdir(), 'den-luot-no-such-folder'));
  expect(await voice.speak(CALL)).toEqual({
    ok: false,
    rejection: { code: 'ClipMissing', clip: 'vi/please-come.wav' },
  });
});

function stereo(): Buffer {
  const file = recording();
  file.writeUInt16LE(2, 22);
  return file;
}

/** Services `id-a`, `id-b` … */
const officeOf = (letters: string) => ({
  services: [...letters].map((letter) => ({
    id: `id-${letter.toLowerCase()}`,
    letter,
    appointments: null,
    informationDesk: false,
  })),
  ticketClasses: [],
  voice: { dialect: 'north' } as const,
  rating: { order: 'worst-first' } as const,
});

describe('spoken help', () => {
  const help = async (voice: OfficeVoice, request: Partial<SpokenHelp>): Promise<Buffer> => {
    const spoken = await voice.help({ step: 'services', language: 'vi', ...request });
    if (!spoken.ok) throw new Error(spoken.rejection.code);
    // Not by readWav, which refuses files longer than one recording may be.
    return spoken.value.subarray(44);
  };

  it.each(LANGUAGES)('exists for every step in %s', async (language) => {
    const { voice, logged } = await openVoice();
    for (const step of HELP_STEPS) {
      expect(seconds(await help(voice, { step, language, number: 'A012' })), step).toBeGreaterThan(2);
    }
    expect(logged).toEqual([]);
  });

  it('contains the name of a service once the office has recorded it', async () => {
    const { voice, record } = await openVoice();
    expect(isMarked(await help(voice, {}))).toBe(false);
    await record('vi/service-land.wav');
    expect(isMarked(await help(voice, {}))).toBe(true);
  });

  it('spells the letter of a service whose name is not recorded, so that every key is explained', async () => {
    const spoken = (letters: string) => helpPhrases({ step: 'services', language: 'vi' }, officeOf(letters)).slice(1);
    expect(spoken('AB').map(({ otherwise }) => otherwise)).toEqual([
      ['press-key', 'digit-1', 'service', 'letter-a'],
      ['press-key', 'digit-2', 'service', 'letter-b'],
    ]);
    expect(spoken('A').map(({ clips }) => clips)).toEqual([['press-key', 'digit-1', 'service-id-a']]);
  });

  it('says after the name of a service how many wait, or why it gives no ticket', () => {
    const office = officeOf('ABCDE');
    const calm = { availability: 'available', waiting: 0, openCounters: 1 } as const;
    const states = [
      { ...calm, id: 'id-a', waiting: 12 },
      { ...calm, id: 'id-b' },
      { ...calm, id: 'id-c', openCounters: 0, waiting: 2 },
      { ...calm, id: 'id-d', availability: 'limit-reached' as const, waiting: 3 },
      { ...calm, id: 'id-e', availability: 'not-served' as const, openCounters: 0 },
    ];
    const spoken = helpPhrases({ step: 'services', language: 'en' }, { ...office, states }).slice(1);
    expect(spoken.map(({ clips }) => clips.slice(3).join(' '))).toEqual([
      'number-12 people-waiting',
      'digit-0 people-waiting',
      'state-no-clerk digit-2 people-waiting',
      'state-limit-reached',
      'state-not-served',
    ]);
    expect(spoken[3]?.otherwise).toEqual(['press-key', 'digit-4', 'service', 'letter-d', 'state-limit-reached']);
    const focused = helpPhrases({ step: 'services', language: 'en', focus: 'choice-4' }, { ...office, states });
    expect(focused[0]?.clips.at(-1)).toBe('state-not-served');
  });

  it('gives the information desk the last key, as on the screen, and asks its question', () => {
    const office = officeOf('ABC');
    const services = office.services.map((service) => ({
      ...service,
      appointments: { slotMinutes: 30, perSlot: 2 },
      informationDesk: service.letter === 'B',
    }));
    const spoken = helpPhrases({ step: 'services', language: 'vi' }, { ...office, services }).slice(1);
    expect(spoken.map(({ clips }) => clips)).toEqual([
      ['press-key', 'digit-1', 'service-id-a'],
      ['press-key', 'digit-2', 'service-id-c'],
      ['press-key', 'digit-3', 'choice-appointment'],
      ['press-key', 'digit-4', 'choice-not-sure'],
    ]);
  });

  it('explains which key is which letter before a number is typed, unless the office has only one letter', () => {
    const spoken = (letters: string) => helpPhrases({ step: 'number', language: 'vi' }, officeOf(letters));
    expect(spoken('AD').map(({ clips }) => clips)).toEqual([
      ['help-number'],
      ['press-key', 'digit-1', 'letter-a'],
      ['press-key', 'digit-2', 'letter-d'],
    ]);
    expect(spoken('A')).toHaveLength(1);
  });

  it('gives each of many choices a key: after nine, the dot gives the keys to the next nine', () => {
    const office = officeOf('ABCDEFGHIJK');
    const clips = (group: number) =>
      helpPhrases({ step: 'services', language: 'vi', group, appointments: true }, office).map(
        (phrase) => phrase.clips,
      );
    expect(clips(0)).toHaveLength(11);
    expect(clips(0).slice(-2)).toEqual([
      ['press-key', 'digit-9', 'service-id-i'],
      ['press-key', 'key-dot', 'button-more'],
    ]);
    expect(clips(1)).toEqual([
      ['press-key', 'digit-1', 'service-id-j'],
      ['press-key', 'digit-2', 'service-id-k'],
      ['press-key', 'digit-3', 'choice-appointment'],
      ['press-key', 'key-dot', 'button-more'],
    ]);
  });

  it('names the key of several dossiers, unless the visitor has an appointment', () => {
    const last = (step: 'class' | 'class-booked') =>
      helpPhrases({ step, language: 'vi' }, officeOf('A')).at(-1)?.clips.join(' ');
    expect(last('class')).toBe('press-key digit-9 choice-for-others');
    expect(last('class-booked')).toBe('help-class');
  });

  it('names the appointments that the page offers, also when no service can be booked any more', () => {
    const spoken = (appointments?: boolean) =>
      helpPhrases({ step: 'services', language: 'vi', appointments }, officeOf('A')).at(-1)?.clips;
    expect(spoken()).toEqual(['press-key', 'digit-1', 'service-id-a']);
    expect(spoken(true)).toEqual(['press-key', 'digit-2', 'choice-appointment']);
  });

  it('reads the visits of the rating pad with their keys', () => {
    const visits = { step: 'visits', language: 'vi', visits: ['A012', 'B007'] } as const;
    expect(helpPhrases(visits, officeOf('AB')).map(({ clips }) => clips)).toEqual([
      ['help-visits'],
      ['press-key', 'digit-1', 'choice-type-number'],
      ['press-key', 'digit-2', 'choice-without-number'],
      ['press-key', 'digit-3', 'letter-a', 'digit-0', 'digit-1', 'digit-2'],
      ['press-key', 'digit-4', 'letter-b', 'digit-0', 'digit-0', 'digit-7'],
    ]);
  });

  it('reads the reasons of a low vote, then the visits and the way to another number', () => {
    const help = { step: 'reason', language: 'vi', visits: ['A012'] } as const;
    const clips = helpPhrases(help, officeOf('AB')).map((phrase) => phrase.clips);
    expect(clips.slice(6)).toEqual([
      ['press-key', 'digit-6', 'choice-other'],
      ['press-key', 'digit-7', 'letter-a', 'digit-0', 'digit-1', 'digit-2'],
      ['press-key', 'digit-8', 'choice-type-number'],
    ]);
  });

  it.each([
    ['worst-first', 'choice-level-1'],
    ['best-first', 'choice-level-5'],
  ] as const)('reads the faces in the order in which they stand, %s', (order, first) => {
    const phrases = helpPhrases({ step: 'level-5', language: 'vi' }, { ...officeOf('AB'), rating: { order } });
    expect(phrases[1]?.clips).toEqual(['press-key', 'digit-1', first]);
  });

  it.each([
    ['reason', 'Enter', 'button-done'],
    ['reason', '-', 'button-again'],
    ['services', 'choice-1', 'press-key digit-2 service-id-b'],
    ['class', '-', 'button-back'],
    ['result', '-', 'button-done'],
    ['code', 'digit-7', 'digit-7'],
    ['number', 'letter-b', 'letter-b'],
    ['services', 'Plus', 'help-aids'],
    ['services', 'language-en', 'language-en'],
    ['still-there', '1', 'button-go-on'],
  ] as const)('at the step %s says of the button %s only what it does', (step, focus, clips) => {
    const phrases = helpPhrases({ step, focus, language: 'vi', number: 'A012' }, officeOf('AB'));
    expect(phrases.map((phrase) => phrase.clips.join(' '))).toEqual([clips]);
  });

  it('names the counter to a called visitor, as a whole number', () => {
    const called = { step: 'found-called', language: 'vi', number: 'A012', counter: 21 } as const;
    expect(helpPhrases(called, officeOf('A')).map(({ clips }) => clips)).toEqual([
      ['help-your-number', 'letter-a', 'digit-0', 'digit-1', 'digit-2'],
      ['help-found-called'],
      ['to-counter', 'digit-2', 'tens', 'one-after-tens'],
    ]);
  });

  it('is listed with the names of services, which only the office can record', async () => {
    const { voice, record } = await openVoice();
    await record('vi/service-land.wav');
    const { languages } = await voice.view();
    const names = languages.find(({ language }) => language === 'vi')?.clips.filter(({ id }) => /^service-/.test(id));
    expect(names?.map(({ id, source }) => [id, source])).toContainEqual(['service-land', 'own']);
    expect(names?.filter(({ source }) => source === 'spelled')).toHaveLength(4);
  });

  it('reads the number digit by digit before it says where the paper is', async () => {
    const { voice } = await openVoice();
    const plain = seconds(await help(voice, { step: 'result' }));
    expect(seconds(await help(voice, { step: 'result', number: 'A012' }))).toBeGreaterThan(plain + 2);
  });

  it('is refused with the name of the missing clip', async () => {
    const { voice } = await openVoice({}, join(tmpdir(), 'no-clips-here'));
    const spoken = await voice.help({ step: 'thanks', language: 'en' });
    expect(spoken).toMatchObject({ ok: false, rejection: { code: 'ClipMissing', clip: 'en/help-thanks.wav' } });
  });
});
