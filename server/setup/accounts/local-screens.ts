import * as v from 'valibot';
import type { DurableJsonFile, Format } from '../json-file.ts';

const localScreen = v.strictObject({
  kind: v.picklist(['kiosk', 'display', 'rating']),
  /** The id of a TV's screen or of a kiosk; null for the first one, and for any other kind. */
  screen: v.nullable(v.string()),
  /** The number of a sign's counter. */
  counter: v.nullable(v.string()),
});
/** A screen on the server's own machine, which needs no pairing. */
export type LocalScreen = v.InferOutput<typeof localScreen>;

export const localScreensFormat: Format<LocalScreen[]> = { schema: v.array(localScreen), upgrades: [] };

/** The screens that the server's own machine has, so that one that does not start with the machine is noticed. */
export class LocalScreens {
  readonly #file: DurableJsonFile<LocalScreen[]>;
  #list: readonly LocalScreen[];
  #written: Promise<unknown> = Promise.resolve();

  private constructor(file: DurableJsonFile<LocalScreen[]>, list: readonly LocalScreen[]) {
    this.#file = file;
    this.#list = list;
  }

  /** Creates no file: the first screen does. */
  static async open(file: DurableJsonFile<LocalScreen[]>): Promise<LocalScreens> {
    return new LocalScreens(file, (await file.read()) ?? []);
  }

  list(): readonly LocalScreen[] {
    return this.#list;
  }

  add(screen: LocalScreen): void {
    if (!this.#list.some((known) => isSame(known, screen))) this.#save([...this.#list, screen]);
  }

  remove(screen: LocalScreen): void {
    if (this.#list.some((known) => isSame(known, screen)))
      this.#save(this.#list.filter((known) => !isSame(known, screen)));
  }

  /** Resolves when the last change is on the disk, or could not be written. */
  stop(): Promise<unknown> {
    return this.#written;
  }

  #save(list: LocalScreen[]): void {
    this.#list = list;
    // A disk that cannot be written is reported by the journal; this list then counts until the server stops.
    this.#written = this.#written.then(() => this.#file.write(list)).catch(() => undefined);
  }
}

function isSame(one: LocalScreen, two: LocalScreen): boolean {
  return one.kind === two.kind && one.screen === two.screen && one.counter === two.counter;
}
