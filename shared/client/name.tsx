/**
 * A long name of parts, such as "Chứng thực – Hộ tịch – Nuôi con nuôi". Style sheets make `.part` an inline block where
 * a line should break after a dash before it breaks inside a part.
 */
export function Name({ text }: { text: string }) {
  return text.split(' – ').flatMap((part, index, { length }) => [
    index > 0 && ' ',
    <span key={part} class="part">
      {index < length - 1 ? `${part}\u00a0–` : part}
    </span>,
  ]);
}
