import { scaleLinear } from 'd3-scale';

/** Places of one group, along one axis. */
export interface Strip {
  label: string;
  points: readonly { code: string; name: string; value: number }[];
}

export interface StripGeometry {
  height: number;
  left: number;
  right: number;
  bottom: number;
  ticks: number[];
  x: (value: number) => number;
  strips: { label: string; top: number; height: number; dots: { code: string; x: number; y: number }[] }[];
}

const RADIUS = 5;
const LABEL = 24;

/**
 * Where the dots of several strips go: each at its value along one axis, and one above the other where they would touch, so
 * that height says nothing.
 */
export function stripGeometry(strips: readonly Strip[], width: number): StripGeometry {
  const [left, right] = [10, width - 16];
  const greatest = Math.max(1, ...strips.flatMap(({ points }) => points.map(({ value }) => value)));
  const scale = scaleLinear().domain([0, greatest]).nice(5).range([left, right]);
  const x = (value: number) => scale(value);
  let top = 4;
  const laid = strips.map(({ label, points }) => {
    const rows = inRows(points.map(({ value }) => x(value)));
    const height = LABEL + (Math.max(0, ...rows) + 1) * (2 * RADIUS + 1) + 12;
    const from = top;
    top += height + 10;
    const dots = points.map(({ code, value }, at) => {
      return { code, x: x(value), y: from + height - 12 - (rows[at] ?? 0) * (2 * RADIUS + 1) };
    });
    return { label, top: from, height, dots };
  });
  return { height: top + 44, left, right, bottom: top, ticks: scale.ticks(width < 400 ? 3 : 5), x, strips: laid };
}

/** The lowest row for each dot in which it touches none before it. */
function inRows(places: readonly number[]): number[] {
  const rows: number[] = [];
  for (const [at, place] of places.entries()) {
    const near = rows.filter((_, other) => Math.abs((places[other] ?? 0) - place) < 2 * RADIUS + 1);
    let row = 0;
    while (near.includes(row)) row += 1;
    rows[at] = row;
  }
  return rows;
}
