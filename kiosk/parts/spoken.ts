/** What the kiosk says aloud, once somebody has asked for it. */
import { signal } from '@preact/signals';
import { language } from '../../shared/client/language.ts';
import type { HelpStep } from '../../shared/spoken/help.ts';

export interface Speech {
  step: HelpStep;
  /** A ticket's, told before the sentence. */
  number?: string;
  /** Where it is called; told after the sentence. */
  counter?: number | null;
}

/** Each new step speaks by itself until the visit ends. */
export const listening = signal(false);

/** One for ever, made at the first word: an element that a gesture has unlocked stays unlocked. */
let player: HTMLAudioElement | null = null;

export function speakStep({ step, number, counter }: Speech): void {
  player ??= new Audio();
  const query = new URLSearchParams({ step, language: language.value });
  if (number !== undefined) query.set('number', number);
  if (counter != null) query.set('counter', String(counter));
  player.src = `/voice/help.wav?${query}`;
  player.play().catch((reason: unknown) => {
    // The next sentence has cut this one off.
    if (reason instanceof Error && reason.name === 'AbortError') return;
    listening.value = false;
  });
}

/** One press listens or says it again, one while it speaks stops it. */
export function pressListen(speech: Speech): void {
  if (listening.value && player && !player.ended && !player.paused) hush();
  else if (listening.value) speakStep(speech);
  else listening.value = true;
}

export function hush(): void {
  listening.value = false;
  player?.pause();
}
