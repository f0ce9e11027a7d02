/** The page of one ticket on its holder's telephone. */
export const phone = {
  yourNumber: 'Số của ông/bà',
  appointment: (clock: string): string => `Hẹn lúc ${clock}`,
  next: 'Ông/bà là người tiếp theo',
  ahead: 'Số người được gọi trước ông/bà',
  inLine: 'Ông/bà đang ở trong hàng chờ',
  later: (clock: string): string => `Số này sẽ được gọi sau ${clock}`,
  wait: 'Dự kiến chờ',
  stay: 'Xin ông/bà chờ ở gần quầy để kịp đến khi được gọi.',
  noClerk: 'Lĩnh vực này chưa có nhân viên trực. Xin ông/bà chờ, trang này sẽ báo khi đến lượt.',
  pleaseCome: 'Mời ông/bà đến quầy',
  pleaseComeNow: 'Mời ông/bà đến quầy đang gọi số này',
  recalled: 'Gọi lại',
  serving: (counter: number | null): string => `Đang được phục vụ${counter === null ? '' : ` tại quầy ${counter}`}`,
  missed: 'Số này đã được gọi nhưng chưa thấy ông/bà',
  missedHelp: (clock: string): string =>
    `Trước ${clock} hôm nay, xin báo nhân viên tại quầy để được gọi lại, không cần lấy số mới.`,
  away: 'Ông/bà đang bổ sung giấy tờ',
  awayHelp: (counter: number | null, clock: string): string =>
    `Xin quay lại${counter === null ? '' : ` quầy ${counter}`} trước ${clock} và báo với cán bộ để được gọi tiếp, không cần lấy số mới.`,
  done: 'Đã xong việc',
  rated: 'Cảm ơn ông/bà đã đánh giá!',
  withdrawn: 'Số này đã hủy',
  expired: 'Số này đã hết hiệu lực',
  takeNew: 'Nếu cần, mời ông/bà lấy số mới tại máy lấy số.',
  unknown: 'Phiếu này không còn hiệu lực',
  unknownHelp: 'Mỗi phiếu chỉ dùng trong ngày. Xin kiểm tra lại mã QR hoặc lấy số mới tại máy lấy số.',

  tellMe: 'Báo khi đến lượt',
  tellMeHelp: 'Điện thoại sẽ rung và đổ chuông. Xin để trang này mở.',
  willTell: 'Sẽ báo khi đến lượt. Xin để trang này mở.',

  postpone: 'Xin lùi lượt',
  postponeQuestion: 'Lùi lượt bao lâu? Mỗi phiếu chỉ được lùi một lần; ông/bà vẫn giữ số và chỗ trong hàng.',
  postponeBy: (minutes: number): string => `${minutes} phút`,
  postponeNo: 'Không lùi',

  withdraw: 'Hủy số này',
  withdrawQuestion: 'Hủy số này? Số đã hủy không lấy lại được.',
  withdrawYes: 'Hủy số',
  withdrawNo: 'Giữ lại số',

  howWasIt: 'Ông/bà có hài lòng không?',
  whatMattered: 'Điều gì ảnh hưởng nhiều nhất? (không bắt buộc)',
  send: 'Gửi đánh giá',
  sending: 'Đang gửi…',

  updated: (clock: string): string => `Cập nhật lúc ${clock}`,
  lost: (clock: string): string => `Mất kết nối. Thông tin dưới đây là của lúc ${clock}.`,
  listen: 'Xin chú ý nghe gọi số tại sảnh chờ.',
  reload: 'Thử lại',
};
