/** -1 is worst, 1 is best. Of three levels the upper two are satisfied, so the middle one smiles. */
const MOODS = { 3: [-0.5, 0.5, 1], 5: [-1, -0.5, 0, 0.5, 1] };

/** A face for one level of satisfaction: told apart by its mouth and brows, never by colour alone. */
export function Face({ level, scale }: { level: number; scale: 3 | 5 }) {
  const mood = MOODS[scale][level] ?? 0;
  const corner = 15.5 - mood * 1.5;
  const middle = 15.5 + mood * 5;
  return (
    <svg class={`face mood-${Math.round(mood * 2)}`} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10.5" class="skin" />
      <circle cx="8.3" cy="9.6" r="1.45" />
      <circle cx="15.7" cy="9.6" r="1.45" />
      {mood === 1 ? (
        <path class="mouth open" d="M6.6 13.4h10.8c0 3.4-2.3 5.6-5.4 5.6s-5.4-2.2-5.4-5.6z" />
      ) : (
        <path class="mouth" d={`M7.4 ${corner}Q12 ${middle} 16.6 ${corner}`} />
      )}
      {mood === -1 && <path class="brow" d="M6 5.9l3.6 1.7M18 5.9l-3.6 1.7" />}
    </svg>
  );
}
