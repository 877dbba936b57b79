import { sayValue } from './control-chart.tsx';
import { type FunnelGeometry, type FunnelLimit, type FunnelPoint, funnelGeometry } from './funnel-geometry.ts';
import { wholeNumber } from './whole-number.ts';

export interface FunnelPlotProps {
  points: readonly FunnelPoint[];
  limits: readonly FunnelLimit[];
  /** What all places have together. */
  average: number;
  /** Pixels. */
  width: number;
  /** What the plot shows, for its text alternative: "robberies a 1,000 residents, 37 wards". */
  what: string;
  /** Under the axes: "residents", and over the values: "a 1,000 residents". */
  exposureUnit: string;
  valueUnit: string;
}

/**
 * Places by how much there is of something against how large they are, with the limits that chance alone gives. A function
 * of its width. A table with every figure, and a link to each place, always stands behind it.
 */
export function FunnelPlot({ points, limits, average, width, what, exposureUnit, valueUnit }: FunnelPlotProps) {
  if (points.length === 0) return null;
  const geometry = funnelGeometry(points, limits, average, width);
  const narrow = width < 400;
  const outside = points.filter((point) => point.outside !== null).length;
  return (
    <svg
      class="w-chart w-funnel"
      width={width}
      height={geometry.height}
      viewBox={`0 0 ${width} ${geometry.height}`}
      role="img"
      aria-label={`Funnel plot of ${what}: ${points.length - outside} of ${points.length} lie within the limits. The table has every figure.`}
    >
      <Axes geometry={geometry} exposureUnit={exposureUnit} valueUnit={valueUnit} />
      {geometry.limits.map(({ label, upper, lower, labelAt }) => (
        <g key={label}>
          <path class="w-limit" d={upper} />
          <path class="w-limit" d={lower} />
          {narrow ? null : (
            <text class="w-t-soft" x={labelAt.x} y={(labelAt.y + 4.5).toFixed(1)}>
              {label}
            </text>
          )}
        </g>
      ))}
      <path class="w-centre" d={`M${geometry.left} ${geometry.y(average).toFixed(1)}H${geometry.right}`} />
      {narrow ? null : (
        <text class="w-t" x={geometry.right + 5} y={(geometry.y(average) + 4.5).toFixed(1)}>
          all {sayValue(average)}
        </text>
      )}
      {points.map((point) => (
        <Place key={point.code} point={point} geometry={geometry} />
      ))}
      {geometry.names.map(({ code, name, x, y, end }) => (
        <text key={code} class={end ? 'w-t w-end w-haloed' : 'w-t w-haloed'} x={x.toFixed(1)} y={y.toFixed(1)}>
          {name}
        </text>
      ))}
    </svg>
  );
}

function Place({ point, geometry }: { point: FunnelPoint; geometry: FunnelGeometry }) {
  const [x, y] = [geometry.x(point.exposure).toFixed(1), geometry.y(point.value).toFixed(1)];
  if (point.outside === null) return <circle class="w-dot" cx={x} cy={y} r={4.5} />;
  return <path class="w-special" d={`M${x} ${y}m0 -6.5l6.5 6.5l-6.5 6.5l-6.5 -6.5z`} />;
}

function Axes(given: { geometry: FunnelGeometry; exposureUnit: string; valueUnit: string }) {
  const { geometry, exposureUnit, valueUnit } = given;
  const { left, right, top, bottom, xTicks, yTicks, x, y } = geometry;
  return (
    <>
      {yTicks.map((tick) => (
        <g key={tick}>
          <path class={tick === 0 ? 'w-axis' : 'w-grid'} d={`M${left} ${y(tick).toFixed(1)}H${right}`} />
          <text class="w-t-soft w-end" x={left - 6} y={(y(tick) + 4.5).toFixed(1)}>
            {Number.isInteger(tick) ? wholeNumber(tick) : tick}
          </text>
        </g>
      ))}
      <text class="w-t-soft w-haloed" x={left + 4} y={top + 4}>
        {valueUnit}
      </text>
      {xTicks.map((tick) => (
        <g key={tick}>
          <path class="w-axis" d={`M${x(tick).toFixed(1)} ${bottom}v6`} />
          <text class="w-t-soft w-middle" x={x(tick).toFixed(1)} y={bottom + 20}>
            {wholeNumber(tick)}
          </text>
        </g>
      ))}
      <text class="w-t-soft w-end" x={right} y={bottom + 38}>
        {exposureUnit}
      </text>
    </>
  );
}
