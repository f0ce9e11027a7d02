/** The names of the parts of `office.json` as an official would say them, for messages about mistakes. */
import type { Text } from '../../../shared/language.ts';
import { WEEKDAYS } from '../../../shared/time.ts';
import { commonWords } from '../../../shared/words/common.ts';

const weekdays = Object.fromEntries(
  WEEKDAYS.map((day) => [day, { vi: commonWords.vi.weekdays[day], en: commonWords.en.weekdays[day] }]),
);

/** One item of a list; its place is counted from 1. */
export const ITEMS: Readonly<Record<string, Text>> = {
  services: { vi: 'lĩnh vực', en: 'service' },
  counters: { vi: 'quầy', en: 'counter' },
  ticketClasses: { vi: 'diện', en: 'ticket class' },
  kiosks: { vi: 'máy lấy số', en: 'kiosk' },
  screens: { vi: 'màn hình', en: 'screen' },
  notices: { vi: 'thông báo', en: 'notice' },
  languages: { vi: 'ngôn ngữ', en: 'language' },
};

/** A list that is named when the mistake is in the list itself. */
const LISTS: Readonly<Record<string, Text>> = {
  services: { vi: 'danh sách lĩnh vực', en: 'the list of services' },
  counters: { vi: 'danh sách quầy', en: 'the list of counters' },
  ticketClasses: { vi: 'danh sách diện', en: 'the list of ticket classes' },
  kiosks: { vi: 'danh sách máy lấy số', en: 'the list of kiosks' },
  screens: { vi: 'danh sách màn hình', en: 'the list of screens' },
  notices: { vi: 'danh sách thông báo', en: 'the list of notices' },
  languages: { vi: 'danh sách ngôn ngữ', en: 'the list of languages' },
};

/** Fields that are not named here are written as they stand in the file. */
export const FIELDS: Readonly<Record<string, Text>> = {
  ...LISTS,
  ...weekdays,
  name: { vi: 'tên', en: 'the name' },
  vi: { vi: 'tiếng Việt', en: 'in Vietnamese' },
  en: { vi: 'tiếng Anh', en: 'in English' },
  motto: { vi: 'khẩu hiệu', en: 'the motto' },
  hotline: { vi: 'đường dây nóng', en: 'the hotline' },
  timeZone: { vi: 'múi giờ', en: 'the time zone' },
  hours: { vi: 'giờ làm việc', en: 'the opening hours' },
  specialDays: { vi: 'ngày nghỉ và ngày làm bù', en: 'holidays and special days' },
  from: { vi: 'lúc bắt đầu', en: 'the beginning' },
  to: { vi: 'lúc kết thúc', en: 'the end' },
  until: { vi: 'ngày cuối', en: 'the last day' },
  id: { vi: 'mã', en: 'the id' },
  letter: { vi: 'chữ cái', en: 'the letter' },
  dailyLimit: { vi: 'số phiếu mỗi ngày', en: 'the daily limit' },
  appointments: { vi: 'lịch hẹn', en: 'the appointments' },
  slotMinutes: { vi: 'số phút của một khung giờ', en: 'the minutes of a slot' },
  perSlot: { vi: 'số người của một khung giờ', en: 'the people of a slot' },
  examples: { vi: 'ví dụ', en: 'the examples' },
  pictogram: { vi: 'hình', en: 'the pictogram' },
  informationDesk: { vi: 'bàn hướng dẫn', en: 'the information desk' },
  number: { vi: 'số quầy', en: 'the number' },
  condition: { vi: 'điều kiện', en: 'the condition' },
  weight: { vi: 'hệ số', en: 'the weight' },
  rules: { vi: 'quy tắc', en: 'the rules' },
  lateReturnMinutes: {
    vi: 'số phút được quay lại khi qua lượt',
    en: 'the minutes for coming back after a missed call',
  },
  awayMinutes: { vi: 'số phút được bổ sung hồ sơ', en: 'the minutes for completing papers' },
  closingGraceMinutes: { vi: 'số phút sau giờ làm việc', en: 'the minutes after the last session' },
  dossiersPerTurn: { vi: 'số hồ sơ mỗi lượt', en: 'the applications of a turn' },
  postponeMinutes: { vi: 'số phút được lùi lượt', en: 'the minutes for postponing' },
  bookableDays: { vi: 'số ngày được hẹn trước', en: 'the bookable days' },
  ratingLevels: { vi: 'số mức đánh giá', en: 'the rating levels' },
  publicAddress: { vi: 'địa chỉ công khai', en: 'the public address' },
  printer: { vi: 'máy in', en: 'the printer' },
  address: { vi: 'địa chỉ', en: 'the address' },
  paperWidthMm: { vi: 'khổ giấy', en: 'the paper width' },
  ticket: { vi: 'phiếu', en: 'the ticket' },
  form: { vi: 'mẫu', en: 'the form' },
  rating: { vi: 'đánh giá', en: 'the rating' },
  order: { vi: 'thứ tự', en: 'the order' },
  voice: { vi: 'giọng đọc', en: 'the voice' },
  style: { vi: 'cách đọc số', en: 'the way of reading numbers' },
  dialect: { vi: 'giọng vùng miền', en: 'the dialect' },
  repeat: { vi: 'đọc hai lần', en: 'reading twice' },
  look: { vi: 'giao diện', en: 'the look' },
  accent: { vi: 'màu nhấn', en: 'the accent colour' },
  logo: { vi: 'biểu trưng', en: 'the logo' },
  slot: { vi: 'khe phiếu', en: 'the paper slot' },
  orientation: { vi: 'chiều màn hình', en: 'the orientation' },
  calls: { vi: 'chỗ hiện số được gọi', en: 'the place of calls' },
  theme: { vi: 'nền sáng hay tối', en: 'the theme' },
  darkHours: { vi: 'giờ dùng nền tối', en: 'the dark hours' },
  diagonalInches: { vi: 'cỡ màn hình (inch)', en: 'the size in inches' },
  viewingDistanceMeters: { vi: 'khoảng cách hàng ghế xa nhất (mét)', en: 'the distance of the last seats in metres' },
  kind: { vi: 'loại', en: 'the kind' },
  file: { vi: 'tệp', en: 'the file' },
  text: { vi: 'nội dung', en: 'the text' },
  seconds: { vi: 'số giây', en: 'the seconds' },
  speakNotices: { vi: 'đọc thông báo', en: 'reading notices aloud' },
};
