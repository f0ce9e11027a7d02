/** Hz and seconds after the start: a fourth upwards. */
const NOTES = [
  { pitch: 784, at: 0 },
  { pitch: 1047, at: 0.14 },
];
const VOLUME = 0.16;

let context: AudioContext | null = null;

/** A short sound by which a visitor notices that something has come out. It needs a press of the visitor before it. */
export function chime(): void {
  context ??= new AudioContext();
  const { currentTime } = context;
  for (const { pitch, at } of NOTES) {
    const tone = context.createOscillator();
    const level = context.createGain();
    tone.frequency.value = pitch;
    level.gain.setValueAtTime(VOLUME, currentTime + at);
    level.gain.exponentialRampToValueAtTime(0.001, currentTime + at + 0.5);
    tone.connect(level).connect(context.destination);
    tone.start(currentTime + at);
    tone.stop(currentTime + at + 0.5);
  }
}
