import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Month } from '../lib/calendar/month.ts';

/** A month of a gap chart: how far apart, and how far apart others are that month, all in per cent. */
export interface GapPoint {
  month: Month;
  percent: number;
  /** Where half, and nine tenths, of the others lie; null where they are too few to say. */
  half: readonly [number, number] | null;
  nine: readonly [number, number] | null;
}

export interface GapGeometry {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Pixels of the month with this index, of a percentage. */
  x: (index: number) => number;
  y: (percent: number) => number;
  ticks: number[];
  /** The gap as a line, and the bands as surfaces, broken where others are too few. */
  path: string;
  half: string;
  nine: string;
  /** Januaries that get their year printed. */
  years: { index: number; year: string }[];
}

const TICKS = 5;
const ROOM_FOR_YEAR = 46;
/** Half of a printed year at the right end, in pixels. */
const ROOM_FOR_LAST_YEAR = 16;
/** Per cent up and down that every chart shows, so that small gaps do not look large. */
const LEAST_REACH = 20;

/**
 * Where everything in a gap chart goes; none is always on its scale.
 * @param points at least one, a month apart
 * @param width  pixels
 */
export function gapGeometry(points: readonly GapPoint[], width: number): GapGeometry {
  const drawn = points.flatMap(({ percent, nine }) => [percent, ...(nine ?? [])]);
  const scale = scaleLinear()
    .domain([Math.min(-LEAST_REACH, ...drawn), Math.max(LEAST_REACH, ...drawn)])
    .nice(TICKS);
  const ticks = scale.ticks(TICKS);
  const [top, height] = [24, width < 400 ? 270 : 340];
  const bottom = height - 34;
  const left = 14 + Math.max(...ticks.map((tick) => String(Math.abs(tick)).length + 1)) * 8;
  const right = width - ROOM_FOR_LAST_YEAR;
  const y = scale.range([bottom, top]);
  const step = (right - left - 6) / Math.max(1, points.length - 1);
  const x = (index: number) => left + 6 + index * step;
  const band = (of: (point: GapPoint) => readonly [number, number] | null) =>
    area<GapPoint>()
      .defined((point) => of(point) !== null)
      .x((_, index) => x(index))
      .y0((point) => y(of(point)?.[0] ?? 0))
      .y1((point) => y(of(point)?.[1] ?? 0))
      .digits(1)([...points]) ?? '';
  const values = line<GapPoint>()
    .x((_, index) => x(index))
    .y(({ percent }) => y(percent))
    .digits(1);
  return {
    ...{ width, height, left, right, top, bottom, x, ticks },
    y: (percent) => y(percent),
    path: values([...points]) ?? '',
    half: band(({ half }) => half),
    nine: band(({ nine }) => nine),
    years: printedYears(points, step),
  };
}

function printedYears(points: readonly GapPoint[], pixelsPerMonth: number): GapGeometry['years'] {
  const every = [1, 2, 5, 10].find((years) => years * 12 * pixelsPerMonth >= ROOM_FOR_YEAR) ?? 20;
  return points.flatMap(({ month }, index) => {
    const year = month.slice(0, 4);
    return month.endsWith('-01') && Number(year) % every === 0 ? [{ index, year }] : [];
  });
}

/** Whether a month lies outside the band of nine tenths of the others: above it, below it, or null for within or unknown. */
export function outsideBand({ percent, nine }: GapPoint): 'above' | 'below' | null {
  if (nine === null) return null;
  return percent > nine[1] ? 'above' : percent < nine[0] ? 'below' : null;
}
