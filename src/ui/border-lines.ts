import type { Position } from './label-point.ts';

/** A shape that belongs to a group, such as a ward to a borough. */
export interface GroupedShape {
  group: string;
  polygons: readonly (readonly (readonly Position[])[])[];
}

/**
 * The line between shapes of different groups. Shapes that touch are taken to share the positions of their border,
 * as those cut from one map do; where they do not, nothing is drawn.
 * @returns one short line for each shared side
 */
export function borderLines(shapes: readonly GroupedShape[]): Position[][] {
  const sides = new Map<string, { line: Position[]; groups: Set<string> }>();
  for (const { group, polygons } of shapes)
    for (const ring of polygons.flat())
      for (const [index, from] of ring.entries()) {
        const to = ring[index + 1];
        if (to === undefined) continue;
        const key = [from.join(), to.join()].sort().join(' ');
        const side = sides.get(key) ?? { line: [from, to], groups: new Set<string>() };
        side.groups.add(group);
        sides.set(key, side);
      }
  return [...sides.values()].filter(({ groups }) => groups.size > 1).map(({ line }) => line);
}
