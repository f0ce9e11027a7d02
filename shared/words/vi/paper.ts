export const paper = {
  ticket: 'Phiếu số thứ tự',
  comeBackSlip: 'Phiếu hẹn quay lại',
  reprint: 'In lại',
  priority: (className: string): string => `Ưu tiên: ${className}`,
  /** `inTurns` is what one turn takes, null when one is enough. */
  dossiers: (count: number, inTurns: number | null): string =>
    inTurns === null ? `${count} hồ sơ` : `${count} hồ sơ – mỗi lượt ${inTurns} hồ sơ`,
  appointment: (clock: string): string => `Hẹn lúc ${clock}`,
  ahead: 'Số người chờ trước',
  people: (count: number): string => `${count} người`,
  wait: 'Dự kiến chờ',
  calledFrom: 'Được gọi từ',
  counter: 'Quay lại quầy số',
  validUntil: 'Có giá trị đến',
  scan: 'Quét để theo dõi lượt',
  keep: 'Ông/Bà vui lòng giữ phiếu đến khi xong việc.',
  comeBack:
    'Sau khi bổ sung giấy tờ, mời Ông/Bà quay lại trước giờ ghi trên phiếu và báo với cán bộ tại quầy để được gọi tiếp, không cần lấy số mới.',
  thanks: 'Trân trọng cảm ơn!',
};
