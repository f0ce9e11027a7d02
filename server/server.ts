/** The one place where the parts of the server are wired; `main.ts` and the tests start it. */
import { createServer, type Server as HttpServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Health } from '../shared/protocol/views/hall.ts';
import { localTime } from '../shared/time.ts';
import { limitConnections } from './api/connection-limit.ts';
import { httpApp } from './api/rest/app.ts';
import { openLiveDoor } from './api/sockets/socket-server.ts';
import { type Clock, steadyClock } from './engine/clock.ts';
import { type Engine, startEngine } from './engine/engine.ts';
import { makeFolder } from './files.ts';
import { daysAhead } from './journal/file/days-ahead.ts';
import { FileJournal } from './journal/file/file-journal.ts';
import { lockFolder } from './journal/file/lock.ts';
import { reportText } from './journal/file/report.ts';
import type { Journal } from './journal/journal.ts';
import { startOutbox } from './print/outbox.ts';
import { printerAt } from './print/printers/address.ts';
import { PreviewPrinter } from './print/printers/preview-printer.ts';
import { ownAddress } from './process/network-address.ts';
import { closeSoon, takeBack } from './process/shutdown.ts';
import type { Event } from './queue/events.ts';
import { fileTroubles, OfficeFiles } from './setup/office/office-files.ts';
import { openSetup, type Setup } from './setup/setup.ts';
import { ClipLibrary, SHIPPED_CLIPS } from './voice/clip-library.ts';
import { OfficeVoice } from './voice/voice.ts';

export interface ServerOptions {
  /** 0 for any free port. */
  port: number;
  host: string;
  dataFolder: string;
  /** Folder of the built pages. */
  pages: string;
  /** Pages of another build are told to load themselves again. */
  build: string;
  firstPassword?: string | undefined;
  clock?: Clock;
  /** Instead of the files in the data folder. */
  journal?: Journal;
  /** Bugs and trouble, for the log. */
  report(problem: unknown): void;
}

export interface RunningServer {
  port: number;
  engine: Engine;
  setup: Setup;
  /** Within seconds, whatever is connected; calling it again is the same end. */
  stop(): Promise<void>;
}

/** Rejects with FolderInUse, SetupError, StorageError or the error of the port; nothing is left running then. */
export async function start(options: ServerOptions): Promise<RunningServer> {
  const { dataFolder, report } = options;
  const undo: (() => unknown)[] = [];
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= takeBack(undo, report);
    return stopped;
  };
  try {
    await makeFolder(dataFolder);
    const lock = await lockFolder(dataFolder);
    undo.push(() => lock.release());
    return { ...(await wire(options, undo)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function wire(options: ServerOptions, undo: (() => unknown)[]): Promise<Omit<RunningServer, 'stop'>> {
  const { dataFolder, pages, build, firstPassword, report } = options;
  const clock = options.clock ?? steadyClock();
  const setup = await openSetup(join(dataFolder, 'setup'), {
    now: clock.now,
    firstPassword,
    report: ({ text }) => report(`${text.vi}\n${text.en}`),
  });
  undo.push(() => setup.stop());
  const journal =
    options.journal ?? (await openJournal(join(dataFolder, 'journal'), setup.office.timeZone, report, undo));
  const engine = await startEngine({ journal, clock, office: setup.office, report });
  undo.push(() => engine.stop());

  const http = createServer();
  limitConnections(http);
  const address = () => ownAddress(options.host, portOf(http) ?? options.port);
  const preview = new PreviewPrinter(clock.now);
  const outbox = startOutbox({ engine, report, address, printerAt: (place) => printerAt(place, preview) });
  undo.push(() => outbox.stop());

  const health = (): Health => ({ ...engine.health(), printer: outbox.health() });
  const paper = (id: string) => preview.png(id);
  const events = async function* (day: string | null, from: number): AsyncGenerator<Event> {
    // Read between two batches, so that no event is given out before it is durable.
    const list = await engine.read((state) => journal.read(day ?? state.day));
    for (const event of list) if (event.seq >= from) yield event;
  };
  const ownClips = join(dataFolder, 'voice');
  await makeFolder(ownClips);
  const library = new ClipLibrary(SHIPPED_CLIPS, ownClips);
  const voice = new OfficeVoice(library, ownClips, () => setup.office, report);
  const files = new OfficeFiles(dataFolder, () => setup.office);
  await makeFolder(join(dataFolder, 'notices'));
  for (const trouble of fileTroubles(await files.view())) report(trouble);
  const app = httpApp({ engine, setup, health, events, paper, voice, files, address, pages, report });
  http.on('request', getRequestListener(app.fetch));
  const live = openLiveDoor(http, {
    engine,
    setup,
    health,
    papers: () => preview.papers().map((each) => ({ ...each, src: `/preview/${each.id}.png` })),
    address,
    build,
    report,
  });
  undo.push(closeSoon(http, () => live.stop()));
  outbox.onHealthChange(() => live.refresh());
  return { port: await listen(http, options), engine, setup };
}

async function openJournal(
  folder: string,
  timeZone: string,
  report: (problem: unknown) => void,
  undo: (() => unknown)[],
): Promise<Journal> {
  await makeFolder(folder);
  const journal = new FileJournal(folder, (trouble) => report(reportText(trouble)));
  undo.push(() => journal.close());
  const trouble = daysAhead(await journal.days(), localTime(Date.now(), timeZone).day, folder);
  if (trouble) report(trouble);
  return journal;
}

/** Null before the server listens. */
function portOf(http: HttpServer): number | null {
  const place = http.address();
  return typeof place === 'object' ? (place?.port ?? null) : null;
}

function listen(
  http: HttpServer,
  { port, host, report }: Pick<ServerOptions, 'port' | 'host' | 'report'>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      // A connection that could not be accepted is no reason for the process to end.
      http.on('error', report);
      resolve(portOf(http) ?? port);
    });
  });
}
