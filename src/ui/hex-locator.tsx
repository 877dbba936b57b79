import { borderPath, type HexCoordinates, hexGrid, hexPath } from './hex-grid.ts';

export interface LocatorWard extends HexCoordinates {
  code: string;
  borough: string;
}

export interface HexLocatorProps {
  wards: LocatorWard[];
  /** Code of the ward to find. */
  code: string;
  width: number;
  /** Where it lies, in words: the drawing's text alternative. */
  description: string;
}

/** A small hex map that shows where one ward lies: its own borough darker, the ward darkest. */
export function HexLocator({ wards, code, width, description }: HexLocatorProps) {
  const here = wards.find((ward) => ward.code === code);
  if (here === undefined) return null;
  const grid = hexGrid(wards, width);
  const border = borderPath(grid, wards, ({ borough }) => borough);
  return (
    <svg
      class="w-map w-hex w-noprint"
      width={grid.width}
      height={grid.height}
      viewBox={`0 0 ${grid.width} ${grid.height}`}
      role="img"
      aria-label={description}
    >
      {wards.map((ward) => (
        <path key={ward.code} class={ward.borough === here.borough ? 'w-near' : 'w-far'} d={hexPath(grid, ward)} />
      ))}
      {border === '' ? null : <path class="w-border-halo" d={border} />}
      {border === '' ? null : <path class="w-border" d={border} />}
      <path class="w-pick" d={hexPath(grid, here)} />
    </svg>
  );
}
