import type { RatingReason } from '../../protocol/requests.ts';

/** Reasons for a rating, as the rating pad and the telephone offer them. */
export const ratingReasons = {
  waiting: 'Thời gian chờ',
  attitude: 'Thái độ phục vụ',
  guidance: 'Hướng dẫn thủ tục',
  papers: 'Giấy tờ và lệ phí',
  room: 'Phòng chờ và trang thiết bị',
} satisfies Record<RatingReason, string>;
