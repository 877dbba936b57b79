import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { type Month, monthNumber } from '../lib/calendar/month.ts';

/** A monthly series: one value a month from the first on, null where there is none. */
export interface MonthlySeries {
  firstMonth: Month;
  values: readonly (number | null)[];
}

export interface SeriesGeometry {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Pixels of the month with this index, of a value. */
  x: (index: number) => number;
  y: (value: number) => number;
  /** Values that get a line across. */
  ticks: number[];
  /** The line, broken where months have no value, as SVG path data. */
  path: string;
  /** True when there is room for a dot on every month. */
  everyMonthHasDot: boolean;
  /** Months that get a dot: all when there is room, else those with no neighbour to draw a line to. */
  dots: { index: number; value: number }[];
  /** Januaries that get their year printed. */
  years: { index: number; year: number }[];
}

/** Pixels between months from which each gets its dot. */
const ROOM_FOR_DOTS = 7;

/** Pixels between printed years. */
const ROOM_FOR_YEAR = 44;

const TICKS = 5;

/**
 * Where everything in the chart of a monthly series goes. The scale starts at zero.
 * @param width pixels
 * @param labelsWidth pixels kept at the right for labels
 */
export function seriesGeometry(series: MonthlySeries, width: number, labelsWidth: number): SeriesGeometry {
  const { values } = series;
  const greatest = Math.max(1, ...values.filter((value) => value !== null));
  const scale = scaleLinear().domain([0, greatest]).nice(TICKS);
  const ticks = scale.ticks(TICKS).filter((tick) => Number.isInteger(tick));
  const top = 22;
  const height = width < 400 ? 220 : 250;
  const bottom = height - 26;
  const left = 10 + String(ticks.at(-1) ?? 0).length * 8;
  const right = width - labelsWidth;
  const y = scale.range([bottom, top]);
  const last = Math.max(1, values.length - 1);
  const x = (index: number) => left + 6 + (index / last) * (right - left - 6);
  const draw = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))
    .digits(1);
  const everyMonthHasDot = (right - left) / last >= ROOM_FOR_DOTS;
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    x,
    y: (value) => y(value),
    ticks,
    everyMonthHasDot,
    path: draw(values) ?? '',
    dots: values.flatMap((value, index) => {
      const alone = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
      return value !== null && (everyMonthHasDot || alone) ? [{ index, value }] : [];
    }),
    years: printedYears(series, (right - left) / last),
  };
}

function printedYears({ firstMonth, values }: MonthlySeries, pixelsPerMonth: number): SeriesGeometry['years'] {
  const first = monthNumber(firstMonth);
  const januaries = values.flatMap((_, index) =>
    (first + index) % 12 === 0 ? [{ index, year: (first + index) / 12 }] : [],
  );
  const every = [1, 2, 5, 10].find((years) => years * 12 * pixelsPerMonth >= ROOM_FOR_YEAR) ?? 20;
  return januaries.filter(({ year }) => year % every === 0);
}
