import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/** A place on a funnel plot. */
export interface FunnelPoint {
  code: string;
  name: string;
  /** What chance depends on, such as residents or expected offences; at least 0. */
  exposure: number;
  /** What is compared, such as offences a 1,000 residents. */
  value: number;
  /** Which limits it lies outside of; null within them. */
  outside: 'above' | 'below' | null;
}

/** A pair of limits, as they widen towards small places. */
export interface FunnelLimit {
  /** Such as "99.8%". */
  label: string;
  /** In the order of exposure; the lower end is null where nothing could lie below it. */
  points: readonly { exposure: number; lower: number | null; upper: number }[];
}

export interface FunnelGeometry {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (exposure: number) => number;
  y: (value: number) => number;
  xTicks: number[];
  yTicks: number[];
  /** The limits as lines, in the order given. */
  limits: { label: string; upper: string; lower: string; labelAt: { x: number; y: number } }[];
  /** Places whose name is printed: those outside, where it does not cover another name. */
  names: { code: string; name: string; x: number; y: number; end: boolean }[];
}

const TICKS = 5;
const LETTER = 7.2;
const LINE = 16;
/** Highest limit drawn, as a multiple of the highest value: limits of the smallest places may lie far above. */
const MOST_ABOVE = 1.25;

/**
 * Where everything in a funnel plot goes. The scale of values starts at zero.
 * @param average what all places have together
 * @param width pixels
 */
export function funnelGeometry(
  points: readonly FunnelPoint[],
  limits: readonly FunnelLimit[],
  average: number,
  width: number,
): FunnelGeometry {
  const [top, height] = [14, width < 400 ? 270 : 400];
  const bottom = height - 44;
  const greatest = Math.max(average, ...points.map(({ value }) => value));
  const across = scaleLinear().domain([0, Math.max(1, ...points.map(({ exposure }) => exposure)) * 1.04]);
  const up = scaleLinear()
    .domain([0, greatest * MOST_ABOVE || 1])
    .nice(TICKS);
  const yTicks = up.ticks(TICKS);
  const left = 12 + Math.max(...yTicks.map((tick) => String(tick).length)) * 8;
  const right = width - (width < 400 ? 8 : 64);
  const x = across.range([left, right]);
  const y = up.range([bottom, top]);
  const roof = up.domain()[1] ?? greatest;
  const curve = (each: FunnelLimit, end: (point: FunnelLimit['points'][number]) => number | null) =>
    line<FunnelLimit['points'][number]>()
      .defined((point) => {
        const value = end(point);
        return value !== null && value <= roof;
      })
      .x(({ exposure }) => x(exposure))
      .y((point) => y(end(point) ?? 0))
      .digits(1)([...each.points]) ?? '';
  return {
    ...{ width, height, left, right, top, bottom, yTicks },
    x: (exposure) => x(exposure),
    y: (value) => y(value),
    xTicks: across.ticks(width < 400 ? 3 : TICKS),
    limits: limits.map((each) => ({
      label: each.label,
      upper: curve(each, ({ upper }) => upper),
      lower: curve(each, ({ lower }) => lower),
      labelAt: { x: right + 5, y: y(Math.min(roof, each.points.at(-1)?.upper ?? average)) },
    })),
    names: printedNames(points, { x, y, left, right }),
  };
}

function printedNames(
  points: readonly FunnelPoint[],
  { x, y, left, right }: { x: (e: number) => number; y: (v: number) => number; left: number; right: number },
): FunnelGeometry['names'] {
  const taken: { from: number; to: number; y: number }[] = [];
  const names: FunnelGeometry['names'] = [];
  for (const point of points.filter(({ outside }) => outside !== null).toSorted((a, b) => b.value - a.value)) {
    const [cx, cy] = [x(point.exposure), y(point.value)];
    const length = point.name.length * LETTER + 10;
    const end = cx + length > right;
    const box = { from: end ? cx - length : cx, to: end ? cx : cx + length, y: cy };
    const covers = taken.some(({ from, to, y: at }) => Math.abs(at - cy) < LINE && from < box.to && box.from < to);
    if (covers || box.from < left) continue;
    taken.push(box);
    names.push({ code: point.code, name: point.name, x: cx + (end ? -9 : 9), y: cy + 4.5, end });
  }
  return names;
}
