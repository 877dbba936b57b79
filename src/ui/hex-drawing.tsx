import type { ComponentChildren } from 'preact';
import { fitText } from './fit-text.ts';
import { HexBoroughNames } from './hex-borough-names.tsx';
import { borderPath, type HexCoordinates, type HexGrid, hexGrid, hexPath } from './hex-grid.ts';
import { shortCodes } from './short-code.ts';

/** A ward and where it lies on the hex map. */
export interface HexagonWard extends HexCoordinates {
  code: string;
  name: string;
  borough: string;
  /** Name short enough for a hexagon, one or two lines. */
  label: string[];
}

/** What is drawn in one hexagon. */
export interface HexagonLook {
  /** Class that fills it. */
  fill: string;
  /** Whether it is dark enough for white text. */
  dark: boolean;
  /** The value printed under the name; null for the name alone. */
  value: string | null;
  /** What follows the visible text in the link's name, with the space or full stop between. */
  spoken: string;
  /** Shown to who points at it. */
  title: string;
  href: string;
}

export interface HexDrawingProps<Ward extends HexagonWard> {
  wards: readonly Ward[];
  /** Pixels. Names are printed in hexagons of 60 px or more, else short codes. */
  width: number;
  /** The accessible name of the whole. */
  label: string;
  look: (ward: Ward) => HexagonLook;
  /** Sizes that values may have, largest first, in pixels; left out for one or two figures. */
  valueSizes?: { named: readonly number[]; coded: readonly number[] };
  /** What is drawn over the hexagons and the border. */
  over?: (grid: HexGrid, named: boolean) => ComponentChildren;
}

/** Narrowest hexagon that takes a ward's name. */
const NAMED_FROM = 60;

/** Sizes in pixels of the lines in a hexagon, largest first, and the parts of its width they may fill. */
const NAMED = { names: [12.5, 11.5], line: 13.5, values: [22, 18, 16, 14], room: { name: 1.06, value: 0.8 } };
const CODED = { names: [11, 10], line: 11.5, values: [17, 15, 13, 12, 11], room: { name: 0.92, value: 0.84 } };

/**
 * One hexagon, one ward, as every hex map draws them: its name or short code and its value printed in it, a link around it,
 * the boundary between boroughs over all.
 */
export function HexDrawing<Ward extends HexagonWard>(props: HexDrawingProps<Ward>) {
  const { wards, width, label, look, valueSizes } = props;
  if (wards.length === 0) return null;
  const grid = hexGrid(wards, width);
  const codes = shortCodes(wards.map(({ name }) => name));
  const border = borderPath(grid, wards, ({ borough }) => borough);
  const named = grid.hexWidth >= NAMED_FROM;
  const sizes = named ? NAMED : CODED;
  const looks = wards.map(look);
  const values = valueSizes?.[named ? 'named' : 'coded'] ?? sizes.values;
  const value = Math.min(...looks.map((each) => fitText(each.value ?? '', grid.hexWidth * sizes.room.value, values)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand for a drawing that holds links
    <svg
      class={named ? 'w-map w-hex' : 'w-map w-hex w-hex--small'}
      width={grid.width}
      height={grid.height}
      viewBox={`0 0 ${grid.width} ${grid.height}`}
      role="group"
      aria-label={label}
    >
      {wards.map((ward, place) => (
        <Hexagon
          key={ward.code}
          ward={ward}
          grid={grid}
          look={looks[place] ?? look(ward)}
          lines={named ? ward.label : [codes.get(ward.name) ?? '']}
          sizes={{ ...sizes, value }}
        />
      ))}
      {border === '' ? null : <path class="w-border-halo" d={border} />}
      {border === '' ? null : <path class="w-border" d={border} />}
      {props.over?.(grid, named)}
      <HexBoroughNames wards={wards} grid={grid} />
    </svg>
  );
}

interface HexagonProps {
  ward: HexagonWard;
  grid: HexGrid;
  look: HexagonLook;
  lines: string[];
  /** Pixels: those names may have, the height of a line, and that of every value of the map. */
  sizes: { names: readonly number[]; line: number; value: number; room: { name: number } };
}

function Hexagon({ ward, grid, look, lines, sizes }: HexagonProps) {
  const { x, y } = grid.centre(ward);
  const under = look.value === null ? 0 : sizes.value;
  const top = y + 1.5 - (lines.length * sizes.line + under) / 2;
  const visible = [...lines, ...(look.value === null ? [] : [look.value])].join(' ');
  return (
    <a href={look.href} aria-label={`${visible}${look.spoken}`}>
      <title>{look.title}</title>
      <g {...(look.dark ? { class: 'w-on-dark' } : {})}>
        <path class={look.fill} d={hexPath(grid, ward)} />
        {lines.map((line, index) => (
          <text
            key={line}
            class="w-hn"
            x={x.toFixed(1)}
            y={(top + sizes.line * (index + 0.8)).toFixed(1)}
            font-size={fitText(line, grid.hexWidth * sizes.room.name, sizes.names)}
          >
            {line}{' '}
          </text>
        ))}
        {look.value === null ? null : (
          <text
            class="w-hv"
            x={x.toFixed(1)}
            y={(top + lines.length * sizes.line + sizes.value * 0.86).toFixed(1)}
            font-size={sizes.value}
          >
            {look.value}
          </text>
        )}
      </g>
    </a>
  );
}
