/** The pages of the ticket kiosk after the services: priority, and the number with the way of its paper. */
export const steps = {
  waitOf: (range: string, people: number): string => `Chờ ${range}, ${people} người`,
  peopleWaiting: (people: number): string => (people === 0 ? 'Chưa có người chờ' : `${people} người đang chờ`),
  noClerk: 'Chưa có cán bộ trực',
  noClerkHelp: 'Ông/bà vẫn lấy số được, nhưng phải chờ đến khi có cán bộ trực.',
  appointment: (clock: string): string => `Hẹn lúc ${clock}`,
  appointmentCode: (code: string): string => `Mã hẹn ${code}`,

  chooseClass: 'Ông/bà có thuộc diện ưu tiên không?',
  notPriority: 'Không – lấy số thường',
  notPriorityHelp: 'Không thuộc các diện trên',
  /** Where priority tickets gain more for each minute. */
  notPriorityOvertaken: 'Số ưu tiên có thể được gọi xen giữa',
  priorityHelp: 'Cán bộ có thể đề nghị ông/bà xuất trình giấy\u00a0tờ khi đến\u00a0quầy.',
  byCard: 'Theo thẻ vừa quét',
  forOthers: 'Nộp nhiều hồ\u00a0sơ',
  dossiersChosen: (count: number): string => `${count} hồ\u00a0sơ`,

  yourNumber: 'Số thứ tự của ông/bà',
  counters: (list: string): string => `Quầy ${list}`,
  dossiersInTurns: (count: number, perTurn: number): string => `${count} hồ\u00a0sơ, mỗi lượt ${perTurn} hồ\u00a0sơ`,
  expected: 'Dự kiến đến lượt',
  waitRange: (range: string): string => `chờ ${range}`,
  calledFrom: 'Sẽ gọi từ',
  calledFromHelp: 'theo thứ tự lấy số',
  ahead: 'Trước ông/bà còn',
  aheadHelp: (_people: number): string => 'người cùng lĩnh vực',
  isNext: 'Ông/bà là người tiếp theo',
  isNextHelp: 'của lĩnh vực này',

  follow: 'Theo dõi trên điện thoại',
  followHelp: 'Quét mã để biết khi nào gần đến lượt.',
  qr: (number: string): string => `Mã QR của số ${number}`,
  listenAgain: 'Nghe lại',

  printing: 'Đang in phiếu…',
  take: {
    below: 'Mời ông/bà lấy phiếu ở khe bên dưới',
    left: 'Mời ông/bà lấy phiếu ở khe bên trái',
    right: 'Mời ông/bà lấy phiếu ở khe bên phải',
  },
  slot: { below: 'khe ở bên dưới', left: 'khe ở bên trái', right: 'khe ở bên phải' },
  thenWait: 'rồi ngồi chờ gọi\u00a0số',
  thenComeAt: (clock: string): string => `và có mặt lúc ${clock}. Số này chỉ được gọi từ giờ đó.`,
  printFailed: 'Máy chưa in được phiếu',
  printUnknown: 'Nếu không thấy phiếu',
  noPaperHelp: 'Xin chụp ảnh màn hình hoặc ghi lại số này. Số của ông/bà vẫn có hiệu lực, cán bộ đã được báo.',
};
