import type { Result } from '../shared/rejections.ts';
import type { EpochMs } from '../shared/time.ts';
import type { Health } from '../shared/views.ts';
import type { Actor, Order } from './queue/commands.ts';
import type { Event } from './queue/events.ts';
import type { State } from './queue/state.ts';

/** An order as a door hands it over; the engine adds the time. */
export type Submission = Order & { requestId: string; actor: Actor };

export interface Engine {
  /**
   * Decides, journals and, once the facts are durable, answers with them. A request id that was answered before gets the
   * first answer again. Never rejects: trouble with the disk is the rejection `StorageUnavailable`.
   */
  submit(submission: Submission): Promise<Result<readonly Event[]>>;
  /** Looks at the state between two batches, when everything in it is durable. `look` must not keep or change it. */
  read<Value>(look: (state: State, at: EpochMs) => Value): Promise<Value>;
  /** Called after each durable batch with its events, and with none when only time, health or opening changed. */
  subscribe(listener: (events: readonly Event[]) => void): () => void;
  health(): Pick<Health, 'storage' | 'clock'>;
}
