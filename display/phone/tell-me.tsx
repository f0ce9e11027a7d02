import type { Bell } from './bell.ts';
import { words } from './words.ts';

export function TellMe({ bell }: { bell: Bell }) {
  const text = words();
  if (bell.armed.value) {
    return (
      <p class="told" role="status">
        {text.willTell}
      </p>
    );
  }
  return (
    <section class="action">
      <button type="button" class="primary" onClick={bell.arm}>
        {text.tellMe}
      </button>
      <p class="help">{text.tellMeHelp}</p>
    </section>
  );
}
