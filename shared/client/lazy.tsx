import { type ReadonlySignal, signal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

export interface LazyPart<Props> {
  View: ComponentType<Props>;
  /** Loads the code if `View` has not done so. Never rejects: a failure is shown by `View`. */
  fetch(): Promise<void>;
  /** Whether loading has failed, also when a later try succeeded. */
  failed: ReadonlySignal<boolean>;
}

/**
 * A part of a page whose code is not in the page's own script: `load` imports it when the part is shown for the first time.
 * `standIn` is shown until then, with `failed` when the code did not arrive: each showing tries again.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  standIn: (failed: boolean, props: Props) => ComponentChildren,
): LazyPart<Props> {
  const loaded = signal<ComponentType<Props> | null>(null);
  const failed = signal(false);
  async function fetch(): Promise<void> {
    try {
      loaded.value ??= await load();
    } catch {
      // The server cannot be reached, or a new build has replaced the files of this one.
      failed.value = true;
    }
  }
  return {
    fetch,
    failed,
    View: (props) => {
      useEffect(() => void fetch(), []);
      const Loaded = loaded.value;
      return Loaded ? <Loaded {...props} /> : standIn(failed.value, props);
    },
  };
}
