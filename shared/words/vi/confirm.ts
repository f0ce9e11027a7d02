/** The page that asks before a ticket is printed whose holder may not be served in this session. */
export const confirm = {
  title: {
    uncertain: 'Buổi này có thể chưa đến lượt ông/bà',
    unlikely: 'Buổi này khó đến lượt ông/bà',
  },
  /** `range` and `until` may be unknown. */
  why: (range: string | null, until: string | null): string =>
    `${range === null ? 'Số người chờ đang nhiều' : `Thời gian chờ ${range}`}${until === null ? '.' : `, trong khi buổi làm việc kết thúc lúc ${until}.`}`,
  /** `part` is one of `parts`. */
  nextToday: (part: string, clock: string): string =>
    `Nếu lấy số cho ${part}, ông/bà có thể về và quay lại lúc ${clock}. Số này chỉ được gọi từ giờ đó, theo thứ tự lấy số.`,
  nextDay: (moment: string): string =>
    `Nếu hết giờ hôm nay mà chưa đến lượt, số này không còn hiệu lực. Buổi làm việc tiếp theo bắt đầu lúc ${moment}.`,
  unknown: 'Nếu chưa đến lượt trong buổi này, ông/bà phải quay lại vào buổi sau.',
  parts: { morning: 'buổi sáng', afternoon: 'buổi chiều', evening: 'buổi tối' },
  takeNext: (part: string, clock: string): string => `Lấy số cho ${part}, từ ${clock}`,
  takeAnyway: 'Vẫn lấy số buổi này',
  comeBackLater: 'Không lấy số, quay lại sau',
};
