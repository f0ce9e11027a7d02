import { join } from 'node:path';
import { buildId, ROOT } from '../../build/prepare.mjs';

/** Options of a server that serves the built pages. */
export const BUILT = { pages: join(ROOT, 'dist/pages'), build: buildId() };
