import type { Language } from '../../language.ts';
import type { TicketStatus } from '../../protocol/views/common.ts';
import type { Weekday } from '../../time.ts';

export const common = {
  weekdays: {
    mon: 'thứ Hai',
    tue: 'thứ Ba',
    wed: 'thứ Tư',
    thu: 'thứ Năm',
    fri: 'thứ Sáu',
    sat: 'thứ Bảy',
    sun: 'Chủ nhật',
  } satisfies Record<Weekday, string>,
  /** `day` is `22`, `month` is `11`, two digits each. */
  longDate: (weekday: string, day: string, month: string, year: string): string =>
    `${weekday}, ${day}/${month}/${year}`,
  shortDate: (weekday: string, day: string, month: string): string => `${weekday}, ${day}/${month}`,

  minutes: (count: number | string): string => `${count} phút`,
  hours: (count: number | string): string => `${count} giờ`,
  about: (span: string): string => `khoảng ${span}`,
  lessThan: (span: string): string => `dưới ${span}`,

  today: (clock: string): string => `${clock} hôm nay`,
  tomorrow: (clock: string): string => `${clock} ngày\u00a0mai`,
  onDay: (clock: string, day: string): string => `${clock} ${day}`,
  openUntil: (clock: string): string => `Đang làm việc đến ${clock}`,
  openAllDay: 'Đang làm việc',
  lunchBreak: (clock: string): string => `Đang nghỉ trưa, làm việc lại lúc ${clock}`,
  shortBreak: (clock: string): string => `Đang tạm nghỉ, làm việc lại lúc ${clock}`,
  closedUntil: (moment: string): string => `Ngoài giờ làm việc. Làm việc lại lúc ${moment}`,
  closed: 'Ngoài giờ làm việc',

  statuses: {
    waiting: 'đang chờ',
    called: 'đang được gọi',
    serving: 'đang được phục vụ',
    done: 'đã xong',
    missed: 'đã qua lượt',
    away: 'đang bổ sung hồ sơ',
    withdrawn: 'đã hủy',
    expired: 'đã hết hiệu lực',
  } satisfies Record<TicketStatus, string>,

  /** Worst first, as votes are counted; the key is how many levels the office uses. */
  levels: {
    3: ['Không hài lòng', 'Hài lòng', 'Rất hài lòng'],
    5: ['Rất không hài lòng', 'Không hài lòng', 'Bình thường', 'Hài lòng', 'Rất hài lòng'],
  } as Record<3 | 5, readonly string[]>,

  language: 'Ngôn ngữ',
  languages: { vi: 'Tiếng Việt', en: 'English' } satisfies Record<Language, string>,
  hotline: (telephone: string): string => `Đường dây nóng: ${telephone}`,

  connecting: 'Đang kết nối với máy chủ…',
  connectionLost: 'Mất kết nối với máy chủ. Đang tự kết nối lại…',
  pairingTitle: 'Màn hình mới',
  pairingHelp: 'Vui lòng nhờ người quản lý mở Bàn làm việc › Quản lý và duyệt mã này.',
};
