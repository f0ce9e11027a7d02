/** What the kiosk says aloud after a visitor has pressed the listen button. */
import { signal } from '@preact/signals';
import { language } from '../../shared/client/language.ts';
import type { HelpStep } from '../../shared/spoken/help.ts';

export interface Speech {
  step: HelpStep;
  /** The number of a ticket, spoken before the sentence. */
  number?: string;
  /** The counter that calls it, spoken after the sentence. */
  counter?: number | null;
}

/** While true, each new step is read aloud; it becomes false when the visit ends. */
export const listening = signal(false);

/** Created once, at the first press: browsers unlock sound for the element that a gesture has started. */
let player: HTMLAudioElement | null = null;

export function speakStep({ step, number, counter }: Speech): void {
  player ??= new Audio();
  const query = new URLSearchParams({ step, language: language.value });
  if (number !== undefined) query.set('number', number);
  if (counter != null) query.set('counter', String(counter));
  player.src = `/voice/help.wav?${query}`;
  player.play().catch((reason: unknown) => {
    // The next sentence has interrupted this one.
    if (reason instanceof Error && reason.name === 'AbortError') return;
    listening.value = false;
  });
}

/** A press while the voice speaks stops it; any other press reads the step again, or for the first time. */
export function pressListen(speech: Speech): void {
  if (listening.value && player && !player.ended && !player.paused) stopListening();
  else if (listening.value) speakStep(speech);
  else listening.value = true;
}

export function stopListening(): void {
  listening.value = false;
  player?.pause();
}
