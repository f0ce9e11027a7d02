/** A process for tests that kill it: locks the folder, appends events from many callers and prints the acknowledged ones. */
import { lockFolder } from '../../../server/journal/file/lock.ts';
import { DAY, journalIn, paused } from '../events.ts';

const CALLERS = 20;

async function work(folder: string, platform: string): Promise<void> {
  await lockFolder(folder, platform === 'darwin' ? platform : undefined);
  const journal = journalIn(folder, { log: ({ text }) => void process.stdout.write(`report ${text.en}\n`) });
  let last = (await journal.resume(DAY)).lastSeq;
  process.stdout.write(`open ${last}\n`);
  const caller = async () => {
    for (;;) {
      // Commands with one and with two events, as the engine appends them.
      const events = [paused(++last)];
      if (last % 3 === 0) events.push(paused(++last, 'nghỉ', `request-${last - 1}`));
      await journal.append(DAY, events);
      process.stdout.write(events.map(({ seq }) => `acknowledged ${seq}\n`).join(''));
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
}

const [, , folder = '', platform = ''] = process.argv;
await work(folder, platform);
