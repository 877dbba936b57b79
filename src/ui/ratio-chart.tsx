import { type RatioRange, type RatioScale, ratioScale } from './ratio-scale.ts';

export interface RatioChartRow {
  label: string;
  /** null: too few, or none, which is said instead. */
  ratio: number | null;
  range: RatioRange | null;
  /** Said where there is no ratio, in a few words. */
  instead?: string;
}

export interface RatioChartProps {
  rows: readonly RatioChartRow[];
  /** Pixels. */
  width: number;
  /** What the chart shows, for its text alternative; the table beside it has every figure. */
  what: string;
}

const ROW = 38;
const TOP = 12;
const FOOT = 28;

/** Ratios as dots with whiskers on a scale of multiples: a full dot where the range leaves out an equal rate. */
export function RatioChart({ rows, width, what }: RatioChartProps) {
  const left = width < 400 ? 66 : 96;
  const scale = ratioScale(
    rows.flatMap(({ range }) => (range === null ? [] : [range])),
    left,
    width - 22,
  );
  const bottom = TOP + rows.length * ROW;
  return (
    <svg
      class="w-chart"
      width={width}
      height={bottom + FOOT}
      viewBox={`0 0 ${width} ${bottom + FOOT}`}
      role="img"
      aria-label={`Chart of ${what}. The table has every figure.`}
    >
      {scale.lines.map(({ ratio, x, label }) => (
        <g key={ratio}>
          <path class={ratio === 1 ? 'w-none-line' : 'w-grid'} d={`M${x.toFixed(1)} ${TOP}V${bottom}`} />
          <text class="w-t-soft w-middle" x={x.toFixed(1)} y={bottom + 20}>
            {label}
          </text>
        </g>
      ))}
      {rows.map((row, at) => (
        <Row key={row.label} row={row} scale={scale} y={TOP + at * ROW + ROW / 2} />
      ))}
    </svg>
  );
}

function Row({
  row: { label, ratio, range, instead },
  scale,
  y,
}: {
  row: RatioChartRow;
  scale: RatioScale;
  y: number;
}) {
  return (
    <>
      <text class="w-t w-end" x={scale.left - 12} y={y + 5}>
        {label}
      </text>
      {ratio === null || range === null ? (
        <text class="w-t-soft w-haloed" x={scale.left + 6} y={y + 5}>
          {instead ?? ''}
        </text>
      ) : (
        <Drawn ratio={ratio} range={range} scale={scale} y={y} />
      )}
    </>
  );
}

interface DrawnProps {
  ratio: number;
  range: RatioRange;
  scale: RatioScale;
  y: number;
}

function Drawn({ ratio, range: [lower, upper], scale, y }: DrawnProps) {
  const [from, to] = [scale.x(lower).toFixed(1), upper === null ? `${scale.right}` : scale.x(upper).toFixed(1)];
  const isClear = lower > 1 || (upper !== null && upper < 1);
  return (
    <>
      <path class="w-range" d={`M${from} ${y}H${to}M${from} ${y - 6}v12`} />
      <path class="w-range" d={upper === null ? `M${to} ${y}l-6 -5m6 5l-6 5` : `M${to} ${y - 6}v12`} />
      <circle class={isClear ? 'w-clear' : 'w-maybe'} cx={scale.x(ratio).toFixed(1)} cy={y} r={6} />
    </>
  );
}
