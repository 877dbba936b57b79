export interface PriorityDotProps {
  value: number;
  scale: { least: number; most: number };
  /** Where the officers ran out; null when nobody waits or nobody was given one. */
  cut: number | null;
  /** Filled when the officer was given, open when still in line. */
  given: boolean;
}

const RADIUS = 5.5;
const HEIGHT = 20;

/** A priority on the scale its table shares, with the cut-off dashed. The number stands beside it. */
export function PriorityDot(props: PriorityDotProps) {
  return (
    <>
      <Drawing {...props} width={190} show="w-from-phones-up" />
      <Drawing {...props} width={52} show="w-phones-only" />
    </>
  );
}

function Drawing({ value, scale, cut, given, width, show }: PriorityDotProps & { width: number; show: string }) {
  if (!Number.isFinite(value)) return null;
  const span = scale.most - scale.least || 1;
  const at = (number: number) => (RADIUS + 1 + ((number - scale.least) / span) * (width - 2 * RADIUS - 2)).toFixed(1);
  const middle = HEIGHT / 2;
  return (
    <svg class={`w-inline ${show}`} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
      <line class="w-grid" x1="0" x2={width} y1={middle} y2={middle} />
      {cut === null || !Number.isFinite(cut) ? null : (
        <line class="w-cutline" x1={at(cut)} x2={at(cut)} y1="-4" y2={HEIGHT + 4} />
      )}
      <circle class={given ? 'w-turn' : 'w-turn w-turn--waiting'} cx={at(value)} cy={middle} r={RADIUS} />
    </svg>
  );
}
