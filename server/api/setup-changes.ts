/** Changes of the office's description at run time: from the request to `office.json`, the journal and every screen. */
import { isDeepStrictEqual } from 'node:util';
import pLimit from 'p-limit';
import type * as v from 'valibot';
import { isServed, type Office } from '../../shared/office/office.ts';
import { accept, type Rejection, type Result, refuse } from '../../shared/protocol/rejections.ts';
import type { saveSetup } from '../../shared/protocol/setup-requests.ts';
import type { SetupEffect } from '../../shared/protocol/views/setup.ts';
import { addDays, type BusinessDay, type EpochMs } from '../../shared/time.ts';
import type { OfficeEngine } from '../engine/office-engine.ts';
import { type Log, logError } from '../log.ts';
import type { Actor } from '../queue/commands.ts';
import { effectsOf, losesService, servicesToStop } from '../queue/rules/touched.ts';
import { advice } from '../setup/office/advice.ts';
import { parseOffice } from '../setup/office/check.ts';
import type { OfficeStore, OfficeVersion } from '../setup/office/office-store.ts';

/** What is to be saved: a description made from `version`, and what becomes of the visitors whom it touches. */
type Save = Omit<v.InferOutput<typeof saveSetup>, 'office'> & { office: Office };

const SETUP: Actor = { kind: 'system', id: 'setup' };

export class SetupChanges {
  readonly #engine: OfficeEngine;
  readonly #store: OfficeStore;
  readonly #log: Log;
  /** One change after the other. */
  readonly #queue = pLimit(1);

  constructor(engine: OfficeEngine, store: OfficeStore, log: Log) {
    this.#engine = engine;
    this.#store = store;
    this.#log = log;
  }

  /** Makes a version that waits for its day come into force, now if that day is here already. Returns a function that ends this. */
  async start(): Promise<() => void> {
    const enterIfDue = (day: BusinessDay): void => {
      if (this.#isDue(day)) this.#queue(() => this.#enter(day)).catch(logError(this.#log));
    };
    enterIfDue(await this.#engine.read(({ queue }) => queue.day));
    return this.#engine.subscribe((_, { queue }) => enterIfDue(queue.day));
  }

  get latest(): OfficeVersion {
    return this.#store.latest;
  }

  get versions(): readonly OfficeVersion[] {
    return this.#store.versions;
  }

  find(version: number): Result<OfficeVersion> {
    const found = this.#store.versions.find((saved) => saved.version === version);
    return found ? accept(found) : refuse({ code: 'UnknownVersion' });
  }

  /** Without saving: every mistake, and for a description without mistakes what is strange about it and whom it touches now. */
  async check(candidate: unknown) {
    const office = parseOffice(candidate);
    if (!office.ok) {
      const problems = office.rejection.code === 'SetupInvalid' ? office.rejection.problems : [];
      return { problems, warnings: [], effects: [] };
    }
    const effects = await this.#effects(office.value);
    return { problems: [], warnings: advice(office.value), effects };
  }

  /** Returns the number of the new version, or of the latest one when the request changes nothing or repeats an earlier one. */
  save(request: v.InferOutput<typeof saveSetup>, actor: Actor): Promise<Result<number>> {
    const office = parseOffice(request.office);
    if (!office.ok) return Promise.resolve(office);
    return this.#queue(() => this.#save({ ...request, office: office.value }, actor));
  }

  restore(to: number, request: Omit<v.InferOutput<typeof saveSetup>, 'office'>, actor: Actor): Promise<Result<number>> {
    const found = this.find(to);
    if (!found.ok) return Promise.resolve(found);
    return this.#queue(() => this.#save({ ...request, office: found.value.office }, actor));
  }

  async #save(request: Save, actor: Actor): Promise<Result<number>> {
    const { latest } = this.#store;
    if (latest.requestId === request.requestId) return accept(latest.version);
    if (latest.version !== request.version) return refuse(changedMeanwhile(latest));
    if (isDeepStrictEqual(latest.office, request.office)) return accept(latest.version);
    const effects = await this.#effects(request.office);
    const chosen = howToApply(request, effects);
    if (!chosen.ok) return chosen;
    return chosen.value === 'later' ? this.#saveForLater(request, actor) : this.#saveNow(request, actor);
  }

  async #saveNow(request: Save, actor: Actor): Promise<Result<number>> {
    const { office, requestId, apply, moveTo = null } = request;
    const written = await this.#store.save(await this.#versionOf(request, actor, null));
    if (!written.ok) return written;
    const visitors = apply === 'move' ? { moveTo } : 'stay';
    const done = await this.#engine.submit({ type: 'ChangeOffice', office, visitors, requestId, actor });
    if (done.ok) return accept(this.#store.latest.version);
    // Somebody has come meanwhile whom the change touches, or the journal cannot be written.
    const takenBack = await written.value();
    return takenBack.ok ? done : takenBack;
  }

  async #saveForLater(request: Save, actor: Actor): Promise<Result<number>> {
    const { office, requestId, apply } = request;
    const [day, stopped] = await this.#engine.read(({ queue }, at) => [
      queue.day,
      apply === 'stop-issuing' ? servicesToStop(queue, office, at) : [],
    ]);
    const written = await this.#store.save(await this.#versionOf(request, actor, addDays(day, 1)));
    if (!written.ok) return written;
    for (const serviceId of stopped) {
      const stop = { type: 'StopIssuing', serviceId, requestId: `${requestId}.${serviceId}`, actor } as const;
      const done = await this.#engine.submit(stop);
      if (!done.ok) return done;
    }
    return accept(this.#store.latest.version);
  }

  async #versionOf(
    { office, requestId, moveTo = null }: Save,
    actor: Actor,
    takesEffect: BusinessDay | null,
  ): Promise<Omit<OfficeVersion, 'version'>> {
    const at = await this.#engine.read((_, now) => now);
    return { at, by: actor.kind === 'staff' ? actor.name : null, requestId, office, takesEffect, moveTo };
  }

  async #enter(day: BusinessDay): Promise<void> {
    if (!this.#isDue(day)) return;
    const { office, moveTo, version } = this.#store.latest;
    const entered = await this.#store.enter();
    if (!entered.ok) return;
    const requestId = `setup-${version}`;
    const moved = await this.#engine.submit({
      type: 'ChangeOffice',
      office,
      visitors: { moveTo },
      requestId,
      actor: SETUP,
    });
    // Nobody can be asked any more: those whom it touches are then shown to staff as stranded.
    if (!moved.ok) await this.#engine.submit({ type: 'ChangeOffice', office, requestId, actor: SETUP });
  }

  #isDue(day: BusinessDay): boolean {
    const { takesEffect } = this.#store.latest;
    return takesEffect !== null && takesEffect <= day;
  }

  #effects(office: Office): Promise<SetupEffect[]> {
    return this.#engine.read(({ queue }, at) => effectsOf(queue, office, at));
  }
}

function changedMeanwhile({ version, by, at }: { version: number; by: string | null; at: EpochMs }): Rejection {
  return { code: 'SetupChanged', version, by, at };
}

/** Whether the change is made now or waits for tomorrow; refused while the request does not say enough about those whom it touches. */
function howToApply({ office, apply, moveTo = null }: Save, effects: SetupEffect[]): Result<'now' | 'later'> {
  if (effects.length === 0) return accept(apply === 'next-day' ? 'later' : 'now');
  const touches = refuse({ code: 'ChangeTouchesVisitors', effects });
  if (apply === undefined || !effects.every(({ choices }) => choices.includes(apply))) return touches;
  const later = apply !== 'move';
  // Tomorrow today's visitors are gone, but not the bookings.
  const mustMove = effects.some(({ kind, appointments }) => losesService(kind) && (!later || appointments > 0));
  if (mustMove && moveTo === null) return touches;
  if (mustMove && !isServed(office, moveTo ?? '')) return refuse({ code: 'ServiceNotServed' });
  return accept(later ? 'later' : 'now');
}
