import type { Text } from '../../../shared/language.ts';
import { OperatorError } from '../../log.ts';
import { StorageError } from '../journal.ts';

const NOT_ALLOWED: Text = {
  vi: 'Chương trình không được ghi ở đây. Vui lòng cấp quyền ghi thư mục dữ liệu cho tài khoản chạy chương trình',
  en: 'The program may not write here. Give the data folder to the user that the program runs as',
};

const WORDS: Record<string, Text> = {
  ENOSPC: {
    vi: 'Ổ đĩa đã đầy. Vui lòng xóa những tệp không thuộc Đến Lượt, hoặc chuyển thư mục dữ liệu sang ổ đĩa lớn hơn',
    en: 'The disk is full. Delete files that do not belong to Đến Lượt, or move the data folder to a larger disk',
  },
  EDQUOT: {
    vi: 'Đã hết hạn mức ổ đĩa. Vui lòng xin thêm dung lượng, hoặc chuyển thư mục dữ liệu sang ổ đĩa lớn hơn',
    en: 'The disk quota is used up. Ask for more space, or move the data folder to a larger disk',
  },
  EFBIG: {
    vi: 'Tệp không được lớn thêm nữa. Vui lòng nâng giới hạn kích thước tệp cho dịch vụ này',
    en: 'The file may not grow further. Raise the limit on file sizes for this service',
  },
  EROFS: {
    vi: 'Ổ đĩa chỉ đọc được. Thẻ nhớ hay ổ đĩa sắp hỏng thường như vậy: vui lòng sao chép thư mục dữ liệu rồi thay ổ',
    en: 'The disk is read-only. A card or disk often turns so when it fails: copy the data folder, then replace it',
  },
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EIO: {
    vi: 'Ổ đĩa báo lỗi đọc ghi. Vui lòng sao chép ngay thư mục dữ liệu sang ổ khác rồi thay ổ này',
    en: 'The disk reports an input/output error. Copy the data folder to another disk now, then replace this one',
  },
  ENOENT: {
    vi: 'Tệp hoặc thư mục của nó không còn. Vui lòng nối lại ổ đĩa, hoặc đặt thư mục dữ liệu về chỗ cũ',
    en: 'The file or its folder is gone. Connect the disk again, or put the data folder back where it was',
  },
  ENOTDIR: {
    vi: 'Thư mục không còn, ở chỗ đó là một tệp. Vui lòng đặt thư mục dữ liệu về chỗ cũ',
    en: 'The folder is gone and a file stands in its place. Put the data folder back where it was',
  },
  EISDIR: {
    vi: 'Ở chỗ của tệp có một thư mục. Vui lòng dời thư mục đó đi',
    en: 'A folder stands where the file belongs. Move that folder away',
  },
  EMFILE: {
    vi: 'Quá nhiều tệp đang mở. Vui lòng nâng giới hạn số tệp mở cho dịch vụ này',
    en: 'Too many files are open. Raise the limit on open files for this service',
  },
};

const REFUSED: Text = {
  vi: 'Ổ đĩa từ chối. Vui lòng kiểm tra ổ đĩa và thư mục dữ liệu',
  en: 'The disk refused. Check the disk and the data folder',
};

/** Turns an error of the file system into a `StorageError`; any other error is a bug and is returned as it is. */
export function storageError(cause: unknown, path: string): unknown {
  if (cause instanceof OperatorError) return cause;
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return cause;
  const { vi, en } = WORDS[cause.code] ?? REFUSED;
  return new StorageError({ vi: `${vi}.`, en: `${en} (${path}: ${cause.message}).` }, { cause });
}
