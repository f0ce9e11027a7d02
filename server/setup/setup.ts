import { join } from 'node:path';
import type { Language } from '../../shared/language.ts';
import type { Office } from '../../shared/office/office.ts';
import type { FileProblem } from '../../shared/protocol/views/setup.ts';
import type { EpochMs } from '../../shared/time.ts';
import { makeFolder } from '../files.ts';
import type { Log, LogEntry } from '../log.ts';
import { Devices, devicesFormat } from './accounts/devices.ts';
import { LocalScreens, localScreensFormat } from './accounts/local-screens.ts';
import { randomPassword } from './accounts/password.ts';
import { Sessions, sessionsFormat } from './accounts/sessions.ts';
import { type Account, firstSupervisor, Staff, staffFormat } from './accounts/staff.ts';
import { DurableJsonFile, type Format } from './json-file.ts';
import { OfficeStore, officeFormat, versionsFormat } from './office/office-store.ts';
import { starterOffice } from './office/starter.ts';
import { Store } from './store.ts';

/** The accounts of staff, their sessions, the paired devices and the screens of the server's own machine. */
export interface Accounts {
  readonly staff: Staff;
  readonly devices: Devices;
  readonly localScreens: LocalScreens;
  readonly sessions: Sessions;
  /** `listener` is called after each change of staff, sessions, devices or pairing codes, when views and rights may differ. */
  subscribe(listener: () => void): () => void;
}

/** The office's description and its accounts, stored in small files in one folder. */
export interface Setup {
  /** The description as read at start. At run time it must be read from the engine's state, which may be newer. */
  readonly office: Office;
  readonly store: OfficeStore;
  readonly accounts: Accounts;
  /**
   * The supervisor account that this first start created, else null. A generated password is available only here, because only
   * its hash is stored; `password` is null when it was given.
   */
  readonly created: { userName: string; password: string | null } | null;
  stop(): Promise<void>;
}

/** All mistakes at once, so that the file is mended in one round. */
function refusedFile(mistakes: readonly FileProblem[]): LogEntry {
  const lines = (language: Language, place: (line: number, column: number) => string): string =>
    mistakes.map(({ line, column, text }) => `\n  ${place(line, column)}: ${text[language]}`).join('');
  return {
    level: 'error',
    code: 'office-refused',
    facts: { mistakes: mistakes.length },
    text: {
      vi: `office.json chưa đúng, cơ quan chạy theo thiết lập trước đó. Vui lòng sửa rồi khởi động lại:${lines('vi', (line, column) => `dòng ${line}, cột ${column}`)}`,
      en: `office.json has mistakes; the office goes on with the set-up before it. Correct them and start again:${lines('en', (line, column) => `line ${line}, column ${column}`)}`,
    },
  };
}

export interface SetupOptions {
  log: Log;
  now: () => EpochMs;
  /** For an unattended first start; without it a password is generated. */
  firstPassword?: string | undefined;
}

/** Opens the set-up in `folder` or creates the starter office there. Throws SetupError when the data is newer or cannot be read. */
export async function openSetup(folder: string, { log, now, firstPassword }: SetupOptions): Promise<Setup> {
  await makeFolder(folder);
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const open = <T>(name: string, format: Format<T>, first: () => T | Promise<T>): Promise<Store<T>> =>
    Store.open(new DurableJsonFile(join(folder, name), format, log), first, log, changed);

  let created: Setup['created'] = null;
  const createFirstSupervisor = async (): Promise<Account[]> => {
    // An empty environment variable counts as not set.
    const given = firstPassword || null;
    const password = given ?? randomPassword();
    const account = await firstSupervisor(password, now());
    created = { userName: account.userName, password: given === null ? password : null };
    return [account];
  };

  const versions = await open('office-versions.json', versionsFormat, () => []);
  const lastInForce = () => versions.data.findLast(({ takesEffect }) => takesEffect === null)?.office;
  const file = await open('office.json', officeFormat, () => lastInForce() ?? starterOffice);
  const store = await OfficeStore.open(file, versions, now());
  if (store.mistakes.length > 0) log(refusedFile(store.mistakes));
  const staff = new Staff(await open('staff.json', staffFormat, createFirstSupervisor), now);
  const devices = new Devices(await open('devices.json', devicesFormat, () => []), now, changed);
  const screens = new DurableJsonFile(join(folder, 'local-screens.json'), localScreensFormat, log);
  const localScreens = await LocalScreens.open(screens);
  const sessions = new Sessions(await open('sessions.json', sessionsFormat, () => []), staff, now);

  return {
    office: store.office,
    store,
    accounts: {
      staff,
      devices,
      localScreens,
      sessions,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    created,
    async stop() {
      devices.stop();
      await localScreens.stop();
    },
  };
}
