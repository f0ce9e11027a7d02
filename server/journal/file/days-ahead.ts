/** Reports that the journal has business days which the machine's clock has not reached yet. */
import { join } from 'node:path';
import { addDays, type BusinessDay } from '../../../shared/time.ts';
import type { LogEntry } from '../../log.ts';

/** Null when the journal has no day after tomorrow or later; one day of difference needs no action. */
export function daysAhead(days: readonly BusinessDay[], today: BusinessDay, folder: string): LogEntry | null {
  const ahead = days.filter((day) => day > addDays(today, 1));
  const last = ahead.at(-1);
  if (last === undefined) return null;
  const files = ahead.map((day) => join(folder, `${day}.jsonl`)).join(', ');
  const vi = [
    `Nhật ký đã có ngày ${last}, đồng hồ máy chủ mới là ngày ${today}: văn phòng tạm chạy tiếp từ giờ cuối cùng đã biết.`,
    'Nếu ngày của máy sai: chỉnh lại đồng hồ, không cần làm gì thêm.',
    `Nếu ngày của máy đúng, tức là đồng hồ từng chạy trước: dừng máy chủ, chuyển ${files} sang thư mục khác, rồi khởi động lại.`,
  ];
  const en = [
    `The journal knows the day ${last}, the server's clock says ${today}: the office goes on from the last known time.`,
    'If the date of the machine is wrong: set the clock, nothing else is to be done.',
    `If it is right, because the clock once ran ahead: stop the server, move ${files} to another folder, start again.`,
  ];
  return { level: 'error', code: 'journal-ahead', text: { vi: vi.join('\n'), en: en.join('\n') } };
}
