/** Serves the built pages. Only files found at start are served, so that a made-up path can never reach another file. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type Context, Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { getMimeType } from 'hono/utils/mime';
import { LEGACY, pageAt } from '../../../shared/protocol/pages.ts';
import { isMissing } from '../../files.ts';
import type { Env } from './dependencies.ts';
import { noPage, startPage, startPageStyle } from './start-page.ts';

/** The number of a ticket of today, for the page of its holder; null for any other id. */
export type NumberOf = (ticketId: string) => Promise<string | null>;

export function pagesApp(folder: string, numberOf: NumberOf): Hono<Env> {
  const app = new Hono<Env>({ strict: false });
  const files = filesUnder(folder);
  app.get('/', (context) => {
    context.header('Content-Security-Policy', contentPolicy(startPageStyle));
    context.header('Cache-Control', 'no-cache');
    return context.html(startPage);
  });
  app.get('*', async (context) => {
    const name = fileAt(context.req.path);
    if (files.has(name) && TICKET_PAGE.test(name)) return ticketPage(context, join(folder, name), numberOf);
    const encoding = files.has(name) && !isCompressed(name) ? encodingOf(context, name, files) : null;
    const content = encoding ? await contentOf(join(folder, name + ENCODINGS[encoding])) : null;
    if (!encoding || !content) return context.html(noPage, 404);
    // The name of each file below assets/ has a hash of its content, made by the build.
    const cache = /^(legacy\/)?assets\//.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache';
    const type = getMimeType(name) ?? 'application/octet-stream';
    context.header('Vary', 'Accept-Encoding');
    if (encoding !== 'identity') context.header('Content-Encoding', encoding);
    return context.body(content, 200, { 'Content-Type': type, 'Cache-Control': cache });
  });
  return app;
}

const TICKET_PAGE = /^(legacy\/)?display\/phone\/index\.html$/;
/** Where `display/phone/index.html` has room for the number. */
const NUMBER_PLACE = 'number" data-number>';

/** The page of one ticket with its number written into it, which a telephone shows seconds before the script has loaded. */
async function ticketPage(context: Context<Env>, file: string, numberOf: NumberOf) {
  const content = await contentOf(file);
  if (!content) return context.html(noPage, 404);
  const ticketId = context.req.path.split('/').filter(Boolean).pop() ?? '';
  // While the journal cannot be read, the page loads without the number.
  const number = await numberOf(ticketId).catch(() => null);
  const shown =
    number !== null && /^[\p{L}\p{N}]+$/u.test(number) ? `number signs-${number.length}">${number}` : 'number">';
  context.header('Cache-Control', 'no-cache');
  return context.html(new TextDecoder().decode(content).replace(NUMBER_PLACE, shown));
}

/** The ends of the files' names that the build adds, best first (build/compress.ts). */
const ENCODINGS = { br: '.br', gzip: '.gz', identity: '' };
type Encoding = keyof typeof ENCODINGS;
const isEncoding = (name: string): name is Encoding => Object.hasOwn(ENCODINGS, name);

/** The smallest form of the file that the build has made and the browser accepts. */
function encodingOf(context: Context<Env>, name: string, files: ReadonlySet<string>): Encoding {
  const made = Object.entries(ENCODINGS).filter(([, end]) => files.has(name + end));
  const chosen = accepts(context, {
    header: 'Accept-Encoding',
    supports: made.map(([encoding]) => encoding),
    default: 'identity',
    match: (accepted, { supports, default: plain }) =>
      supports.find((encoding) => accepted.some(({ type, q }) => type.toLowerCase() === encoding && q > 0)) ?? plain,
  });
  return isEncoding(chosen) ? chosen : 'identity';
}

function isCompressed(name: string): boolean {
  return Object.values(ENCODINGS).some((end) => end !== '' && name.endsWith(end));
}

/** The path of a legacy page is `/legacy` followed by the path of the modern page. */
function fileAt(path: string): string {
  const legacy = path.startsWith(`${LEGACY}/`);
  const page = pageAt(legacy ? path.slice(LEGACY.length) : path);
  return page ? `${legacy ? `${LEGACY.slice(1)}/` : ''}${page}/index.html` : path.slice(1);
}

/** Old browsers do not count a WebSocket to the same host as `'self'`, so its schemes are listed. */
export function contentPolicy(style = ''): string {
  return [
    "default-src 'self'",
    `style-src 'self'${style}`,
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "connect-src 'self' ws: wss:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}

function filesUnder(folder: string): ReadonlySet<string> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const names = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
    return new Set(names.filter((name) => !name.startsWith('.')));
  } catch (error) {
    // There is no build under `npm run dev`: vite serves the pages.
    if (isMissing(error)) return new Set();
    throw error;
  }
}

async function contentOf(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch {
    // A new build removed the file while this server runs; pages reload themselves when the new server starts.
    return null;
  }
}
