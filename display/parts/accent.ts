import { effect, type ReadonlySignal } from '@preact/signals';
import { applyAccent } from '../../shared/client/look.ts';
import type { OfficeHead } from '../../shared/protocol/views/hall.ts';

/** The page wears the office's accent from its first view on. */
export function wearAccent(view: ReadonlySignal<{ office: OfficeHead } | null>): void {
  effect(() => {
    if (view.value) applyAccent(view.value.office.look.accent);
  });
}
