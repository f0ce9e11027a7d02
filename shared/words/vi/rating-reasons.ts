import type { RatingReason } from '../../protocol/requests.ts';

/** Reasons for a rating, as the rating pad and the telephone offer them. */
export const ratingReasons = {
  waiting: 'Thời gian chờ',
  attitude: 'Thái độ phục vụ',
  guidance: 'Hướng dẫn thủ tục',
  papers: 'Hồ sơ, phí và lệ phí',
  room: 'Nơi chờ, trang thiết bị',
  other: 'Điều khác',
} satisfies Record<RatingReason, string>;
