import { scaleLinear } from 'd3-scale';

/** A place on two axes. */
export interface ScatterPoint {
  code: string;
  name: string;
  across: number;
  up: number;
  /** True: its name is printed. */
  named: boolean;
  /** True: drawn as a full dot; left out, where it is named. */
  full?: boolean;
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
const RADIUS = 6;
/** Between a dot and its name. */
const GAP = 12;
/** How far a name may move up or down to lie over nothing. */
const SHIFTS = [0, -9, 9, -15, 15];

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
  const dots = points.map(({ code, across, up }) => {
    return { code, from: x(across) - RADIUS, to: x(across) + RADIUS, at: y(up) };
  });
  const taken: { code: string; from: number; to: number; at: number }[] = [];
  return points
    .filter(({ named }) => named)
    .flatMap(({ code, name, across, up }) => {
      const [cx, cy] = [x(across), y(up)];
      const length = name.length * LETTER + GAP;
      const places = SHIFTS.flatMap((shift) => [
        { from: cx, to: cx + length, at: cy + shift, end: false },
        { from: cx - length, to: cx, at: cy + shift, end: true },
      ]).filter(({ from, to }) => to <= right && from >= 0);
      const free = places.find(({ from, to, at }) =>
        [...taken, ...dots].every(
          (other) =>
            other.code === code || Math.abs(other.at - at) >= LINE * 0.8 || from >= other.to || other.from >= to,
        ),
      );
      if (free === undefined) return [];
      taken.push({ code, ...free });
      return [{ code, name, x: cx + (free.end ? -GAP + 2 : GAP - 2), y: free.at + 4.5, end: free.end }];
    });
}
