/** The page for visitors with several dossiers. */
export const dossiers = {
  howManyDossiers: 'Ông/bà nộp bao nhiêu hồ sơ?',
  howManyDossiersHelp: 'Dành cho người làm hộ hoặc có nhiều hồ sơ. Chỉ cần lấy một số.',
  dossierWord: (_count: number): string => 'hồ sơ',
  fewerDossiers: (step: number): string => `Bớt ${step} hồ sơ`,
  moreDossiers: (step: number): string => `Thêm ${step} hồ sơ`,
  turns: (count: number, perTurn: number): string =>
    count > perTurn
      ? `Mỗi lượt giải quyết ${perTurn} hồ sơ. Hết lượt, ông/bà giữ nguyên số, thời gian đã chờ vẫn được tính và chờ được gọi lại cho các hồ sơ còn lại. Chỉ cần lấy một số.`
      : 'Các hồ sơ này được giải quyết trong một lượt.',
};
