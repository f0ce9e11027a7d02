/** `npm run pictures` takes a picture of every screen of a real office after a busy morning. Look at them before you commit them. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, ROOT } from '../../build/prepare.mjs';
import { starterOffice } from '../../server/setup/office/starter.ts';
import type { Office } from '../../shared/office/office.ts';
import { launchBrowser } from '../browser/browser.ts';
import { playMorning } from '../browser/morning.ts';
import { StagedOffice } from '../browser/staged-office.ts';
import { Book } from './book.ts';
import { showDesk } from './desk.ts';
import { showKiosk } from './kiosk.ts';
import { showKioskTrouble } from './kiosk-trouble.ts';
import { showNight } from './night.ts';
import { HOURS, MORNING, NOW } from './offices.ts';
import { showPapers } from './papers.ts';
import { showPhone } from './phone.ts';
import { Photographer } from './photographer.ts';
import { showRating } from './rating.ts';
import { photographForReadme } from './readme.ts';
import { showCounterSign } from './sign.ts';
import { OTHER_HALL, PICTURE, showTelevision } from './television.ts';

const DOCS = join(ROOT, 'docs');
/** The services of the starter office, by how many visitors come for each. */
const VISITED = [
  ['civil-status', 9],
  ['certification', 5],
  ['land', 8],
  ['social', 5],
  ['business', 5],
  ['results', 5],
  ['information', 1],
] as const;

/** Enough for all calls in the chapters after the kiosk, whose pictures show an ordinary morning. */
const VISITORS = 14;
async function arrive(office: StagedOffice): Promise<void> {
  for (let visitor = 0; visitor < VISITORS; visitor += 1)
    await office.ticket(visitor % 2 === 0 ? 'civil-status' : 'certification');
}

const CHAPTERS: Record<string, (book: Book, office: StagedOffice) => Promise<void>> = {
  kiosk: showKiosk,
  trouble: showKioskTrouble,
  papers: showPapers,
  display: showTelevision,
  counter: showCounterSign,
  phone: showPhone,
  rating: showRating,
  desk: showDesk,
  night: showNight,
};

// `npm run pictures -- phone desk` takes the pictures of those chapters only, and does not change docs/SCREENS.md.
const named = process.argv.slice(2);
if (!build()) process.exit(1);
if (named.length === 0) await rm(join(DOCS, 'screens'), { recursive: true, force: true });
const changes = {
  hours: HOURS,
  notices: [...starterOffice.notices, PICTURE],
  screens: [...starterOffice.screens, OTHER_HALL],
} satisfies Partial<Office>;
const office = await StagedOffice.open(MORNING, changes, starterOffice);
const browser = await launchBrowser();
try {
  await playMorning(office, NOW, VISITED);
  if (named.length === 0) await photographForReadme(office, new Photographer(browser, office, join(DOCS, 'pictures')));
  const book = new Book(new Photographer(browser, office, join(DOCS, 'screens')));
  for (const [name, show] of Object.entries(CHAPTERS)) {
    if (name === 'display') await arrive(office);
    if (named.length === 0 || named.includes(name)) await show(book, office);
  }
  if (named.length === 0) await writeFile(join(DOCS, 'SCREENS.md'), book.text());
} finally {
  await browser.close();
  await office.close();
}
