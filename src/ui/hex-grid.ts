/** Place on the hex map: odd-r offset coordinates, r grows north. */
export interface HexCoordinates {
  q: number;
  r: number;
}

export interface Point {
  x: number;
  y: number;
}

/** A grid of hexagons drawn for a width in pixels: their size and where each lies. */
export interface HexGrid {
  width: number;
  height: number;
  /** Width of one hexagon, flat side to flat side. */
  hexWidth: number;
  /** Centre of a hexagon. */
  centre: (place: HexCoordinates) => Point;
  /** Its six corners, from the top, clockwise. */
  corners: (place: HexCoordinates) => Point[];
}

/** Room around the hexagons for the outline of the one in focus. */
const MARGIN = 6;

/** Half a hexagon's width is a unit of x; rows are three of these units of y apart. */
const HALF_HEIGHT_PER_WIDTH = 1 / Math.sqrt(3);

function halfColumns({ q, r }: HexCoordinates): number {
  return 2 * q + (Math.abs(r) % 2);
}

/**
 * Fits pointy-topped hexagons into a width.
 * @param places at least one
 * @param width pixels, margin included
 */
export function hexGrid(places: readonly HexCoordinates[], width: number): HexGrid {
  const left = Math.min(...places.map(halfColumns));
  const right = Math.max(...places.map(halfColumns)) + 2;
  const north = Math.max(...places.map(({ r }) => r));
  const south = Math.min(...places.map(({ r }) => r));
  const hexWidth = (2 * (width - 2 * MARGIN)) / (right - left);
  const halfHeight = hexWidth * HALF_HEIGHT_PER_WIDTH;
  const centre = (place: HexCoordinates): Point => ({
    x: MARGIN + ((halfColumns(place) - left + 1) * hexWidth) / 2,
    y: MARGIN + halfHeight + (north - place.r) * 1.5 * halfHeight,
  });
  const corners = (place: HexCoordinates): Point[] => {
    const { x, y } = centre(place);
    const half = hexWidth / 2;
    return [
      { x, y: y - halfHeight },
      { x: x + half, y: y - halfHeight / 2 },
      { x: x + half, y: y + halfHeight / 2 },
      { x, y: y + halfHeight },
      { x: x - half, y: y + halfHeight / 2 },
      { x: x - half, y: y - halfHeight / 2 },
    ];
  };
  const height = Math.ceil(2 * MARGIN + 2 * halfHeight + (north - south) * 1.5 * halfHeight);
  return { width, height, hexWidth, centre, corners };
}

/** The places that touch a place, in the order of its sides: upper right, right, lower right, lower left, left, upper left. */
export function neighbours({ q, r }: HexCoordinates): HexCoordinates[] {
  const shift = Math.abs(r) % 2;
  return [
    { q: q + shift, r: r + 1 },
    { q: q + 1, r },
    { q: q + shift, r: r - 1 },
    { q: q + shift - 1, r: r - 1 },
    { q: q - 1, r },
    { q: q + shift - 1, r: r + 1 },
  ];
}

const number = (value: number): string => value.toFixed(1);

/** The outline of a hexagon as SVG path data. */
export function hexPath(grid: HexGrid, place: HexCoordinates): string {
  return `M${grid
    .corners(place)
    .map(({ x, y }) => `${number(x)} ${number(y)}`)
    .join('L')}Z`;
}

/**
 * The line between hexagons of different groups, such as boroughs, as SVG path data; empty when there is none.
 * Each side is drawn once.
 */
export function borderPath<Place extends HexCoordinates>(
  grid: HexGrid,
  places: readonly Place[],
  group: (place: Place) => string,
): string {
  const groupAt = new Map(places.map((place) => [`${place.q},${place.r}`, group(place)]));
  return places
    .flatMap((place) =>
      neighbours(place)
        .slice(0, 3)
        .map((next, side) => {
          const other = groupAt.get(`${next.q},${next.r}`);
          if (other === undefined || other === group(place)) return '';
          const [from, to] = [grid.corners(place)[side], grid.corners(place)[side + 1]];
          return from && to ? `M${number(from.x)} ${number(from.y)}L${number(to.x)} ${number(to.y)}` : '';
        }),
    )
    .join('');
}
