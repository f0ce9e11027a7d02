/** The addresses of the product's pages and of what they load. Used by the build, the server, the dev server and the pages. */

/** The folder of each page by its address. A word in braces matches any text without slash and dot; files have a dot. */
const PAGES = {
  '/kiosk': 'kiosk/ticket',
  '/kiosk/calibrate': 'kiosk/calibrate',
  '/kiosk/{kiosk}': 'kiosk/ticket',
  '/rating': 'kiosk/rating',
  '/display': 'display/lobby',
  '/display/{screen}': 'display/lobby',
  '/display/counter/{number}': 'display/counter',
  '/t/{ticketId}': 'display/phone',
  '/desk': 'desk',
  '/printer': 'desk/printer',
} as const;

/** Pages with an address of one word and without parameters. */
export type PlainPage = Exclude<keyof typeof PAGES, `/${string}/${string}`>;

// Marked as pure for the bundler, so that pages which import only an address from this file do not contain the table.
export const PAGE_FOLDERS = /* @__PURE__ */ foldersOf(PAGES);

function foldersOf(pages: Readonly<Record<string, string>>): string[] {
  return [...new Set(Object.values(pages))];
}

/** Folders of the pages that are also built for old browsers of TVs and telephones. */
export const LEGACY_FOLDERS = ['display/lobby', 'display/counter', 'display/phone'];

/** Prefix of an address for the same page built for old browsers; also the folder of that build within the built pages. */
export const LEGACY = '/legacy';

/** The address of the office's logo, which does not depend on the name of its file. */
export const LOGO = '/look/logo';

/** The address of a picture or video among the notices. */
export function noticeAddress(file: string): string {
  return `/notices/${encodeURIComponent(file)}`;
}

/** The address of one of the office's TVs; the first is also `/display`. */
export function screenAddress(screenId: string): string {
  return `/display/${screenId}`;
}

/** The kiosk that an address names, `/kiosk/entrance`; nothing for `/kiosk`, which is the first one. */
export function kioskOf(path: string): { kiosk?: string } {
  const name = /\/kiosk\/([^/]+)/.exec(path)?.[1];
  return name ? { kiosk: decodeURIComponent(name) } : {};
}

/** The address of a ticket's own page; `office` is an origin without a slash at the end. */
export function ticketAddress(office: string, ticketId: string): string {
  return `${office}/t/${ticketId}`;
}

/** The folder of the page at `path`, an address without query, with or without a slash at the end; null for no page. */
export function pageAt(path: string): string | null {
  const bare = path.replace(/\/$/, '');
  const page = Object.entries(PAGES).find(([address]) => patternOf(address).test(bare));
  return page?.[1] ?? null;
}

function patternOf(address: string): RegExp {
  return new RegExp(`^${address.replace(/\{\w+\}/g, '[^/.]+')}$`, 'i');
}
