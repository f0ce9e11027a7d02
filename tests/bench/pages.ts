import { resolve } from 'node:path';
import { LIGHT_PAGES, scriptKilobytes } from '../browser/page-size.ts';
import { atMost, type Figure, shown } from './figure.ts';

/** Pages that staff open on their own computers: shown without a limit. */
const HEAVY_PAGES = ['desk', 'desk/printer'];

export async function pages(): Promise<Figure[]> {
  const kilobytes = (page: string) => scriptKilobytes(resolve('dist/pages'), page);
  return [
    ...LIGHT_PAGES.map(({ page, limit }) =>
      atMost(limit, `JavaScript of ${page}, gzipped`, kilobytes(page), { unit: ' KB' }),
    ),
    ...HEAVY_PAGES.map((page) => shown(`JavaScript of ${page}, gzipped`, `${kilobytes(page).toFixed(2)} KB`)),
  ];
}
