/** What kiosk, rating pad and desk show in a browser that is too old for them; the build writes it into the pages. */
import type { Language } from '../language.ts';

export const unsupportedBrowser = {
  vi: 'Trình duyệt này quá cũ nên không mở được trang. Xin cập nhật trình duyệt hoặc hệ điều hành của máy; trang này cần Chrome hoặc Edge từ bản 94, Firefox từ bản 98, Safari từ bản 15.4 (iPad: iPadOS 15.4).',
  en: 'This browser is too old to show the page. Please update the browser or the system of this machine; the page needs Chrome or Edge 94, Firefox 98, or Safari 15.4 (iPad: iPadOS 15.4), or newer.',
} satisfies Record<Language, string>;
