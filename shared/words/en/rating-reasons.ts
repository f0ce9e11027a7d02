export const ratingReasons: typeof import('../vi/rating-reasons.ts').ratingReasons = {
  waiting: 'Waiting time',
  attitude: 'Attitude of the staff',
  guidance: 'Guidance given',
  papers: 'Papers and fees',
  room: 'Waiting room and equipment',
};
