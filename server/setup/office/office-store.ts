/** The office's description on disk: `office.json` is what is in force, `office-versions.json` who changed it and when. */
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import type { Office, ServiceId } from '../../../shared/office/office.ts';
import { accept, type Result } from '../../../shared/protocol/rejections.ts';
import type { FileProblem } from '../../../shared/protocol/views/setup.ts';
import type { BusinessDay, EpochMs } from '../../../shared/time.ts';
import type { Format } from '../json-file.ts';
import type { Store } from '../store.ts';
import { mistakesIn } from './edited-file.ts';
import { officeSchema } from './schema.ts';
import { officeUpgrades } from './upgrades.ts';

const VERSIONS_KEPT = 30;

/** One saved description. Only the latest may wait for its day; all others have been in force. */
export interface OfficeVersion {
  version: number;
  at: EpochMs;
  /** Name of the supervisor; null for the first description and for a file edited by hand. */
  by: string | null;
  /** Of the request that saved it, so that a repeated request saves nothing. */
  requestId: string | null;
  office: Office;
  /** The day on which it comes into force; null once it has. */
  takesEffect: BusinessDay | null;
  /** Where visitors and bookings go whose service it takes away. */
  moveTo: ServiceId | null;
}

const content = { schema: officeSchema, upgrades: officeUpgrades };
export const officeFormat: Format<Office> = { ...content, mistakesIn: (text) => mistakesIn(text, content) };

const version = v.strictObject({
  version: v.number(),
  at: v.number(),
  by: v.nullable(v.string()),
  requestId: v.nullable(v.string()),
  office: officeSchema,
  takesEffect: v.nullable(v.string()),
  moveTo: v.nullable(v.string()),
});

export const versionsFormat: Format<OfficeVersion[]> = {
  schema: v.array(version),
  upgrades: officeUpgrades.map((upgrade) => (data) => {
    if (!Array.isArray(data)) return data;
    return data.map((saved) => ({ ...saved, office: upgrade(saved?.office) }));
  }),
};

export class OfficeStore {
  readonly #file: Store<Office>;
  readonly #versions: Store<OfficeVersion[]>;

  private constructor(file: Store<Office>, versions: Store<OfficeVersion[]>) {
    this.#file = file;
    this.#versions = versions;
  }

  /** A description that was edited by hand becomes the latest version; a version that waited for its day is then given up. */
  static async open(file: Store<Office>, versions: Store<OfficeVersion[]>, now: EpochMs): Promise<OfficeStore> {
    const store = new OfficeStore(file, versions);
    const known = versions.data.findLast(({ takesEffect }) => takesEffect === null);
    if (!known || !isDeepStrictEqual(known.office, file.data)) {
      const office = file.data;
      await store.#add({ at: now, by: null, requestId: null, office, takesEffect: null, moveTo: null });
    }
    return store;
  }

  /** What is in force, as far as this store knows; at run time readers take it from the engine's state. */
  get office(): Office {
    return this.#file.data;
  }

  /** Why `office.json` was not read at the start; it then stays as it is, with another description in force. */
  get mistakes(): readonly FileProblem[] {
    return this.#file.mistakes;
  }

  /** The latest version, which may wait for its day: the one that further changes start from. */
  get latest(): OfficeVersion {
    const latest = this.#versions.data.at(-1);
    if (!latest) throw new Error('a set-up has at least one version');
    return latest;
  }

  /** The latest first. */
  get versions(): readonly OfficeVersion[] {
    return this.#versions.data.toReversed();
  }

  /**
   * Saves a version. One that is in force is written to `office.json` first: a power cut between the two files leaves the change without
   * the name of who made it. Returns what takes the version back, when the engine refuses it.
   */
  async save(saved: Omit<OfficeVersion, 'version'>): Promise<Result<() => Promise<Result<null>>>> {
    const before = { office: this.office, versions: this.#versions.data };
    if (saved.takesEffect === null) {
      const written = await this.#write(saved.office);
      if (!written.ok) return written;
    }
    const added = await this.#add(saved);
    if (!added.ok) return added;
    return accept(async () => {
      const written = await this.#write(before.office);
      return written.ok ? this.#versions.change(() => accept(before.versions)) : written;
    });
  }

  /** The latest version, which waited for its day, comes into force. */
  async enter(): Promise<Result<null>> {
    const { latest } = this;
    const written = await this.#write(latest.office);
    if (!written.ok) return written;
    return this.#versions.change((versions) => accept([...versions.slice(0, -1), { ...latest, takesEffect: null }]));
  }

  /** A version that waited is replaced: the new one was made from it, so that it contains its changes. */
  #add(saved: Omit<OfficeVersion, 'version'>): Promise<Result<null>> {
    return this.#versions.change((versions) => {
      const number = (versions.at(-1)?.version ?? 0) + 1;
      const past = versions.filter(({ takesEffect }) => takesEffect === null);
      return accept([...past, { version: number, ...saved }].slice(-VERSIONS_KEPT));
    });
  }

  #write(office: Office): Promise<Result<null>> {
    return this.#file.change(() => accept(office));
  }
}
