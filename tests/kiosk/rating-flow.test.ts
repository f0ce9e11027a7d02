import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RatingFlow } from '../../kiosk/rating/flow.ts';
import type { Vote } from '../../kiosk/rating/outbox.ts';
import { accept, type Result, refuse } from '../../shared/protocol/rejections.ts';
import type { HeldTicket } from '../../shared/protocol/views/phone.ts';

/** After the press of a face it stands alone for a moment. */
const PRESSED = 700;

function pad(levels: 3 | 5 = 5) {
  const given: Vote[] = [];
  const takenBack: string[] = [];
  const answers: ((answer: Result<null>) => void)[] = [];
  const reset = vi.fn();
  const find = vi.fn<(ticketId: string) => Promise<Result<HeldTicket>>>();
  let ids = 0;
  const outbox = {
    give: (vote: Vote) => {
      given.push(vote);
      return new Promise<Result<null>>((answer) => answers.push(answer));
    },
    takeBack: async (voteId: string) => {
      takenBack.push(voteId);
      return accept(null);
    },
  };
  const newVoteId = () => `vote-${++ids}`;
  const flow = new RatingFlow({ outbox, find, newVoteId, levels: () => levels, reset, timeFactor: () => 1 });
  const answer = async (result: Result<null>) => {
    answers.pop()?.(result);
    await vi.advanceTimersByTimeAsync(0);
  };
  const press = (level: number) => {
    flow.chooseLevel(level);
    vi.advanceTimersByTime(PRESSED);
  };
  return { flow, given, takenBack, answer, reset, find, press };
}

const vote = (change: Partial<Vote> = {}): Vote => ({
  voteId: 'vote-1',
  number: null,
  level: 5,
  reason: null,
  ...change,
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the press of a face', () => {
  it.each([1, 2, 3, 4, 5])('is the vote at once, without a number: level %i', (level) => {
    const { flow, given } = pad();
    flow.chooseLevel(level);
    expect(given).toEqual([vote({ level })]);
    expect(flow.page.value.kind).toBe('pressed');
  });

  it.each([
    [5, [1, 2, 3], [4, 5]],
    [3, [1], [2, 3]],
  ] as const)(
    'of %i levels asks for a reason where the visitor is not satisfied, and thanks otherwise',
    (levels, low, good) => {
      const after = (level: number) => {
        const { flow, press } = pad(levels);
        press(level);
        return flow.page.value.kind;
      };
      expect(low.map(after)).toEqual(low.map(() => 'reason'));
      expect(good.map(after)).toEqual(good.map(() => 'thanks'));
    },
  );

  it('counts once when a second face is pressed before the page changes', () => {
    const { flow, given } = pad();
    flow.chooseLevel(4);
    flow.chooseLevel(1);
    expect(given).toEqual([vote({ level: 4 })]);
  });

  it('is taken back on every page that follows, and the next face is the same vote', () => {
    for (const level of [1, 5]) {
      const { flow, given, takenBack, press } = pad();
      press(level);
      flow.chooseAgain();
      expect(takenBack).toEqual(['vote-1']);
      press(4);
      expect(given).toEqual([vote({ level }), vote({ level: 4 })]);
    }
  });

  it('is a new vote for the next visitor, after one who took a vote back and left', () => {
    const { flow, given, press } = pad();
    press(1);
    flow.chooseAgain();
    vi.advanceTimersByTime(40_000);
    press(5);
    expect(given.map(({ voteId }) => voteId)).toEqual(['vote-1', 'vote-2']);
  });
});

describe('a low vote', () => {
  it('is sent with the marked reason and number when the visitor is done', () => {
    const { flow, given, press } = pad();
    press(2);
    flow.chooseReason('waiting');
    flow.chooseReason('other');
    flow.chooseNumber('A012');
    expect(given).toHaveLength(1);
    flow.done();
    expect(given[1]).toEqual(vote({ level: 2, reason: 'other', number: 'A012' }));
    expect(flow.page.value).toMatchObject({ kind: 'thanks', asksNumber: false });
  });

  it('loses the mark of a reason and of a number by a second press', () => {
    const { flow, press } = pad();
    press(2);
    for (const _ of [1, 2]) {
      flow.chooseReason('room');
      flow.chooseNumber('A012');
    }
    expect(flow.page.value).toEqual({ kind: 'reason', vote: vote({ level: 2 }) });
  });

  it('is sent as it is 20 s after the last touch', () => {
    const { flow, given, press } = pad();
    press(1);
    flow.chooseReason('room');
    vi.advanceTimersByTime(15_000);
    flow.idleTimer.touched();
    vi.advanceTimersByTime(19_000);
    expect(given).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    expect(given[1]).toEqual(vote({ level: 1, reason: 'room' }));
  });

  it('keeps its reason while the number is typed, also when the visitor leaves there', () => {
    const { flow, given, press } = pad();
    press(1);
    flow.chooseReason('papers');
    flow.typeNumber();
    flow.back();
    expect(flow.page.value).toEqual({ kind: 'reason', vote: vote({ level: 1, reason: 'papers' }) });
    flow.typeNumber();
    vi.advanceTimersByTime(40_000);
    expect(given[1]).toEqual(vote({ level: 1, reason: 'papers' }));
  });
});

describe('a good vote', () => {
  it('is thanked for 6 s, and a touch gives more time for the number', () => {
    const { flow, press, reset } = pad();
    press(5);
    vi.advanceTimersByTime(5_000);
    flow.idleTimer.touched();
    vi.advanceTimersByTime(5_000);
    expect(flow.page.value.kind).toBe('thanks');
    vi.advanceTimersByTime(1_000);
    expect(flow.page.value.kind).toBe('faces');
    expect(reset).toHaveBeenCalledTimes(1);
  });

  it('becomes that of the pressed number at once', () => {
    const { flow, given, press } = pad();
    press(4);
    flow.chooseNumber('A012');
    expect(given[1]).toEqual(vote({ level: 4, number: 'A012' }));
    expect(flow.page.value).toMatchObject({ kind: 'thanks', asksNumber: false });
  });
});

describe('a number that cannot be rated', () => {
  it('leaves the vote without a number and the page says why', async () => {
    const { flow, given, answer, press, takenBack } = pad();
    press(4);
    flow.chooseNumber('A999');
    await answer(refuse({ code: 'UnknownTicket' }));
    expect(flow.page.value).toMatchObject({ kind: 'refused', rejection: { code: 'UnknownTicket' } });
    expect(given.at(-1)).toEqual(vote({ level: 4 }));
    expect(takenBack).toEqual([]);
  });

  it('because it has its vote already takes this one back, and another number gives it again', async () => {
    const { flow, given, answer, press, takenBack } = pad();
    press(4);
    flow.chooseNumber('A012');
    await answer(refuse({ code: 'AlreadyRated', number: 'A012' }));
    expect(takenBack).toEqual(['vote-1']);
    flow.typeNumber();
    flow.chooseNumber('A013');
    expect(given.at(-1)).toEqual(vote({ level: 4, number: 'A013' }));
  });

  it('does not interrupt the next visitor when the answer comes late', async () => {
    const { flow, answer, press } = pad();
    press(4);
    flow.chooseNumber('A012');
    flow.home();
    await answer(refuse({ code: 'UnknownTicket' }));
    expect(flow.page.value.kind).toBe('faces');
  });
});

describe('a scanned ticket', () => {
  const held = { number: 'A012', serviceName: null, appointmentAt: null };
  const done: HeldTicket = { ...held, status: 'done', rated: false, levels: 5, order: 'best-first' };
  const scan = async ({ flow }: ReturnType<typeof pad>) => {
    flow.scan({ kind: 'ticket', id: 'ticket-1' });
    await vi.advanceTimersByTimeAsync(0);
  };

  it('before the press makes it the vote of its number', async () => {
    const before = pad();
    before.find.mockResolvedValue(accept(done));
    await scan(before);
    expect(before.flow.page.value).toEqual({ kind: 'faces', number: 'A012', voteId: null });
    before.press(4);
    expect(before.given).toEqual([vote({ level: 4, number: 'A012' })]);
    expect(before.flow.page.value).toMatchObject({ kind: 'thanks', asksNumber: false });
  });

  it('after the press gives its number to the vote', async () => {
    const low = pad();
    low.find.mockResolvedValue(accept(done));
    low.press(2);
    await scan(low);
    expect(low.flow.page.value).toEqual({ kind: 'reason', vote: vote({ level: 2, number: 'A012' }) });
    const good = pad();
    good.find.mockResolvedValue(accept(done));
    good.press(5);
    await scan(good);
    expect(good.given.at(-1)).toEqual(vote({ number: 'A012' }));
  });

  it.each<[HeldTicket, object]>([
    [
      { ...done, rated: true },
      { code: 'AlreadyRated', number: 'A012' },
    ],
    [
      { ...held, status: 'serving', counterNumber: 1 },
      { code: 'WrongState', number: 'A012', ticketStatus: 'serving' },
    ],
  ])('that cannot be rated opens a page with the reason: %j', async (ticket, rejection) => {
    const before = pad();
    before.find.mockResolvedValue(accept(ticket));
    await scan(before);
    expect(before.flow.page.value).toEqual({ kind: 'not-rateable', ticketId: 'ticket-1', rejection });
  });

  it('does not interrupt the moment of a press', async () => {
    const before = pad();
    before.flow.chooseLevel(5);
    await scan(before);
    expect(before.flow.page.value.kind).toBe('pressed');
    expect(before.find).not.toHaveBeenCalled();
  });

  it('is asked for after any other code, until the visitor goes on', () => {
    const { flow } = pad();
    flow.scan({ kind: 'foreign' });
    expect(flow.notice.value).toEqual({ kind: 'foreign' });
    flow.chooseLevel(5);
    expect(flow.notice.value).toBeNull();
  });
});
