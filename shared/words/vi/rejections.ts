import type { Rejection, RejectionCode } from '../../protocol/rejections.ts';
import { clock, date } from '../common.ts';
import { common } from './common.ts';

/** The rejections with these codes; distributes over a union, so that a table of functions can be called with one of them. */
export type RejectionOf<Code extends RejectionCode> = {
  [C in Code]: { code: C } & Extract<Rejection, { code: C }>;
}[Code];

/** What is wrong and what to do, for visitors, clerks and the developers of other systems. */
export type RejectionSentences = {
  [Code in RejectionCode]: (facts: RejectionOf<Code>, timeZone: string) => string;
};

export const rejections: RejectionSentences = {
  UnknownService: () => 'Không có lĩnh vực này. Mời chọn một lĩnh vực trong danh sách.',
  ServiceNotServed: () => 'Hiện chưa có quầy nào phục vụ lĩnh vực này. Xin ông/bà gặp cán bộ hướng dẫn.',
  UnknownTicketClass: () => 'Không có diện ưu tiên này. Vui lòng chọn lại trong danh sách.',
  UnknownTicket: () => 'Hôm nay không có số này. Xin kiểm tra lại số trên phiếu.',
  UnknownCounter: () => 'Không có quầy này. Vui lòng chọn một quầy trong danh sách.',
  UnknownScreen: () => 'Không có màn hình này. Vui lòng kiểm tra mã màn hình ở cuối địa chỉ.',
  UnknownKiosk: () => 'Không có máy lấy số này. Vui lòng kiểm tra mã máy ở cuối địa chỉ.',
  OfficeClosed: ({ opensAt }, timeZone) =>
    opensAt === null
      ? 'Hiện ngoài giờ làm việc nên chưa lấy số được. Xin ông/bà xem lịch làm việc niêm yết tại cơ quan.'
      : `Hiện ngoài giờ làm việc nên chưa lấy số được. Mời ông/bà quay lại lúc ${clock(opensAt, timeZone)}, ${date(opensAt, timeZone, 'vi')}.`,
  NoSessionLeft: ({ opensAt }, timeZone) =>
    opensAt === null
      ? 'Hôm nay không còn buổi làm việc nào nữa. Xin ông/bà xem lịch làm việc niêm yết tại cơ quan.'
      : `Hôm nay không còn buổi làm việc nào nữa. Mời ông/bà quay lại lúc ${clock(opensAt, timeZone)}, ${date(opensAt, timeZone, 'vi')}.`,
  DayClosed: () => 'Ngày làm việc hôm nay đã kết thúc. Vui lòng mở quầy vào ngày làm việc tiếp theo.',
  DailyLimitReached: ({ limit }) =>
    `Lĩnh vực này đã phát đủ ${limit} số của hôm nay. Mời ông/bà quay lại vào ngày làm việc tiếp theo hoặc hỏi cán bộ hướng dẫn.`,
  IssuingStopped: () =>
    'Hôm nay lĩnh vực này đã ngừng phát số. Mời ông/bà quay lại vào ngày làm việc tiếp theo hoặc hỏi cán bộ hướng dẫn.',
  SetupInvalid: ({ problems }) => `Có ${problems.length} chỗ chưa đúng. Vui lòng sửa rồi lưu lại.`,
  SetupChanged: ({ by, at }, timeZone) =>
    `Thiết lập đã được ${by ?? 'máy chủ'} thay đổi lúc ${clock(at, timeZone)}. Vui lòng xem thay đổi đó rồi lưu lại.`,
  ChangeTouchesVisitors: () =>
    'Thay đổi này ảnh hưởng đến người đang chờ hoặc đã đặt lịch hẹn. Vui lòng chọn cách thực hiện.',
  UnknownVersion: () => 'Không còn giữ bản thiết lập này. Vui lòng chọn một bản trong danh sách.',
  KioskPaused: ({ retryInSeconds }) =>
    `Máy tạm dừng vì vừa phát nhiều số liên tiếp. Xin ông/bà chờ ${retryInSeconds} giây; mỗi người chỉ cần lấy một số.`,
  UnknownBurst: () => 'Không còn cảnh báo này. Có thể đồng nghiệp đã xử lý.',
  NoSuchSlot: () => 'Không đặt lịch hẹn được vào giờ này. Vui lòng chọn một khung giờ trong danh sách.',
  SlotFull: ({ startsAt }, timeZone) =>
    `Khung giờ ${clock(startsAt, timeZone)} đã đủ người hẹn. Vui lòng chọn khung giờ khác.`,
  UnknownAppointment: () =>
    'Không tìm thấy lịch hẹn với mã này. Xin ông/bà kiểm tra lại mã, hoặc lấy số như bình thường.',
  AppointmentUsed: ({ number }) => `Lịch hẹn này đã được dùng để lấy số ${number}. Xin ông/bà chờ gọi số ${number}.`,
  AppointmentWasCancelled: () => 'Lịch hẹn này đã được hủy. Mời ông/bà lấy số như bình thường hoặc đặt lịch hẹn lại.',
  AppointmentOnAnotherDay: ({ startsAt }, timeZone) =>
    `Lịch hẹn này vào lúc ${clock(startsAt, timeZone)}, ${date(startsAt, timeZone, 'vi')}. Mời ông/bà đến vào ngày đó, hoặc lấy số như bình thường cho hôm nay.`,
  NobodyWaiting: () => 'Hiện không có ai chờ ở quầy này.',
  CounterClosed: () => 'Quầy chưa mở. Vui lòng mở quầy trước.',
  CounterPaused: () => 'Quầy đang tạm dừng. Vui lòng bấm tiếp tục làm việc trước.',
  CounterNotPaused: () => 'Quầy không ở trạng thái tạm dừng.',
  CounterTaken: ({ clerkName }) => `Quầy này đang do ${clerkName} phụ trách. Vui lòng chọn quầy khác.`,
  CounterBusy: ({ number }) => `Quầy đang có số ${number}. Vui lòng kết thúc số này trước.`,
  NobodyAtCounter: () => 'Quầy chưa gọi số nào. Vui lòng gọi số trước.',
  OtherTicketAtCounter: ({ number }) =>
    `Quầy hiện đang có số ${number}, không phải số vừa thao tác. Vui lòng xem lại rồi bấm lại.`,
  ClerkElsewhere: ({ counterNumber }) =>
    `Tài khoản này đang làm việc tại quầy ${counterNumber}. Vui lòng đóng quầy đó trước.`,
  NotYourCounter: () => 'Quầy này do người khác phụ trách. Vui lòng thao tác ở quầy của mình.',
  WrongState: ({ number, ticketStatus }) => `Không thực hiện được: số ${number} ${common.statuses[ticketStatus]}.`,
  SameService: () => 'Số này đang ở đúng lĩnh vực đó. Vui lòng chọn lĩnh vực khác để chuyển.',
  ReturnTooLate: ({ number, minutes }) => `Số ${number} đã quá ${minutes} phút cho phép quay lại. Mời lấy số mới.`,
  AlreadyPostponed: ({ number }) => `Số ${number} đã xin lùi lượt một lần rồi; mỗi phiếu chỉ được lùi một lần.`,
  PostponedTooLong: ({ minutes }) => `Mỗi phiếu chỉ được lùi nhiều nhất ${minutes} phút.`,
  PostponedPastClosing: ({ until }, timeZone) =>
    `Buổi làm việc kết thúc lúc ${clock(until, timeZone)}, trước giờ ông/bà xin lùi. Xin ông/bà chọn thời gian ngắn hơn hoặc chờ đến lượt.`,
  AlreadyRated: ({ number }) => `Số ${number} đã được đánh giá. Xin cảm ơn.`,
  RatedTooSoon: ({ retryInSeconds }) => `Vừa có một đánh giá được gửi. Xin ông/bà thử lại sau ${retryInSeconds} giây.`,
  UnknownVote: () => 'Không tìm thấy đánh giá này. Mời ông/bà đánh giá lại.',
  VoteSettled: () => 'Đánh giá này đã được ghi, không đổi được nữa.',
  UnknownLevel: ({ levels }) => `Mức đánh giá phải từ 1 đến ${levels}. Vui lòng chọn lại.`,
  NoClockQuestion: () => 'Câu hỏi về giờ đã có người trả lời hoặc không còn nữa.',
  UnknownPrintJob: () => 'Không còn lệnh in này. Có thể lệnh đã được xử lý.',

  InvalidRequest: ({ detail }) => `Yêu cầu không hợp lệ (${detail}). Vui lòng kiểm tra và gửi lại.`,
  UnknownRequest: () => 'Máy chủ không có yêu cầu này. Vui lòng tải lại trang.',
  RequestIdReused: () => 'Mã yêu cầu này đã dùng cho một yêu cầu khác. Vui lòng gửi lại với mã mới.',
  RequestTooLarge: () => 'Yêu cầu quá lớn. Vui lòng rút gọn và gửi lại.',
  ForeignOrigin: () => 'Yêu cầu đến từ một trang web khác nên không được chấp nhận.',
  SignInRequired: () => 'Vui lòng đăng nhập để tiếp tục.',
  WrongPassword: () => 'Tên đăng nhập hoặc mật khẩu không đúng. Vui lòng nhập lại.',
  TooManyAttempts: ({ retryInSeconds }) => `Đã nhập sai quá nhiều lần. Vui lòng thử lại sau ${retryInSeconds} giây.`,
  SupervisorOnly: () => 'Việc này cần quyền quản lý. Vui lòng nhờ người quản lý thực hiện.',
  NotPaired: () => 'Thiết bị này chưa được phép hoạt động. Vui lòng nhờ người quản lý duyệt mã ghép nối.',
  UnknownDevice: () => 'Không tìm thấy thiết bị, hoặc mã ghép nối đã hết hạn. Vui lòng kiểm tra mã trên màn hình.',
  UnknownStaff: () => 'Không tìm thấy cán bộ này. Vui lòng tải lại danh sách.',
  UserNameTaken: () => 'Tên đăng nhập này đã có người dùng. Vui lòng chọn tên khác.',
  LastSupervisor: () => 'Đây là người quản lý cuối cùng. Vui lòng thêm một người quản lý khác trước.',
  ClerkAtCounter: ({ counterNumber }) =>
    `Người này đang làm việc tại quầy ${counterNumber}. Vui lòng đóng quầy đó trước.`,
  NotFound: () => 'Không có trang này.',
  ClipMissing: ({ clip }) =>
    `Thiếu đoạn ghi âm ${clip} nên không đọc được lời gọi này. Vui lòng xem mục Giọng đọc trên trang quản lý.`,

  StorageUnavailable: () =>
    'Máy chủ tạm thời không lưu được dữ liệu nên yêu cầu chưa được thực hiện. Vui lòng báo cán bộ và thử lại sau ít phút.',
  ConnectionLost: () => 'Mất kết nối với máy chủ nên chưa rõ yêu cầu đã được thực hiện hay chưa. Vui lòng thử lại.',
  InternalError: () => 'Máy chủ gặp lỗi nên không thực hiện được yêu cầu. Vui lòng thử lại hoặc báo cán bộ.',
};
