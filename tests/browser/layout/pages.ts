/** Every page of the product with the steps that lead to it, and the ten sizes of the screens it is shown on. */
import type { Page } from 'playwright-core';
import { MINUTE } from '../../../shared/time.ts';
import { typeByHand } from '../by-hand.ts';
import { WITH_SCANNER } from '../scanner.ts';
import { Desk } from '../screens/desk.ts';
import { PASSWORD, type StagedOffice } from '../staged-office.ts';
import { COUNTERS } from './offices.ts';

type Size = readonly [width: number, height: number];

export interface Shown {
  name: string;
  path: string | ((office: StagedOffice) => Promise<string>);
  /** Leads from the loaded page to the one that is examined. */
  reach(page: Page, office: StagedOffice): Promise<void>;
  sizes: readonly Size[];
  /** Whether people see one screen of it, and do not scroll. */
  everything: boolean;
  /** The numbers of counters with which the page looks different. */
  counters: readonly number[];
}

const TOUCH: Size[] = [
  [1024, 768],
  [1280, 800],
  [1280, 1024],
  [1366, 768],
  [1920, 1080],
  [768, 1024],
  [800, 1280],
  [768, 1366],
  [1080, 1920],
  [1050, 1680],
];
const TVS: Size[] = [
  [1024, 768],
  [1280, 720],
  [1366, 768],
  [1600, 900],
  [1920, 1080],
  [2560, 1440],
  [3840, 2160],
  [720, 1280],
  [1080, 1920],
  [2160, 3840],
];
const SIGNS: Size[] = [
  [800, 600],
  [800, 480],
  [1024, 600],
  [1280, 800],
  [1920, 1080],
  [1920, 540],
  [480, 800],
  [600, 1024],
  [800, 1280],
  [1080, 1920],
];
const PHONES: Size[] = [
  [320, 568],
  [360, 640],
  [360, 740],
  [375, 667],
  [390, 844],
  [412, 915],
  [430, 932],
  [540, 720],
  [768, 1024],
  [844, 390],
];
const DESKS: Size[] = [
  [360, 700],
  [480, 900],
  [768, 1024],
  [1024, 768],
  [1280, 720],
  [1280, 800],
  [1366, 768],
  [1440, 900],
  [1920, 1080],
  [2560, 1440],
];

const seen = (page: Page, selector: string) => page.locator(selector).first().waitFor();
const press = (page: Page, selector: string) => page.locator(selector).first().click();

const FOUR = [4];
const kiosk = { path: '/kiosk', sizes: TOUCH, everything: true, counters: FOUR };
const rating = { path: '/rating', sizes: TOUCH, everything: true, counters: FOUR };
const phone = { sizes: PHONES, everything: false, counters: FOUR };
const desk = { path: '/desk', sizes: DESKS, everything: false, counters: FOUR };
const clerk = async (page: Page) => {
  await new Desk(page).signIn('lan', PASSWORD);
  await seen(page, '.work.serving');
};

async function toClasses(page: Page): Promise<void> {
  await press(page, '.service:nth-child(2)');
  await seen(page, '.class-choice');
}

async function toThanks(page: Page): Promise<void> {
  await press(page, '.faces button:last-child');
  await seen(page, '.thanks .numbers');
}

async function toReasons(page: Page): Promise<void> {
  await press(page, '.faces button:first-child');
  await seen(page, '.reasons');
}

/** Loads the page again with these texts replaced in all messages of the server, to show rare states. */
async function pretend(page: Page, words: Record<string, string>): Promise<void> {
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const office = socket.connectToServer();
    office.onMessage((message) => {
      if (typeof message !== 'string') return socket.send(message);
      socket.send(Object.entries(words).reduce((said, [from, to]) => said.replaceAll(from, to), message));
    });
  });
  await page.reload();
}

const AT_13_30 = Date.parse('2026-11-23T13:30:00+07:00');

export const PAGES: readonly Shown[] = [
  { ...kiosk, name: 'kiosk services', counters: COUNTERS, reach: (page) => seen(page, '.services') },
  { ...kiosk, name: 'kiosk classes', reach: toClasses },
  {
    ...kiosk,
    name: 'kiosk dossiers',
    reach: async (page) => {
      await toClasses(page);
      await press(page, '.for-others');
      await seen(page, '.counting');
    },
  },
  {
    ...kiosk,
    name: 'kiosk typed dossiers',
    reach: async (page) => {
      await toClasses(page);
      await press(page, '.for-others');
      await press(page, '.count.more');
      await seen(page, '.typed');
    },
  },
  {
    ...kiosk,
    name: 'kiosk classes of an appointment',
    reach: async (page, office) => {
      await office.book('482917', 'service-A', AT_13_30);
      await press(page, '.booked');
      await seen(page, '.code-pad');
      await typeByHand(page, '48291');
      await page.keyboard.press('7');
      await seen(page, '.class-choice');
    },
  },
  {
    ...kiosk,
    name: 'kiosk confirm',
    reach: async (page) => {
      await pretend(page, {
        '"thisSession":"likely"': '"thisSession":"uncertain"',
        '"nextSession":null': `"nextSession":{"opensAt":${AT_13_30},"today":true}`,
      });
      await toClasses(page);
      await press(page, '.regular');
      await seen(page, '.ways-on');
    },
  },
  {
    ...kiosk,
    name: 'kiosk where a ticket is',
    path: `/kiosk?${WITH_SCANNER}`,
    reach: async (page, office) => {
      await seen(page, '.services');
      // All keys at once, as no keyboard sends them: a pause between two would end the scan.
      await page.evaluate(
        (keys) => {
          for (const key of keys) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        },
        ['~', ...(await office.ticket('service-B')), 'Enter'],
      );
      await seen(page, '.where');
    },
  },
  {
    ...kiosk,
    name: 'kiosk in a break',
    reach: async (page) => {
      await pretend(page, { '"opening":{"state":"open"': `"opening":{"state":"break","opensAt":${AT_13_30}` });
      await seen(page, '.closed');
    },
  },
  {
    ...kiosk,
    name: 'kiosk closed',
    reach: async (page) => {
      await pretend(page, { '"opening":{"state":"open"': `"opening":{"state":"closed","opensAt":${AT_13_30}` });
      await seen(page, '.closed');
    },
  },
  {
    ...kiosk,
    name: 'kiosk without paper',
    reach: async (page) => {
      await pretend(page, { '"state":"printed"': '"state":"failed"' });
      await toClasses(page);
      await press(page, '.regular');
      await seen(page, '.paper.warn');
    },
  },
  {
    ...kiosk,
    name: 'kiosk result',
    reach: async (page) => {
      await toClasses(page);
      await press(page, '.regular');
      await seen(page, '.paper.good');
    },
  },
  {
    ...kiosk,
    name: 'kiosk code',
    reach: async (page) => {
      await press(page, '.booked');
      await seen(page, '.code-pad');
    },
  },
  {
    ...kiosk,
    name: 'kiosk aids',
    reach: async (page) => {
      await press(page, '.aids-button');
      await seen(page, '.switches');
    },
  },
  { ...kiosk, name: 'kiosk calibration', path: '/kiosk/calibrate', reach: (page) => seen(page, 'main button') },
  { ...rating, name: 'rating faces', reach: (page) => seen(page, '.faces') },
  { ...rating, name: 'rating thanks', reach: toThanks },
  { ...rating, name: 'rating reasons', reach: toReasons },
  {
    ...rating,
    name: 'rating number',
    counters: COUNTERS,
    reach: async (page) => {
      await toReasons(page);
      await press(page, '.numbers button:last-child');
      await seen(page, '.pad');
    },
  },
  {
    ...rating,
    name: 'rating thanks after a low vote',
    reach: async (page) => {
      await toReasons(page);
      await press(page, '.done');
      await seen(page, '.thanks');
    },
  },
  {
    name: 'television with a call',
    path: '/display',
    sizes: TVS,
    everything: true,
    counters: COUNTERS,
    reach: async (page, office) => {
      await seen(page, '.counters li');
      await office.at(office.counters - 1, 'recall');
      await seen(page, '.call.announcing');
    },
  },
  {
    name: 'television between calls',
    // Calls before the last minute are not announced again.
    path: async (office) => {
      office.passTo(office.now() + MINUTE);
      return '/display';
    },
    sizes: TVS,
    everything: true,
    counters: COUNTERS,
    reach: (page) => seen(page, '.counters li'),
  },
  {
    name: 'sign of a counter',
    path: '/display/counter/1',
    sizes: SIGNS,
    everything: true,
    counters: COUNTERS,
    reach: (page) => seen(page, '.sign.serving'),
  },
  {
    ...phone,
    name: 'phone waiting',
    path: async (office) => `/t/${await office.ticket('service-B', 'elderly')}`,
    reach: (page) => seen(page, '.number'),
  },
  {
    ...phone,
    name: 'phone postpone',
    path: async (office) => `/t/${await office.ticket('service-B', 'elderly')}`,
    reach: async (page) => {
      await press(page, '.postpone');
      await seen(page, '.question');
    },
  },
  {
    ...phone,
    name: 'phone unknown',
    path: '/t/8a7c1d52-44ef-4a01-9b2e-3f60d1c0aa11',
    reach: (page) => seen(page, 'main'),
  },
  { ...desk, name: 'desk sign-in', reach: (page) => seen(page, '.sign-in') },
  { ...desk, name: 'desk work', counters: COUNTERS, reach: clerk },
  {
    ...desk,
    name: 'desk waiting visitor',
    reach: async (page) => {
      await clerk(page);
      await press(page, '.waiting .row');
      await seen(page, '.row-steps');
    },
  },
  {
    ...desk,
    name: 'desk transfer',
    reach: async (page) => {
      await clerk(page);
      await page.keyboard.press('t');
      await seen(page, 'dialog[open]');
    },
  },
  {
    ...desk,
    name: 'desk pause',
    reach: async (page) => {
      await clerk(page);
      await page.keyboard.press('f');
      await seen(page, '.work.open');
      await page.keyboard.press('p');
      await seen(page, 'dialog[open]');
    },
  },
  {
    ...desk,
    name: 'desk appointments',
    reach: async (page) => {
      await new Desk(page).signIn('minh', PASSWORD);
      await press(page, '.tabs button:nth-child(2)');
      await seen(page, '.times');
    },
  },
  {
    ...desk,
    name: 'desk choice of a counter',
    counters: COUNTERS,
    reach: async (page) => {
      await new Desk(page).signIn('admin', PASSWORD);
      await seen(page, '.choose');
    },
  },
  {
    ...desk,
    name: 'desk management',
    counters: COUNTERS,
    reach: async (page) => {
      await new Desk(page).signIn('admin', PASSWORD);
      await press(page, '.tabs button:last-child');
      await seen(page, 'form.add-person');
    },
  },
  { ...desk, name: 'printer preview', path: '/printer', reach: (page) => seen(page, 'img') },
];
