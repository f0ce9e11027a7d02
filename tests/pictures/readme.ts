/** Takes the pictures of the README. */
import { FROM_LAN } from '../browser/machine.ts';
import { Desk } from '../browser/screens/desk.ts';
import { Kiosk } from '../browser/screens/kiosk.ts';
import { PASSWORD, type StagedOffice } from '../browser/staged-office.ts';
import type { Photographer, Size } from './photographer.ts';

const TELEVISION: Size = [1920, 1080, 0.5];
const UPRIGHT: Size = [1080, 1920, 0.5];
const TABLET: Size = [1280, 800, 0.75];
const DESKTOP: Size = [1600, 900, 0.7];
const HALF_DESKTOP: Size = [800, 1000, 0.8];

async function photographKiosk(photographer: Photographer): Promise<void> {
  const english = await photographer.open('/kiosk?lang=en', UPRIGHT);
  await english.locator('.services').waitFor();
  await photographer.take(english, 'kiosk-en.png');
  const page = await photographer.open('/kiosk', UPRIGHT);
  const kiosk = new Kiosk(page);
  await kiosk.says('Ông/bà cần làm thủ tục gì?');
  await photographer.take(page, 'kiosk.png');
  await kiosk.touch('Hộ tịch');
  await kiosk.says('Ông/bà có thuộc diện ưu tiên không?');
  await photographer.take(page, 'kiosk-class.png');
  await kiosk.touch('lấy số thường');
  await kiosk.says('Mời ông/bà lấy phiếu');
  await photographer.take(page, 'kiosk-result.png');
  const printer = await photographer.open('/printer', [1280, 1000, 1]);
  await printer.locator('.papers img').first().waitFor();
  await photographer.take(printer, 'ticket.png', printer.locator('.papers img').first());
}

async function photographDeskAndTelevision(photographer: Photographer): Promise<void> {
  const television = await photographer.open('/display', TELEVISION);
  await television.locator('.lobby').waitFor();
  await photographer.take(television, 'display.png');
  const desk = new Desk(await photographer.open('/desk', DESKTOP));
  await desk.signIn('lan', PASSWORD);
  await desk.numberIn('serving');
  await photographer.take(desk.page, 'desk.png');
  await desk.finishAndCall();
  await television.locator('.call.announcing').waitFor();
  await photographer.take(television, 'display-call.png');

  const unpaired = await photographer.open('/display', TELEVISION, FROM_LAN);
  await unpaired.locator('.code').waitFor();
  const supervisor = await photographer.open('/desk', HALF_DESKTOP);
  await new Desk(supervisor).signIn('admin', PASSWORD);
  await supervisor.locator('.tabs button').last().click();
  await supervisor.locator('.pairing-row').waitFor();
  await photographer.take(supervisor, 'supervisor.png');
}

async function photographRating(photographer: Photographer): Promise<void> {
  const page = await photographer.open('/rating', TABLET);
  await page.locator('.faces').waitFor();
  await photographer.take(page, 'rating.png');
}

/** Sends one visitor away to fix papers, and lets one miss the call. */
async function sendSomeAway(office: StagedOffice): Promise<void> {
  await office.at(1, 'away');
  await office.at(2, 'finish');
  await office.at(2, 'call-next');
  await office.at(2, 'miss');
  for (const counter of [1, 2]) {
    await office.at(counter, 'call-next');
    await office.at(counter, 'start');
  }
}

export async function photographForReadme(office: StagedOffice, photographer: Photographer): Promise<void> {
  await sendSomeAway(office);
  await photographKiosk(photographer);
  await photographDeskAndTelevision(photographer);
  await photographRating(photographer);
  await office.at(0, 'start');
}
