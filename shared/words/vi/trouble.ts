/** What the desk says about problems of the office. */
export const trouble = {
  clockQuestion: {
    heading: 'Giờ nào đúng?',
    lead: 'Đồng hồ máy chủ đã đổi giờ. Việc cấp số và gọi số vẫn theo giờ đang chạy cho đến khi người quản lý chọn giờ đúng.',
    askSupervisor: 'Vui lòng báo người quản lý.',
    office: 'Giờ đang chạy',
    officeHelp: 'Không có gì thay đổi. Sau đó vui lòng chỉnh lại đồng hồ máy chủ.',
    officeIsRight: 'Giờ đang chạy là đúng',
    machine: 'Đồng hồ máy chủ',
    machineIsRight: 'Đồng hồ máy chủ là đúng',
    endsNothing: 'Không có gì kết thúc.',
    endsSession: 'Buổi làm việc đang mở sẽ kết thúc: máy lấy số ngừng cấp số. Các số đã cấp vẫn còn hiệu lực.',
    endsDay: (tickets: number, counters: number) =>
      `Ngày làm việc đang mở sẽ kết thúc: ${tickets} số hết hiệu lực${counters === 0 ? '' : `, ${counters} quầy đóng`}.`,
  },

  trouble: {
    heading: 'Cần chú ý',
    storage: 'Không ghi được vào ổ đĩa. Tạm thời không cấp số, gọi số được cho đến khi khắc phục xong.',
    clock: 'Đồng hồ máy chủ sai giờ. Hệ thống đang chạy theo giờ mà người quản lý đã chọn. Vui lòng chỉnh giờ máy chủ.',
    journal: (missing: number, unfit: number) =>
      `Dữ liệu hôm nay bị hỏng một phần: thiếu ${missing} lượt ghi, bỏ qua ${unfit} lượt. Vui lòng kiểm tra ổ đĩa và giữ bản sao (xem README, mục “If the journal is damaged”). Công dân có số mà máy không nhận ra: cấp số mới.`,
    stranded: (count: number, first: readonly string[]) =>
      `${count} số đang chờ lĩnh vực không có quầy nào phục vụ: ${first.join(', ')}${count > first.length ? ' …' : ''}. Vui lòng mở danh sách “Tất cả”, chọn từng số rồi bấm “Gọi số này”.`,
    muchPriority: (priority: number, waiting: number) =>
      `${priority} trong ${waiting} người đang chờ thuộc diện ưu tiên, nên người lấy số thường có thể phải chờ rất lâu. Vui lòng mở thêm quầy nếu được.`,
    printer: {
      'paper-low': 'Máy in sắp hết giấy.',
      'paper-out': 'Máy in hết giấy.',
      'cover-open': 'Nắp máy in đang mở.',
      error: 'Máy in báo lỗi.',
      unreachable: 'Không liên lạc được với máy in.',
    },
    missing: {
      ownMachine: (kind: string) => `${kind} trên máy chủ`,
      since: (clock: string) => `không có kết nối từ ${clock}. Vui lòng kiểm tra máy, nguồn điện và dây mạng.`,
      dismiss: 'Đã xem',
    },
    burst: {
      title: (kiosk: string | null, clock: string) => `${kiosk ?? 'Máy lấy số'}, ${clock}:`,
      counted: (tickets: number, seconds: number) =>
        `đã phát ${tickets} số trong ${seconds} giây. Vui lòng kiểm tra có người lấy nhiều số không.`,
      dismiss: 'Đã xem',
    },
    kind: { ticket: 'Phiếu', 'come-back-slip': 'Phiếu hẹn quay lại' },
    state: {
      waiting: 'đang chờ in',
      unknown: 'không rõ đã in ra chưa',
      abandoned: 'không in được',
    },
    reprint: 'In lại',
    dismiss: 'Bỏ qua',
  },
};
