import type { HexCoordinates, HexGrid } from './hex-grid.ts';

interface BoroughPlace extends HexCoordinates {
  borough: string;
}

/** Room a character of a borough's name takes, and the height of its line, in pixels. */
const CHARACTER = 9.5;
const LINE = 20;

/** A corner's name: the box it would fill. */
interface Box {
  left: number;
  right: number;
  bottom: number;
}

function isFree(box: Box, places: readonly HexCoordinates[], grid: HexGrid): boolean {
  return places.every((place) => {
    const corners = grid.corners(place);
    const top = Math.min(...corners.map(({ y }) => y));
    const left = Math.min(...corners.map(({ x }) => x));
    return top > box.bottom || left > box.right || left + grid.hexWidth < box.left;
  });
}

/**
 * The names of two boroughs, each in the upper corner on its side, where no hexagon is in the way.
 * With one borough, more than two, or no room, nothing is drawn: the table names them.
 */
export function HexBoroughNames({ wards, grid }: { wards: readonly BoroughPlace[]; grid: HexGrid }) {
  const [first, second, ...others] = [...new Set(wards.map(({ borough }) => borough))];
  if (first === undefined || second === undefined || others.length > 0) return null;
  const middle = (name: string): number => {
    const xs = wards.filter(({ borough }) => borough === name).map((ward) => grid.centre(ward).x);
    return xs.reduce((sum, x) => sum + x, 0) / xs.length;
  };
  const [west, east] = middle(first) <= middle(second) ? [first, second] : [second, first];
  const bottom = grid.hexWidth * 0.7;
  const fits =
    bottom >= LINE &&
    isFree({ left: 0, right: west.length * CHARACTER, bottom }, wards, grid) &&
    isFree({ left: grid.width - east.length * CHARACTER, right: grid.width, bottom }, wards, grid);
  if (!fits) return null;
  return (
    <>
      <text class="w-hb w-hb--west" x={8} y={(bottom - 4).toFixed(1)}>
        {west}
      </text>
      <text class="w-hb w-hb--east" x={grid.width - 8} y={(bottom - 4).toFixed(1)}>
        {east}
      </text>
    </>
  );
}
