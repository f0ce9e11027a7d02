import { createHash } from 'node:crypto';
import type { Text } from '../../../shared/language.ts';
import type { PlainPage } from '../../../shared/protocol/pages.ts';

/** The colours are those of `shared/client/base.css`, which this page cannot load. */
const style = `
body { margin: 0; min-height: 100vh; background: #f5f2ea; color: #0d2438; font: 18px/1.5 "Be Vietnam Pro", system-ui, sans-serif; }
header { padding: 2.25rem 1.5rem; background: #062f50; color: #fff; }
header > *, nav { max-width: 62rem; margin: 0 auto; }
h1 { font-size: 2.25rem; line-height: 1.27; }
header p { color: #e7eef4; }
nav { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); gap: 1rem; padding: 1.5rem; }
a { display: grid; align-content: start; padding: 1.25rem; border: 2px solid #74879a; border-bottom-width: 5px; border-radius: 1rem; background: #fff; color: #0d2438; text-decoration: none; }
a:hover { border-color: #0a4a7a; }
a:focus-visible { outline: 4px solid #062f50; outline-offset: 3px; }
strong { color: #062f50; font-size: 1.25rem; line-height: 1.35; text-wrap: balance; }
span { color: #4a5763; font-size: 1rem; }
span + span { margin-top: 0.5rem; }
i { font-style: normal; }
code { margin-top: 0.75rem; color: #0a4a7a; font-size: 1rem; }
`;

interface Page extends Text {
  /** Where the page is shown. */
  place: Text;
}

const PAGES: Record<PlainPage, Page> = {
  '/kiosk': {
    vi: 'Lấy số thứ tự',
    en: 'Ticket kiosk',
    place: { vi: 'Đặt ở lối vào, in phiếu cho công dân', en: 'At the entrance; prints tickets' },
  },
  '/display': {
    vi: 'Màn hình sảnh chờ',
    en: 'Lobby TV',
    place: { vi: 'Treo trong sảnh chờ, hiện và đọc số được gọi', en: 'In the hall; shows and speaks calls' },
  },
  '/desk': {
    vi: 'Bàn làm việc của cán bộ',
    en: 'Staff desk',
    place: { vi: 'Trên máy tính của cán bộ tại quầy', en: 'On the computer at each counter' },
  },
  '/rating': {
    vi: 'Đánh giá mức độ hài lòng',
    en: 'Exit rating',
    place: { vi: 'Máy tính bảng ở lối ra', en: 'A tablet at the exit' },
  },
  '/printer': {
    vi: 'Xem trước phiếu in',
    en: 'Printer preview',
    place: { vi: 'Khi chưa có máy in: phiếu hiện trên màn hình', en: 'Without a printer: tickets on the screen' },
  },
};

/** The pages that the start page and the greeting on the console list. */
export const LINKS = Object.entries(PAGES).map(([href, page]) => ({ href, ...page }));

/** The page at `/`, for a person who types the server's address without a path. */
export const startPage = `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="google" content="notranslate"><meta name="description" content="Các trang của phần mềm xếp hàng Đến Lượt."><title>Đến Lượt</title><link rel="icon" href="data:,">
<style>${style}</style></head>
<body><header><h1>Đến Lượt</h1><p>Máy chủ đang chạy. Mở mỗi trang trên thiết bị của trang đó.<br><i lang="en">The server is running. Open each page on its own device.</i></p></header>
<main><nav>
${LINKS.map(link).join('\n')}
</nav></main></body>
</html>
`;

/** For every address without a page. */
export const noPage = `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="google" content="notranslate"><title>Không tìm thấy trang – Đến Lượt</title><link rel="icon" href="data:,"></head>
<body><main><h1>Không tìm thấy trang này.</h1><p lang="en">This page does not exist.</p></main></body>
</html>
`;

function link({ href, vi, en, place }: (typeof LINKS)[number]): string {
  return `<a href="${href}"><strong>${vi}</strong><span lang="en">${en}</span><span>${place.vi}<br><i lang="en">${place.en}</i></span><code>${href}</code></a>`;
}

/** The hash that allows this page's inline style under the content policy. */
export const startPageStyle = ` 'sha256-${createHash('sha256').update(style).digest('base64')}'`;
