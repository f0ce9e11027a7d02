export const ratingReasons: typeof import('../vi/rating-reasons.ts').ratingReasons = {
  waiting: 'Waiting time',
  attitude: 'Attitude of the staff',
  guidance: 'Guidance on procedures',
  papers: 'Paperwork and fees',
  room: 'Waiting room, equipment',
  other: 'Something else',
};
