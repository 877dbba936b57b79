import { scaleLinear } from 'd3-scale';

/** A place on two axes. */
export interface ScatterPoint {
  code: string;
  name: string;
  across: number;
  up: number;
  /** True: it is set apart, and its name printed. */
  named: boolean;
}

export interface ScatterGeometry {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (across: number) => number;
  y: (up: number) => number;
  xTicks: number[];
  yTicks: number[];
  /** Names that are printed, none over another. */
  names: { code: string; name: string; x: number; y: number; end: boolean }[];
}

const TICKS = 5;
const LETTER = 7.2;
const LINE = 16;

/** Where everything on two axes goes. What lies across starts at zero; what lies up does not, so it is drawn as dots only. */
export function scatterGeometry(points: readonly ScatterPoint[], width: number): ScatterGeometry {
  const [top, left, height] = [26, 48, width < 400 ? 290 : 420];
  const [bottom, right] = [height - 46, width - 16];
  const across = scaleLinear()
    .domain([0, Math.max(1, ...points.map((point) => point.across))])
    .nice(TICKS)
    .range([left, right]);
  const ups = points.map((point) => point.up);
  const up = scaleLinear()
    .domain([Math.min(...ups), Math.max(...ups)])
    .nice(TICKS)
    .range([bottom, top]);
  const place = { x: (value: number) => across(value), y: (value: number) => up(value) };
  return {
    ...{ width, height, left, right, top, bottom, ...place },
    xTicks: across.ticks(width < 400 ? 3 : TICKS),
    yTicks: up.ticks(TICKS),
    names: printedNames(points, place, right),
  };
}

function printedNames(
  points: readonly ScatterPoint[],
  { x, y }: Pick<ScatterGeometry, 'x' | 'y'>,
  right: number,
): ScatterGeometry['names'] {
  const taken: { from: number; to: number; at: number }[] = [];
  return points
    .filter(({ named }) => named)
    .flatMap(({ code, name, across, up }) => {
      const [cx, cy] = [x(across), y(up)];
      const length = name.length * LETTER + 12;
      const end = cx + length > right;
      const [from, to] = end ? [cx - length, cx] : [cx, cx + length];
      const free = [0, -LINE, LINE, -2 * LINE, 2 * LINE].find(
        (shift) => !taken.some((other) => Math.abs(other.at - cy - shift) < LINE && from < other.to && other.from < to),
      );
      if (free === undefined) return [];
      taken.push({ from, to, at: cy + free });
      return [{ code, name, x: cx + (end ? -10 : 10), y: cy + free + 4.5, end }];
    });
}
