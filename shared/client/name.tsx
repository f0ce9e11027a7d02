import { Fragment } from 'preact';

/**
 * A long name of parts, such as "Chứng thực – Hộ tịch – Nuôi con nuôi". Style sheets make `.part` an inline block where
 * a line should break after a dash before it breaks inside a part.
 */
export function Name({ text }: { text: string }) {
  const parts = text.split(' – ');
  return parts.map((part, index) => (
    <Fragment key={part}>
      {index > 0 && ' '}
      <span class="part">{index < parts.length - 1 ? `${part}\u00a0–` : part}</span>
    </Fragment>
  ));
}
