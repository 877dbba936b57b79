import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Month } from '../lib/calendar/month.ts';

/** A point of a control chart as it is drawn. */
export interface ControlPoint {
  /** The month it stands for; points follow each other in time, and need not lie a month apart. */
  month: Month;
  /** null where there is none. */
  value: number | null;
  /** Average and limits that hold here; null where there are none. The lower limit is null where nothing could lie below it. */
  lines: { average: number; lower: number | null; upper: number } | null;
  /** A special cause: one that is clear, or one that a steady process would often show as well; null for an ordinary point. */
  special: 'clear' | 'maybe' | null;
  doubtful: boolean;
}

export interface ControlGeometry {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Pixels of the point with this index, of a value. */
  x: (index: number) => number;
  y: (value: number) => number;
  ticks: number[];
  /** The values as a line, broken where there is none. */
  path: string;
  average: string;
  upper: string;
  lower: string;
  /** Names of the last stretch's lines, top to bottom, far enough apart to be read. */
  labels: { name: 'upper limit' | 'average' | 'lower limit'; value: number; y: number }[];
  /** First points of a year that get it printed. */
  years: { index: number; year: string }[];
  /** True when there is room for a dot on every point. */
  everyPointHasDot: boolean;
}

const ROOM_FOR_DOTS = 6;
const ROOM_FOR_YEAR = 46;
const TICKS = 5;
/** Pixels between two labels beside the lines. */
const BETWEEN_LABELS = 17;

/**
 * Where everything in a control chart goes. The scale starts at zero, or lower where a value does.
 * @param breaks indexes at which a new stretch begins: lines do not run on over them
 * @param width pixels
 * @param labelsWidth pixels kept at the right for the labels of the lines
 */
export function controlGeometry(
  points: readonly ControlPoint[],
  breaks: readonly number[],
  width: number,
  labelsWidth: number,
): ControlGeometry {
  const drawn = points.flatMap(({ value, lines }) => [value, lines?.upper ?? null, lines?.lower ?? null]);
  const known = drawn.filter((value) => value !== null);
  const scale = scaleLinear()
    .domain([Math.min(0, ...known), Math.max(1, ...known)])
    .nice(TICKS);
  const ticks = scale.ticks(TICKS);
  const [top, height] = [14, width < 400 ? 240 : 290];
  const bottom = height - 26;
  const left = 12 + Math.max(...ticks.map((tick) => String(tick).length)) * 8;
  const right = width - labelsWidth;
  const y = scale.range([bottom, top]);
  const step = (right - left - 12) / Math.max(1, points.length - 1);
  const x = (index: number) => left + 6 + index * step;
  const values = line<ControlPoint>()
    .defined(({ value }) => value !== null)
    .x((_, index) => x(index))
    .y(({ value }) => y(value ?? 0))
    .digits(1);
  const level = (of: (lines: NonNullable<ControlPoint['lines']>) => number | null) =>
    levelPath(
      points.map(({ lines }) => (lines === null ? null : of(lines))),
      { breaks, x: (at) => Math.min(right, Math.max(left, x(at))), y },
    );
  return {
    ...{ width, height, left, right, top, bottom, x, ticks },
    y: (value) => y(value),
    path: values([...points]) ?? '',
    average: level(({ average }) => average),
    upper: level(({ upper }) => upper),
    lower: level(({ lower }) => lower),
    labels: apart(labelsOf(points, (value) => y(value))),
    years: printedYears(points, step),
    everyPointHasDot: step >= ROOM_FOR_DOTS,
  };
}

/** A line that holds at each point from half-way to the one before to half-way to the next. */
function levelPath(
  values: readonly (number | null)[],
  { breaks, x, y }: { breaks: readonly number[]; x: (at: number) => number; y: (value: number) => number },
): string {
  let path = '';
  values.forEach((value, at) => {
    if (value === null) return;
    const [before, height] = [values[at - 1] ?? null, y(value).toFixed(1)];
    const begins = before === null || breaks.includes(at);
    const same = !begins && before !== null && y(before).toFixed(1) === height;
    path += begins ? `M${x(at - 0.5).toFixed(1)} ${height}` : same ? '' : `V${height}`;
    path += `H${x(at + 0.5).toFixed(1)}`;
  });
  return path;
}

function labelsOf(points: readonly ControlPoint[], y: (value: number) => number): ControlGeometry['labels'] {
  const lines = points.findLast((point) => point.lines !== null)?.lines ?? null;
  if (lines === null) return [];
  const { upper, average, lower } = lines;
  return [
    { name: 'upper limit', value: upper, y: y(upper) },
    { name: 'average', value: average, y: y(average) },
    ...(lower === null ? [] : [{ name: 'lower limit' as const, value: lower, y: y(lower) }]),
  ];
}

/** Labels moved from the middle one outwards, until they can be read. */
function apart(labels: ControlGeometry['labels']): ControlGeometry['labels'] {
  const middle = labels.find(({ name }) => name === 'average')?.y ?? 0;
  return labels.map((label) => {
    if (label.name === 'upper limit') return { ...label, y: Math.min(label.y, middle - BETWEEN_LABELS) };
    return label.name === 'lower limit' ? { ...label, y: Math.max(label.y, middle + BETWEEN_LABELS) } : label;
  });
}

/** The first point of each year, as many as there is room for. */
function printedYears(points: readonly ControlPoint[], step: number): ControlGeometry['years'] {
  const firsts = points.flatMap(({ month }, index) => {
    const year = month.slice(0, 4);
    const begins = index === 0 ? month.endsWith('-01') : points[index - 1]?.month.slice(0, 4) !== year;
    return begins ? [{ index, year }] : [];
  });
  const printed: ControlGeometry['years'] = [];
  for (const each of firsts) {
    const last = printed.at(-1);
    if (last === undefined || (each.index - last.index) * step >= ROOM_FOR_YEAR) printed.push(each);
  }
  return printed;
}
