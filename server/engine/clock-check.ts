/** Compares the office's time with the machine's clock and says what follows: nothing, a question, or following the clock by rule. */
import { openingAt } from '../../shared/calendar/hours.ts';
import type { Text } from '../../shared/language.ts';
import type { ClockReason } from '../../shared/protocol/views/clock.ts';
import { type DurationMs, type EpochMs, localTime } from '../../shared/time.ts';
import { clock as timeOfDay } from '../../shared/words/common.ts';
import type { Log, LogEntry } from '../log.ts';
import type { CommandBody } from '../queue/commands.ts';
import { endsBy, endsSomething, isAfterEvening } from '../queue/rules/clock.ts';
import type { State } from '../queue/state.ts';
import { type ClockDoubt, type OfficeClock, reasonToFollow, TOLERATED } from './clock.ts';

/** What the clock of each signed-in desk shows now; null for a desk on the server's own machine, whose clock is the one in doubt. */
export type DeskClocks = () => readonly (EpochMs | null)[];

type RuleReason = Exclude<ClockReason, 'supervisor'>;

export class ClockCheck {
  readonly #clock: OfficeClock;
  readonly #log: Log;
  /** By the office's time; null while somebody is signed in, and while the office is closed by the machine's time. */
  #unattendedSince: EpochMs | null = null;
  /** What was logged last: while nothing can be stored, the same is tried every few seconds, but logged once. */
  #logged = '';
  /** Nobody is signed in before the sockets are open. */
  deskClocks: DeskClocks = () => [];

  constructor(clock: OfficeClock, log: Log) {
    this.#clock = clock;
    this.#log = log;
  }

  /** `at` is the office's time. */
  commands(queue: State, at: EpochMs): CommandBody[] {
    const doubt = this.#clock.doubt();
    const asked = queue.clockQuestion;
    if (!doubt) {
      this.#unattendedSince = null;
      if (!asked) this.#logged = '';
      return asked ? this.#follow(queue, at, { ahead: 0, sinceStart: false }, 'machine-returned') : [];
    }
    const because = this.#reason(queue, at, doubt);
    if (because === 'ends-nothing' && !asked && doubt.sinceStart && doubt.ahead > 0) {
      // The server was off and nothing ended meanwhile: as at any start there is nothing to record.
      this.#clock.set(at + doubt.ahead);
      return [];
    }
    if (because) return this.#follow(queue, at, doubt, because);
    return asked && Math.abs(asked.ahead - doubt.ahead) <= TOLERATED ? [] : this.#ask(queue, at, doubt);
  }

  #reason(queue: State, at: EpochMs, { ahead, sinceStart }: ClockDoubt): RuleReason | null {
    const to = at + ahead;
    const desks = this.deskClocks();
    const mayBeUnattended = desks.length === 0 && openingAt(queue.office, to).state === 'open';
    return reasonToFollow({
      endsSomething:
        endsSomething(queue, endsBy(queue, at, to)) && !(sinceStart && ahead > 0 && isAfterEvening(queue, at, to)),
      desks: desks.flatMap((shows) => (shows === null ? [] : shows - to)),
      laterDay: localTime(to, queue.office.timeZone).day > queue.day,
      unattended: this.#unattended(mayBeUnattended, at),
    });
  }

  #unattended(now: boolean, at: EpochMs): DurationMs {
    this.#unattendedSince = now ? (this.#unattendedSince ?? at) : null;
    return this.#unattendedSince === null ? 0 : at - this.#unattendedSince;
  }

  #ask(queue: State, at: EpochMs, doubt: ClockDoubt): CommandBody[] {
    const ends = endsBy(queue, at, at + doubt.ahead);
    const [office, machine] = [moment(queue, at), moment(queue, at + doubt.ahead)];
    this.#logOnce(doubt, {
      level: 'error',
      code: 'clock-in-doubt',
      text: {
        vi: `Đồng hồ máy chủ chỉ ${machine}, giờ đang chạy là ${office}. Hệ thống chạy tiếp theo giờ này; người quản lý chọn giờ đúng trên trang bàn làm việc. Nếu theo đồng hồ máy chủ, ${ends.tickets} số hết hiệu lực.`,
        en: `The server's clock shows ${machine}, the office's time is ${office}. The office goes on by this time; a supervisor says on the desk page which one is right. By the server's clock ${ends.tickets} tickets expire.`,
      },
      facts: { ...doubt, ...ends },
    });
    return [{ type: 'DoubtClock', ...doubt }];
  }

  #follow(queue: State, at: EpochMs, doubt: ClockDoubt, because: RuleReason): CommandBody[] {
    const change = doubt.ahead === 0 ? '' : ` ${moment(queue, at)} → ${moment(queue, at + doubt.ahead)}`;
    const { vi, en } = BECAUSE[because];
    this.#logOnce(doubt, { level: 'warning', code: 'clock-settled', text: { vi: vi + change, en: en + change } });
    return [{ type: 'FollowClock', ...doubt, because }];
  }

  #logOnce({ ahead }: ClockDoubt, entry: LogEntry): void {
    const key = `${entry.code} ${Math.round(ahead / TOLERATED)}`;
    if (key !== this.#logged) this.#log(entry);
    this.#logged = key;
  }
}

const BECAUSE: Record<RuleReason, Text> = {
  'ends-nothing': {
    vi: 'Đồng hồ máy chủ đã đổi giờ. Không có việc gì đang dở nên hệ thống chạy theo giờ mới.',
    en: "The server's clock was changed. Nothing ends by it, so the office follows it.",
  },
  'desks-agree': {
    vi: 'Đồng hồ máy chủ đã đổi giờ. Đồng hồ của các bàn làm việc cũng chỉ giờ đó nên hệ thống chạy theo giờ mới.',
    en: "The server's clock was changed. The clocks of the desks agree with it, so the office follows it.",
  },
  'nobody-signed-in': {
    vi: 'Đồng hồ máy chủ đã đổi giờ. Không có ai đăng nhập nên hệ thống chạy theo giờ mới; các số của ngày cũ hết hiệu lực.',
    en: "The server's clock was changed. Nobody is signed in, so the office follows it, and tickets of the earlier day expire.",
  },
  'machine-returned': {
    vi: 'Đồng hồ máy chủ lại khớp với giờ đang chạy.',
    en: "The server's clock agrees with the office's time again.",
  },
};

function moment({ office: { timeZone } }: State, at: EpochMs): string {
  return `${localTime(at, timeZone).day} ${timeOfDay(at, timeZone)}`;
}
