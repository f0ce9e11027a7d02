import type { TargetedPointerEvent } from 'preact';
import { useRef } from 'preact/hooks';

/** ISO/IEC 7810 ID-1, in millimetres: bank cards, citizen cards, driving licences. */
const CARD = { width: 85.6, height: 53.98 };

interface CardProps {
  pixels: number;
  label: string;
  onChange: (pixels: number) => void;
}

/** The outline that has to become as large as a real card; its lower right corner can be dragged. */
export function Card({ pixels, label, onChange }: CardProps) {
  const outline = useRef<HTMLDivElement>(null);
  const drag = (event: TargetedPointerEvent<HTMLSpanElement>) => {
    if (!outline.current || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onChange((event.clientX - outline.current.getBoundingClientRect().left) / CARD.width);
  };
  return (
    <div class="card-room">
      <div
        ref={outline}
        class="card"
        style={{ width: `${CARD.width * pixels}px`, height: `${CARD.height * pixels}px` }}
      >
        <span>{label}</span>
        <span
          class="corner"
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
        />
      </div>
    </div>
  );
}
