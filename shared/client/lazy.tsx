import { signal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

export interface LazyPart<Props> {
  View: ComponentType<Props>;
  /** Loads the code if `View` has not done so. Never rejects: a failure is shown by `View`. */
  fetch(): Promise<void>;
}

/**
 * A part of a page whose code is not in the page's own script: `load` imports it when the part is shown for the first time.
 * `standIn` is shown until then, with `failed` when the code did not arrive: each showing tries again.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  standIn: (failed: boolean, props: Props) => ComponentChildren,
): LazyPart<Props> {
  const state = signal<'loading' | 'failed' | { Loaded: ComponentType<Props> }>('loading');
  async function fetch(): Promise<void> {
    if (typeof state.value === 'object') return;
    try {
      state.value = { Loaded: await load() };
    } catch {
      // The server cannot be reached, or a new build has replaced the files of this one.
      state.value = 'failed';
    }
  }
  return {
    fetch,
    View: (props) => {
      useEffect(() => void fetch(), []);
      const shown = state.value;
      return typeof shown === 'object' ? <shown.Loaded {...props} /> : standIn(shown === 'failed', props);
    },
  };
}
