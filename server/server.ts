/** Creates and connects all parts of the server; started by `main.ts` and by tests. */
import { createServer, type Server as HttpServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Health } from '../shared/protocol/views/common.ts';
import { limitConnections } from './api/connection-limit.ts';
import { httpApp } from './api/rest/app.ts';
import { SetupChanges } from './api/setup-changes.ts';
import { Presence } from './api/sockets/presence.ts';
import { openSocketServer } from './api/sockets/socket-server.ts';
import { prepareDataFolder } from './data-folder.ts';
import { type OfficeClock, officeClock } from './engine/clock.ts';
import { ClockCheck } from './engine/clock-check.ts';
import { followOffice, type OfficeEngine, startOfficeEngine } from './engine/office-engine.ts';
import { makeFolder } from './files.ts';
import { FileJournal } from './journal/file/file-journal.ts';
import { lockFolder } from './journal/file/lock.ts';
import type { Journal } from './journal/journal.ts';
import { type Log, logError } from './log.ts';
import { DrawingThread } from './print/drawing/drawing-thread.ts';
import { startOutbox } from './print/outbox.ts';
import { printerAt } from './print/printers/address.ts';
import { PreviewPrinter } from './print/printers/preview-printer.ts';
import { ownAddress } from './process/network-address.ts';
import { closeSoon, undoAll } from './process/shutdown.ts';
import type { Event } from './queue/events.ts';
import { eventUpgrades } from './queue/upgrades.ts';
import { fileProblems, OfficeFiles } from './setup/office/office-files.ts';
import { officeUpgrades } from './setup/office/upgrades.ts';
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
  /** Id of the build; pages of another build reload themselves. */
  build: string;
  firstPassword?: string | undefined;
  clock?: OfficeClock;
  /** Replaces the journal files in the data folder. */
  journal?: Journal<Event>;
  log: Log;
}

export interface RunningServer {
  port: number;
  engine: OfficeEngine;
  setup: Setup;
  /** Stops within seconds even with open connections; further calls return the same promise. */
  stop(): Promise<void>;
}

/** Rejects with DataFolderRefused, FolderInUse, SetupError, StorageError or the error of `listen`; then nothing is left running. */
export async function start(options: ServerOptions): Promise<RunningServer> {
  const { dataFolder, log } = options;
  const undo: (() => unknown)[] = [];
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= undoAll(undo, log);
    return stopped;
  };
  try {
    await prepareDataFolder(dataFolder);
    const lock = await lockFolder(dataFolder);
    undo.push(() => lock.release());
    return { ...(await wire(options, undo)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function wire(options: ServerOptions, undo: (() => unknown)[]): Promise<Omit<RunningServer, 'stop'>> {
  const { dataFolder, pages, build, firstPassword, log } = options;
  const clock = options.clock ?? officeClock();
  const clockCheck = new ClockCheck(clock, log);
  const setup = await openSetup(join(dataFolder, 'setup'), { now: clock.now, firstPassword, log });
  undo.push(() => setup.stop());
  const { accounts } = setup;
  const journal = options.journal ?? (await openJournal(join(dataFolder, 'journal'), log, undo));
  const engine = await startOfficeEngine({ journal, clock, clockCheck, office: setup.office, log });
  undo.push(() => engine.stop());
  const office = await followOffice(engine);
  const changes = new SetupChanges(engine, setup.store, log);
  undo.push(await changes.start());
  // Before any other reader of events asks who is signed in.
  engine.subscribe((events) => {
    for (const event of events) if (event.type === 'ClockSettled') accounts.sessions.clockSet(event.to - event.from);
  });

  const http = createServer();
  const connections = limitConnections(http);
  const address = () => ownAddress(options.host, portOf(http) ?? options.port);
  const preview = new PreviewPrinter(clock.now);
  const drawing = new DrawingThread(log);
  undo.push(() => drawing.stop());
  const printers = (address: string) => printerAt(address, preview);
  const outbox = startOutbox({ engine, log, address, draw: drawing.draw, printerAt: printers });
  undo.push(() => outbox.stop());

  const health = (): Health => ({ ...engine.health(), printer: outbox.health() });
  const ownClips = join(dataFolder, 'voice');
  await makeFolder(ownClips);
  const voice = new OfficeVoice(new ClipLibrary(SHIPPED_CLIPS, ownClips), ownClips, office, log);
  const files = new OfficeFiles(dataFolder, office);
  await makeFolder(join(dataFolder, 'notices'));
  for (const entry of fileProblems(await files.view())) log(entry);
  const common = { engine, accounts, office, health, address, log };
  const paper = (id: string) => preview.png(id);
  const app = httpApp({ ...common, setup: changes, events: eventReader(engine, journal), paper, voice, files, pages });
  http.on('request', getRequestListener(app.fetch));
  const papers = () => preview.papers().map((each) => ({ ...each, src: `/preview/${each.id}.png` }));
  const presence = new Presence(accounts, clock.now);
  const sockets = openSocketServer(http, {
    ...common,
    fileMistakes: () => setup.store.mistakes,
    papers,
    build,
    connections,
    presence,
  });
  clockCheck.deskClocks = () => sockets.deskClocks();
  undo.push(closeSoon(http, () => sockets.stop()));
  outbox.onHealthChange(() => sockets.refresh());
  return { port: await listen(http, options), engine, setup };
}

async function openJournal(folder: string, log: Log, undo: (() => unknown)[]): Promise<Journal<Event>> {
  await makeFolder(folder);
  const journal = new FileJournal<Event>({ folder, log, upgrades: eventUpgrades(officeUpgrades) });
  undo.push(() => journal.close());
  return journal;
}

/** Reads the journal between two batches of the engine, so that only durable events are returned. */
function eventReader(engine: OfficeEngine, journal: Journal<Event>) {
  return async function* (day: string | null, from: number): AsyncGenerator<Event> {
    const events = await engine.read(({ queue }) => journal.read(day ?? queue.day));
    for (const event of events) if (event.seq >= from) yield event;
  };
}

/** Null before the server listens. */
function portOf(http: HttpServer): number | null {
  const address = http.address();
  return typeof address === 'object' ? (address?.port ?? null) : null;
}

function listen(http: HttpServer, { port, host, log }: Pick<ServerOptions, 'port' | 'host' | 'log'>): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      // A connection that cannot be accepted must not end the process.
      http.on('error', logError(log));
      resolve(portOf(http) ?? port);
    });
  });
}
