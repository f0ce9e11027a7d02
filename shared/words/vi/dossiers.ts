/** The page for visitors with several dossiers. */
export const dossiers = {
  howManyDossiers: 'Ông/bà nộp bao nhiêu hồ sơ?',
  howManyDossiersHelp: 'Dành cho người làm hộ hoặc có nhiều hồ sơ. Chỉ cần lấy một số.',
  dossierWord: (_count: number): string => 'hồ sơ',
  fewerDossiers: (step: number): string => `Bớt ${step} hồ sơ`,
  moreDossiers: (step: number): string => `Thêm ${step} hồ sơ`,
  turns: (count: number, perTurn: number): string =>
    count > perTurn
      ? `Mỗi lượt giải quyết ${perTurn} hồ sơ, để người đến sau không phải chờ quá lâu. Hết lượt, ông/bà giữ nguyên số và chờ được gọi lại cho các hồ sơ còn lại.`
      : 'Các hồ sơ này được giải quyết trong một lượt.',
};
