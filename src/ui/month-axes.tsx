import { type Month, monthName } from '../lib/calendar/month.ts';

/** Where the axes of a chart of months go, in pixels. */
interface AxesGeometry {
  left: number;
  right: number;
  bottom: number;
  ticks: readonly number[];
  /** Januaries that get their year printed, by index. */
  years: readonly { index: number; year: string | number }[];
  x: (index: number) => number;
  y: (value: number) => number;
}

export interface MonthAxesProps {
  geometry: AxesGeometry;
  /** The month at the left end; null where there is none. */
  firstMonth: Month | null;
  /** A tick as it is printed. */
  sayTick: (tick: number) => string | number;
  /** Class of the line at zero: an axis to stand on, unless told otherwise. */
  zero?: 'w-axis' | 'w-mean';
}

/** Room in pixels that the name of the first month needs before the middle of the first year. */
const ROOM_FOR_FIRST = 76;

/** The lines across with their values, and the years below them; the first month by name where no year is printed there. */
export function MonthAxes({ geometry, firstMonth, sayTick, zero = 'w-axis' }: MonthAxesProps) {
  const { left, right, bottom, ticks, years, x, y } = geometry;
  const yearAtFirst = years[0]?.index === 0;
  const roomForFirst = (years[0] === undefined ? right : x(years[0].index)) - left > ROOM_FOR_FIRST;
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <path class={tick === 0 ? zero : 'w-grid'} d={`M${left} ${y(tick).toFixed(1)}H${right}`} />
          <text class="w-t-soft w-end" x={left - 6} y={(y(tick) + 4.5).toFixed(1)}>
            {sayTick(tick)}
          </text>
        </g>
      ))}
      {years.map(({ index, year }) => (
        <g key={year}>
          <path class="w-axis" d={`M${x(index).toFixed(1)} ${bottom}v7`} />
          <text class="w-t-soft w-middle" x={x(index).toFixed(1)} y={bottom + 22}>
            {year}
          </text>
        </g>
      ))}
      {firstMonth === null || yearAtFirst || !roomForFirst ? null : (
        <text class="w-t-soft" x={left} y={bottom + 22}>
          {shortMonth(firstMonth)}
        </text>
      )}
    </>
  );
}

/** "Mar 2024". */
const shortMonth = (month: Month): string => monthName(month).replace(/^(\p{L}{3})\p{L}*/u, '$1');
