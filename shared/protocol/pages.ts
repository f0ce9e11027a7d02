/** The pages of the product. The build, the server and the dev server all take them from here. */

/** Folder of each page by its address; a word in braces stands for anything without slash and dot, which files have. */
const PAGES = {
  '/kiosk': 'kiosk/ticket',
  '/kiosk/calibrate': 'kiosk/calibrate',
  '/rating': 'kiosk/rating',
  '/display': 'display/lobby',
  '/display/{screen}': 'display/lobby',
  '/display/counter/{number}': 'display/counter',
  '/t/{ticketId}': 'display/phone',
  '/desk': 'desk',
  '/printer': 'desk/printer',
} as const;

/** The pages with an address of one word and nothing to fill in. */
export type PlainPage = Exclude<keyof typeof PAGES, `/${string}/${string}`>;

// Marked for the bundler: a page that takes no more than an address from here leaves the table out.
export const PAGE_FOLDERS = /* @__PURE__ */ foldersOf(PAGES);

function foldersOf(pages: Readonly<Record<string, string>>): string[] {
  return [...new Set(Object.values(pages))];
}

/** Pages that are also built for the browsers of old TVs and telephones. */
export const LEGACY_FOLDERS = ['display/lobby', 'display/counter', 'display/phone'];

/** Before the address of a page: the same page for old browsers. Also the folder of that build within the pages. */
export const LEGACY = '/legacy';

/** The address of the office's logo, whatever its file is called. */
export const LOGO = '/look/logo';

/** The address of a picture or video among the notices. */
export function noticeAddress(file: string): string {
  return `/notices/${encodeURIComponent(file)}`;
}

/** The address of one of the office's TVs; the first is also `/display`. */
export function screenAddress(screenId: string): string {
  return `/display/${screenId}`;
}

/** The address of a ticket's own page; `office` is an origin without a slash at the end. */
export function ticketAddress(office: string, ticketId: string): string {
  return `${office}/t/${ticketId}`;
}

/** The folder of the page at an address without query, with or without a slash at the end; null for no page. */
export function pageAt(path: string): string | null {
  const asked = path.replace(/\/$/, '');
  const page = Object.entries(PAGES).find(([address]) => patternOf(address).test(asked));
  return page?.[1] ?? null;
}

function patternOf(address: string): RegExp {
  return new RegExp(`^${address.replace(/\{\w+\}/g, '[^/.]+')}$`);
}
