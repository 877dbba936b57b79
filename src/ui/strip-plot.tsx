import { type Strip, stripGeometry } from './strip-geometry.ts';
import { wholeNumber } from './whole-number.ts';

export interface StripPlotProps {
  strips: readonly Strip[];
  /** Pixels. */
  width: number;
  /** What the plot shows, for its text alternative. */
  what: string;
  unit: string;
}

/** Places along one axis, a band for each group; where they stand in their band says nothing. A table stands behind it. */
export function StripPlot({ strips, width, what, unit }: StripPlotProps) {
  const geometry = stripGeometry(strips, width);
  const { left, right, bottom, ticks, x } = geometry;
  return (
    <svg
      class="w-chart"
      width={width}
      height={geometry.height}
      viewBox={`0 0 ${width} ${geometry.height}`}
      role="img"
      aria-label={`Plot of ${what}, in ${strips.length} bands. The table has every figure.`}
    >
      {geometry.strips.map(({ label, top, height, dots }) => (
        <g key={label}>
          <rect class="w-band" x={left - 8} y={top} width={right - left + 16} height={height} />
          {dots.map(({ code, x: cx, y: cy }) => (
            <circle key={code} class="w-maybe" cx={cx.toFixed(1)} cy={cy.toFixed(1)} r={4.5} />
          ))}
          <text class="w-t" x={left} y={top + 17}>
            {label}
          </text>
        </g>
      ))}
      <path class="w-axis" d={`M${left} ${bottom}H${right}`} />
      {ticks.map((tick) => (
        <g key={tick}>
          <path class="w-axis" d={`M${x(tick).toFixed(1)} ${bottom}v6`} />
          <text class="w-t-soft w-middle" x={x(tick).toFixed(1)} y={bottom + 21}>
            {wholeNumber(tick)}
          </text>
        </g>
      ))}
      <text class="w-t-soft w-end" x={right} y={bottom + 40}>
        {unit}
      </text>
    </svg>
  );
}
