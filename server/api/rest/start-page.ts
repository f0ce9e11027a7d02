import { createHash } from 'node:crypto';
import type { Text } from '../../../shared/language.ts';
import type { PlainPage } from '../../../shared/protocol/pages.ts';

const style = `
body { margin: 0; min-height: 100vh; background: #0b2a5b; color: #fff; font: 20px/1.5 "Be Vietnam Pro", system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 3rem 1.5rem; }
h1 { margin: 0 0 1.5rem; color: #ffd166; font-size: 2.4rem; }
a { display: block; margin: 0 0 1rem; padding: 1rem 1.25rem; border-radius: 0.75rem; background: #fff; color: #0b2a5b; text-decoration: none; }
a:focus-visible { outline: 4px solid #ffd166; outline-offset: 3px; }
strong { display: block; font-size: 1.2rem; }
`;

const TITLES: Record<PlainPage, Text> = {
  '/kiosk': { vi: 'Lấy số thứ tự', en: 'Ticket kiosk' },
  '/display': { vi: 'Màn hình sảnh chờ', en: 'Lobby TV' },
  '/desk': { vi: 'Bàn làm việc của cán bộ', en: 'Staff desk' },
  '/rating': { vi: 'Đánh giá mức độ hài lòng', en: 'Exit rating' },
  '/printer': { vi: 'Xem trước phiếu in', en: 'Printer preview' },
};

/** The pages that the start page and the greeting on the console list. */
export const LINKS = Object.entries(TITLES).map(([href, title]) => ({ href, ...title }));

/** The page at `/`, for a person who types the server's address without a path. */
export const startPage = `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="google" content="notranslate"><title>Đến Lượt</title><link rel="icon" href="data:,">
<style>${style}</style></head>
<body><main><h1>Đến Lượt</h1><nav>
${LINKS.map(({ href, vi, en }) => `<a href="${href}"><strong>${vi}</strong><span lang="en">${en}</span></a>`).join('\n')}
</nav></main></body>
</html>
`;

/** The hash that allows this page's inline style under the content policy. */
export const startPageStyle = ` 'sha256-${createHash('sha256').update(style).digest('base64')}'`;
