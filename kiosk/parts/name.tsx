/** A name such as "Chứng thực – Hộ tịch – Nuôi con nuôi": lines break at its dashes first, inside a part only if they must. */
export function Name({ text }: { text: string }) {
  const parts = text.split(' – ');
  return (
    <span class="name">
      {parts.map((part, index) => (
        <span key={part} class="part">
          {index < parts.length - 1 ? `${part} – ` : part}
        </span>
      ))}
    </span>
  );
}
