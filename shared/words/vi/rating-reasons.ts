import type { RatingReason } from '../../protocol/requests.ts';

/** Reasons for a rating, as the rating pad and the telephone offer them. */
export const ratingReasons = {
  waiting: 'Thời gian chờ',
  attitude: 'Thái độ phục\u00a0vụ',
  guidance: 'Hướng dẫn thủ\u00a0tục',
  papers: 'Hồ sơ, phí và lệ\u00a0phí',
  room: 'Nơi chờ, trang\u00a0thiết\u00a0bị',
  other: 'Điều khác',
} satisfies Record<RatingReason, string>;
