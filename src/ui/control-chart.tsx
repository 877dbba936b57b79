import { monthName } from '../lib/calendar/month.ts';
import { type ControlGeometry, type ControlPoint, controlGeometry } from './control-geometry.ts';
import { MonthAxes } from './month-axes.tsx';
import { wholeNumber } from './whole-number.ts';

export interface ControlChartProps {
  points: readonly ControlPoint[];
  /** Pixels. */
  width: number;
  /** What the chart shows, for its text alternative: "robbery in Islington, recorded offences a month". */
  what: string;
  /** Indexes of points at which the process is known to have changed, each with a short name. */
  steps?: readonly { at: number; label: string }[];
  /** Index of the last point that average and limits were taken from, where later points are judged by them. */
  baselineEnd?: number | null;
}

const DIAMOND = 6.5;

/**
 * Values in the order of time with their average, solid, their limits, dashed, and special causes as orange diamonds. A
 * function of its width: text is never scaled. A table with every value always stands behind it.
 */
export function ControlChart({ points, width, what, steps = [], baselineEnd = null }: ControlChartProps) {
  if (points.every(({ value }) => value === null)) return null;
  const narrow = width < 400;
  const geometry = controlGeometry(
    points,
    steps.map(({ at }) => at),
    width,
    narrow ? 44 : 124,
  );
  return (
    <svg
      class="w-chart"
      width={width}
      height={geometry.height}
      viewBox={`0 0 ${width} ${geometry.height}`}
      role="img"
      aria-label={describe(points, what)}
    >
      <MonthAxes
        geometry={geometry}
        firstMonth={points[0]?.month ?? null}
        sayTick={(tick) => (Number.isInteger(tick) ? wholeNumber(tick) : tick)}
      />
      {baselineEnd === null || baselineEnd >= points.length - 1 ? null : (
        <Upright geometry={geometry} at={baselineEnd} label="baseline" before />
      )}
      {steps.map(({ at, label }) => (
        <Upright key={at} geometry={geometry} at={at - 1} label={label} />
      ))}
      <path class="w-limit" d={geometry.upper} />
      <path class="w-limit" d={geometry.lower} />
      <path class="w-centre" d={geometry.average} />
      <path class={geometry.everyPointHasDot ? 'w-line' : 'w-line w-line--long'} d={geometry.path} />
      {points.map((point, at) => (
        <Point key={point.month} point={point} at={at} geometry={geometry} narrow={narrow} />
      ))}
      <LineLabels geometry={geometry} narrow={narrow} />
    </svg>
  );
}

/** The chart in words. */
function describe(points: readonly ControlPoint[], what: string): string {
  const known = points.flatMap(({ value, doubtful }) => (value === null || doubtful ? [] : [value]));
  const [first, last] = [points[0], points.at(-1)];
  const clear = points.filter(({ special }) => special === 'clear').length;
  const marked = points.filter(({ special }) => special === 'maybe').length;
  const months = first && last ? `${monthName(first.month)} to ${monthName(last.month)}` : '';
  const range =
    known.length === 0 ? '' : `: between ${sayValue(Math.min(...known))} and ${sayValue(Math.max(...known))}`;
  const said = [
    clear === 0 ? '' : `${clear} out of the ordinary`,
    marked === 0 ? '' : `${marked} marked that could be chance`,
  ].filter(Boolean);
  return `Control chart of ${what}, ${months}${range}. ${said.length === 0 ? 'No point is marked' : said.join(', ')}. The table below has every point.`;
}

/** A value as it is printed beside a line: whole from ten on. */
export function sayValue(value: number): string {
  return Math.abs(value) >= 10 || Number.isInteger(value) ? wholeNumber(value) : value.toFixed(1).replace('-', '−');
}

/** A dotted line after a point, with its name at the top: before it, or after it where there is room. */
function Upright(given: { geometry: ControlGeometry; at: number; label: string; before?: boolean }) {
  const { geometry, at, label, before = false } = given;
  const { top, bottom, left, right } = geometry;
  const x = geometry.x(at + 0.5);
  const leftOf = before ? x - left > 70 : right - x < label.length * 8;
  return (
    <>
      <path class="w-mark-line" d={`M${x.toFixed(1)} ${top}V${bottom}`} />
      <text
        class={leftOf ? 'w-t-soft w-end w-haloed' : 'w-t-soft w-haloed'}
        x={(x + (leftOf ? -5 : 5)).toFixed(1)}
        y={top + 10}
      >
        {label}
      </text>
    </>
  );
}

function Point(given: { point: ControlPoint; at: number; geometry: ControlGeometry; narrow: boolean }) {
  const { point, at, geometry, narrow } = given;
  if (point.value === null) return null;
  const [x, y] = [geometry.x(at).toFixed(1), geometry.y(point.value).toFixed(1)];
  if (point.special !== null) {
    const size = narrow ? DIAMOND - 1.5 : DIAMOND;
    const name = point.special === 'clear' ? 'w-special' : 'w-special w-special--maybe';
    return <path class={name} d={`M${x} ${y}m0 ${-size}l${size} ${size}l${-size} ${size}l${-size} ${-size}z`} />;
  }
  if (point.doubtful) return <circle class="w-doubt" cx={x} cy={y} r={5} />;
  if (!geometry.everyPointHasDot) return null;
  return <circle class="w-dot" cx={x} cy={y} r={narrow ? 3 : 4.5} />;
}

function LineLabels({ geometry, narrow }: { geometry: ControlGeometry; narrow: boolean }) {
  return (
    <>
      {geometry.labels.map(({ name, value, y }) => (
        <text
          key={name}
          class={name === 'average' ? 'w-t' : 'w-t-soft'}
          x={geometry.right + 7}
          y={(y + 4.5).toFixed(1)}
        >
          {narrow ? sayValue(value) : `${name} ${sayValue(value)}`}
        </text>
      ))}
    </>
  );
}

/** What the marks and lines of a control chart mean. */
export function ControlChartKey({ special }: { special: readonly ('clear' | 'maybe' | null)[] }) {
  return (
    <ul class="w-key">
      <KeyLine class="w-centre" text="average" />
      <KeyLine class="w-limit" text="limit" />
      {special.includes('clear') ? <KeyDiamond class="w-special" text="out of the ordinary" /> : null}
      {special.includes('maybe') ? (
        <KeyDiamond class="w-special w-special--maybe" text="marked by a rule, could be chance" />
      ) : null}
    </ul>
  );
}

function KeyLine({ class: name, text }: { class: string; text: string }) {
  return (
    <li>
      <svg width="26" height="10" aria-hidden="true" focusable="false">
        <path class={name} d="M0 5H26" />
      </svg>
      {text}
    </li>
  );
}

function KeyDiamond({ class: name, text }: { class: string; text: string }) {
  return (
    <li>
      <svg width="16" height="16" aria-hidden="true" focusable="false">
        <path class={name} d="M8 1.5L14.5 8L8 14.5L1.5 8z" />
      </svg>
      {text}
    </li>
  );
}
