/** The pages for visitors with several dossiers. */
export const dossiers = {
  howManyDossiers: 'Ông/bà nộp bao\u00a0nhiêu hồ\u00a0sơ?',
  howManyDossiersHelp: 'Chạm vào số hồ\u00a0sơ. Chỉ cần lấy một số thứ tự.',
  dossiers: (count: number): string => `${count} hồ\u00a0sơ`,
  turnsOf: (turns: number): string => `${turns} lượt`,
  more: '10+',
  moreHelp: 'Nhập số',
  typeHelp: 'Nhập số hồ\u00a0sơ, tối đa 99',
  typed: 'Số hồ sơ đã nhập',
  turns: (perTurn: number): string =>
    `Mỗi lượt tiếp nhận ${perTurn} hồ\u00a0sơ để người sau không phải chờ lâu. Xong mỗi lượt, ông/bà giữ nguyên số và chờ gọi lại cho hồ\u00a0sơ tiếp theo.`,
};
