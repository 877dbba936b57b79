import { percent } from './percent.ts';
import { type ScatterGeometry, type ScatterPoint, scatterGeometry } from './scatter-geometry.ts';
import { wholeNumber } from './whole-number.ts';

export interface ScatterPlotProps {
  points: readonly ScatterPoint[];
  /** Of the middle place, on each axis. */
  middle: { across: number; up: number };
  /** Pixels. */
  width: number;
  /** What the plot shows, for its text alternative. */
  what: string;
  acrossUnit: string;
  upUnit: string;
}

/** Places on two axes, with lines at the middle place of each; shares are read upwards. A table stands behind it. */
export function ScatterPlot({ points, middle, width, what, acrossUnit, upUnit }: ScatterPlotProps) {
  if (points.length === 0) return null;
  const geometry = scatterGeometry(points, width);
  const { left, right, top, bottom, x, y, names } = geometry;
  return (
    <svg
      class="w-chart"
      width={width}
      height={geometry.height}
      viewBox={`0 0 ${width} ${geometry.height}`}
      role="img"
      aria-label={`Plot of ${what}, ${points.length} places. The table has every figure.`}
    >
      <Axes geometry={geometry} />
      <path class="w-mark-line" d={`M${x(middle.across).toFixed(1)} ${top}V${bottom}`} />
      <path class="w-mark-line" d={`M${left} ${y(middle.up).toFixed(1)}H${right}`} />
      {points.map(({ code, across, up, named, full = named }) => (
        <circle key={code} class={full ? 'w-clear' : 'w-maybe'} cx={x(across).toFixed(1)} cy={y(up).toFixed(1)} r={5} />
      ))}
      {names.map(({ code, name, x: at, y: line, end }) => (
        <text key={code} class={end ? 'w-t w-end w-haloed' : 'w-t w-haloed'} x={at.toFixed(1)} y={line.toFixed(1)}>
          {name}
        </text>
      ))}
      <text class="w-t-soft" x={0} y={top - 12}>
        {upUnit}
      </text>
      <text class="w-t-soft w-end" x={right} y={bottom + 40}>
        {acrossUnit}
      </text>
    </svg>
  );
}

function Axes({ geometry: { left, right, bottom, xTicks, yTicks, x, y } }: { geometry: ScatterGeometry }) {
  return (
    <>
      {yTicks.map((tick) => (
        <g key={tick}>
          <path class="w-grid" d={`M${left} ${y(tick).toFixed(1)}H${right}`} />
          <text class="w-t-soft w-end" x={left - 6} y={(y(tick) + 4.5).toFixed(1)}>
            {percent(tick, 0)}
          </text>
        </g>
      ))}
      <path class="w-axis" d={`M${left} ${bottom}H${right}`} />
      {xTicks.map((tick) => (
        <g key={tick}>
          <path class="w-axis" d={`M${x(tick).toFixed(1)} ${bottom}v6`} />
          <text class="w-t-soft w-middle" x={x(tick).toFixed(1)} y={bottom + 21}>
            {wholeNumber(tick)}
          </text>
        </g>
      ))}
    </>
  );
}
