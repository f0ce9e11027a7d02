/** What the kiosk says aloud after a visitor has pressed the listen button. */
import { signal } from '@preact/signals';
import { language } from '../../shared/client/language.ts';
import type { SpokenHelp } from '../../shared/spoken/help.ts';

export type Speech = Omit<SpokenHelp, 'language'>;

/** While true, each new step is read aloud; it becomes false when the visit ends. */
export const listening = signal(false);

/** Created once, at the first press: browsers unlock sound for the element that a gesture has started. */
let player: HTMLAudioElement | null = null;
/** What is read aloud about the shown page. */
let shown: Speech | null = null;

/** Called for each new step, and when what can be done on its page has changed. */
export function speakPage(speech: Speech): void {
  shown = speech;
  if (listening.value) speakStep(speech);
}

export function speakStep(speech: Speech): void {
  player ??= new Audio();
  const query = new URLSearchParams({ step: speech.step, language: language.value });
  for (const [name, value] of Object.entries(speech)) {
    if (name !== 'step' && value != null) query.set(name, typeof value === 'boolean' ? `${Number(value)}` : `${value}`);
  }
  player.src = `/voice/help.wav?${query}`;
  player.play().catch((reason: unknown) => {
    // The next sentence has interrupted this one.
    if (reason instanceof Error && reason.name === 'AbortError') return;
    listening.value = false;
  });
}

/** Says what the button does to which the keys have moved the focus. */
export function speakFocus(button: HTMLButtonElement): void {
  const { choice, spoken } = button.dataset;
  const [firstKey] = button.getAttribute('aria-keyshortcuts')?.split(' ') ?? [];
  const focus = choice === undefined ? (spoken ?? firstKey) : `choice-${choice}`;
  const page: Speech | null = button.closest('dialog') ? { step: 'still-there' } : shown;
  if (page && focus !== undefined)
    speakStep({ ...page, number: undefined, counter: undefined, slot: undefined, focus });
}

/** A press while the voice speaks stops it; any other press reads the step again, or for the first time. */
export function pressListen(): void {
  if (listening.value && player && !player.ended && !player.paused) stopListening();
  else if (listening.value && shown) speakStep(shown);
  else listening.value = true;
}

export function stopListening(): void {
  listening.value = false;
  player?.pause();
}
