/** The sun of a Đông Sơn bronze drum, drawn behind the number. */
const RAYS = 14;
const RINGS = [44, 47, 60, 63, 76, 79, 96, 98];

function around(count: number, radius: number, phase = 0): { x: number; y: number }[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = ((index + phase) / count) * 2 * Math.PI;
    return { x: Math.sin(angle) * radius, y: -Math.cos(angle) * radius };
  });
}

const points = (list: { x: number; y: number }[]): string =>
  list.map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' ');

const tips = around(RAYS, 42);
const valleys = around(RAYS, 14, 0.5);
const SUN = points(tips.flatMap((tip, index) => [tip, valleys[index] ?? tip]));
const DOTS = [...around(42, 53.5), ...around(84, 87.5)];
const TEETH = around(56, 66).map((tip, index) => {
  const base = [around(56, 74, -0.5)[index] ?? tip, around(56, 74, 0.5)[index] ?? tip];
  return points([tip, ...base]);
});

export function Ornament() {
  return (
    <svg class="drum" viewBox="-100 -100 200 200" aria-hidden="true">
      <polygon points={SUN} class="filled" />
      {RINGS.map((radius) => (
        <circle key={radius} r={radius} class="lined" />
      ))}
      {DOTS.map(({ x, y }) => (
        <circle key={`${x}/${y}`} cx={x} cy={y} r="1.5" class="filled" />
      ))}
      {TEETH.map((tooth) => (
        <polygon key={tooth} points={tooth} class="filled" />
      ))}
    </svg>
  );
}
