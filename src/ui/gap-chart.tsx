import { type Month, monthName } from '../lib/calendar/month.ts';
import { countWords } from './count-words.ts';
import { type GapGeometry, type GapPoint, gapGeometry, outsideBand } from './gap-geometry.ts';
import { MonthAxes } from './month-axes.tsx';
import { signedNumber } from './signed-number.ts';

export interface GapChartProps {
  /** In order, a month apart. */
  points: readonly GapPoint[];
  /** First month of what is judged by it. */
  start: Month;
  /** First month after the start that counts, where months between belong to neither side. */
  judgedFrom?: Month;
  /** Pixels. */
  width: number;
  /** What the gap is of, for its text alternative: "robbery in Camden and Islington". */
  what: string;
  /** What the bands are of: "351 other pairs of boroughs". */
  others: string;
}

const DIAMOND = 6;

/**
 * How far something lies from what it is compared with, month by month, over the bands in which others lie; months after the
 * start that lie outside are diamonds. A function of its width: text is never scaled. A table always stands behind it.
 */
export function GapChart({ points, start, judgedFrom = start, width, what, others }: GapChartProps) {
  if (points.length === 0) return null;
  const geometry = gapGeometry(points, width);
  const from = points.findIndex(({ month }) => month >= start);
  return (
    <svg
      class="w-chart"
      width={width}
      height={geometry.height}
      viewBox={`0 0 ${width} ${geometry.height}`}
      role="img"
      aria-label={describe(points, start, what, others)}
    >
      <path class="w-band" d={geometry.nine} />
      <path class="w-band-in" d={geometry.half} />
      <MonthAxes geometry={geometry} firstMonth={points[0]?.month ?? null} sayTick={signedNumber} zero="w-mean" />
      <Upright geometry={geometry} at={from} label="pilot starts" />
      {judgedFrom === start ? null : (
        <Upright geometry={geometry} at={points.findIndex(({ month }) => month >= judgedFrom)} label="" />
      )}
      <path class="w-line" d={geometry.path} />
      {from < 0
        ? null
        : points.slice(from).map((point, at) => {
            const [x, y] = [geometry.x(from + at).toFixed(1), geometry.y(point.percent).toFixed(1)];
            const size = width < 400 ? DIAMOND - 1.5 : DIAMOND;
            return outsideBand(point) === null ? (
              <circle key={point.month} class="w-dot" cx={x} cy={y} r={width < 400 ? 3 : 4.5} />
            ) : (
              <path
                key={point.month}
                class="w-special"
                d={`M${x} ${y}m0 ${-size}l${size} ${size}l${-size} ${size}l${-size} ${-size}z`}
              />
            );
          })}
    </svg>
  );
}

/** The chart in words. */
function describe(points: readonly GapPoint[], start: Month, what: string, others: string): string {
  const after = points.filter(({ month }) => month >= start);
  const percents = after.map(({ percent }) => Math.round(percent));
  const [first, last] = [points[0], points.at(-1)];
  const span = first && last ? `${monthName(first.month)} to ${monthName(last.month)}` : '';
  const begins = `Gap chart of ${what}, ${span}.`;
  if (after.length === 0) return `${begins} No month is after the start. The table below has every month.`;
  const [least, most] = [Math.min(...percents), Math.max(...percents)];
  const outside = after.filter((point) => outsideBand(point) !== null).length;
  return `${begins} From ${monthName(start)} the gap is ${signedNumber(least)} to ${signedNumber(most)}%, ${
    outside === 0 ? 'within' : `in ${countWords(outside, 'month')} of ${after.length} outside`
  } the band of ${others}. The table below has every month.`;
}

/** A dotted line before a month, with its name at the top, on the side that has room. */
function Upright({ geometry, at, label }: { geometry: GapGeometry; at: number; label: string }) {
  if (at <= 0) return null;
  const { top, bottom, left } = geometry;
  const x = geometry.x(at - 0.5);
  const isLeft = x - left > 90;
  return (
    <>
      <path class="w-mark-line" d={`M${x.toFixed(1)} ${top - 12}V${bottom}`} />
      <text class={isLeft ? 'w-t w-end w-haloed' : 'w-t w-haloed'} x={(x + (isLeft ? -6 : 6)).toFixed(1)} y={top - 2}>
        {label}
      </text>
    </>
  );
}

/** What the bands and marks of a gap chart mean. @param others such as "351 other pairs of boroughs"; null where no band is drawn */
export function GapChartKey({ others, outside }: { others: string | null; outside: boolean }) {
  return (
    <ul class="w-key">
      {others === null ? null : (
        <>
          <KeyBand name="w-band" text={`nine tenths of ${others}`} />
          <KeyBand name="w-band-in" text="half of them" />
        </>
      )}
      {outside ? (
        <li>
          <svg width="16" height="16" aria-hidden="true" focusable="false">
            <path class="w-special" d="M8 1.5L14.5 8L8 14.5L1.5 8z" />
          </svg>
          month outside the band
        </li>
      ) : null}
    </ul>
  );
}

function KeyBand({ name, text }: { name: string; text: string }) {
  return (
    <li>
      <svg width="22" height="14" aria-hidden="true" focusable="false">
        <rect class={name} width="22" height="14" />
      </svg>
      {text}
    </li>
  );
}
