/** The voice on the supervisor's page. */
export const voice = {
  heading: 'Giọng đọc',
  loading: 'Đang xem các đoạn ghi âm…',
  reload: 'Xem lại',
  /** `languages` in their order. */
  spoken: (languages: string) => `Mỗi lời gọi được đọc bằng ${languages}.`,
  silent: 'Hiện chỉ có chuông, không đọc lời gọi.',
  and: ' và ',
  styles: { digits: 'đọc từng chữ số (A không một hai)', whole: 'đọc cả số (A mười hai)' },
  dialects: { north: 'cách đọc miền Bắc (linh, nghìn)', south: 'cách đọc miền Nam (lẻ, ngàn)' },
  repeats: { true: 'đọc hai lần nếu chưa có số khác cần gọi', false: 'đọc một lần' },
  change: 'Cách đọc được đặt ở mục “voice” trong tệp office.json.',
  languages: { vi: 'tiếng Việt', en: 'tiếng Anh' },
  ownLanguage: (code: string) => `ngôn ngữ “${code}”`,

  // a sentence to hear
  trial: 'Nghe thử',
  number: 'Số',
  counter: 'Quầy',
  language: 'Ngôn ngữ',
  recall: 'Gọi nhắc lại',
  play: 'Nghe',
  playing: (sentence: string) => `Đang đọc: ${sentence}`,
  notPlayed: 'Không đọc được lời gọi này. Xin xem những đoạn còn thiếu ở dưới.',

  // the clips
  clips: 'Các đoạn ghi âm',
  counts: { own: (count: number) => `${count} đoạn tự thu`, shipped: (count: number) => `${count} đoạn có sẵn` },
  missing: (count: number) => `thiếu ${count} đoạn`,
  unusable: (count: number) => `${count} đoạn tự thu bị lỗi`,
  words: 'Lời đọc và tên tệp',
  source: 'Nguồn',
  sources: { own: 'tự thu', shipped: 'có sẵn', spelled: 'đọc theo chữ cái', none: 'chưa có' },
  problems: {
    'no-wav': 'tệp tự thu không phải WAV',
    'other-format': 'tệp tự thu không đúng dạng 16 bit, mono, 24 kHz',
    'too-long': 'tệp tự thu dài hơn 10 giây',
    unreadable: 'không đọc được tệp tự thu',
  },
  folder: 'Thư mục ghi âm của cơ quan',
  folderLead:
    'Các đoạn có sẵn là giọng đọc tổng hợp tạm thời. Nên thu giọng người đọc: mỗi đoạn một tệp WAV (16 bit, mono, 24 kHz) đặt trong thư mục con của ngôn ngữ, ví dụ vi/digit-1.wav. Đoạn nào có thì dùng ngay đoạn ấy, không cần khởi động lại. Muốn thêm ngôn ngữ của địa phương, vui lòng tạo thư mục mới, ví dụ km.',
};
