/** The sentences about rejections. No first picture of a page needs them, so they are loaded right after the page. */
import { signal } from '@preact/signals';

type Explain = typeof import('../words/rejection.ts').explain;

const RETRY_MS = 2_000;
const loaded = signal<Explain | null>(null);

async function load(): Promise<void> {
  try {
    loaded.value = (await import('../words/rejection.ts')).explain;
  } catch {
    // The server cannot be reached.
    setTimeout(load, RETRY_MS);
  }
}
void load();

/** `explain` of the words; empty in the moments until they are loaded, after which the components that call it are drawn again. */
export const explain: Explain = (rejection, language, timeZone) => loaded.value?.(rejection, language, timeZone) ?? '';
