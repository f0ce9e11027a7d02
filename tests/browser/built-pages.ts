import { join } from 'node:path';
import { buildId, ROOT } from '../../build/prepare.mjs';

/** What a server is told of the pages as they are built. */
export const BUILT = { pages: join(ROOT, 'dist/pages'), build: buildId() };
