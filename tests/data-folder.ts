import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DurableJsonFile } from '../server/setup/json-file.ts';
import { officeFormat } from '../server/setup/office/office-store.ts';
import type { Office } from '../shared/office/office.ts';
import { communeOffice } from './office.ts';

/** Writes `setup/office.json` as the server would, before its first start in the folder, which would write the starter office. */
export async function writeOffice(dataFolder: string, office: Office = communeOffice): Promise<void> {
  const folder = join(dataFolder, 'setup');
  await mkdir(folder, { recursive: true });
  const file = new DurableJsonFile(join(folder, 'office.json'), officeFormat, ({ text }) => {
    throw new Error(text.en);
  });
  await file.write(office);
}
