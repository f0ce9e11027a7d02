export const paper = {
  ticket: 'Số thứ tự',
  comeBackSlip: 'Phiếu hẹn quay lại',
  reprint: 'In lại',
  /** `numbers` is `1, 2`. */
  counters: (numbers: string): string => `Quầy ${numbers}`,
  priority: (className: string): string => `Ưu tiên: ${className}`,
  /** `inTurns` is what one turn takes, null when one is enough. */
  dossiers: (count: number, inTurns: number | null): string =>
    inTurns === null ? `${count} hồ sơ` : `${count} hồ sơ – mỗi lượt ${inTurns} hồ sơ`,
  appointment: (clock: string): string => `Hẹn lúc ${clock}`,
  turn: 'Dự kiến đến lượt',
  ahead: 'Trước ông/bà',
  /** On short tickets. */
  left: (people: number): string => `còn ${people} người`,
  next: 'Ông/bà là người tiếp theo',
  calledFrom: 'Sẽ gọi từ',
  counter: 'Quay lại quầy',
  comeBackBefore: 'Quay lại trước',
  scan: 'Quét để theo dõi lượt trên điện thoại',
  missed: (minutes: number): string => `Nếu qua lượt: báo cán bộ tại quầy trong ${minutes} phút, không cần lấy số mới.`,
  keep: 'Xin ông/bà giữ phiếu đến khi xong việc.',
  comeBack:
    'Sau khi bổ sung hồ sơ, mời ông/bà quay lại trước giờ ghi trên phiếu, báo cán bộ tại quầy để được gọi tiếp, không cần lấy số mới.',
  /** `moment` is `09:41 Thứ Hai, 23/11/2026`. */
  taken: (moment: string): string => `Lấy lúc ${moment}`,
  printed: (moment: string): string => `In lúc ${moment}`,
  telephone: (hotline: string): string => `ĐT ${hotline}`,
};
