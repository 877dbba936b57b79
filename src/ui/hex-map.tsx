import { classOf, type ValueClass } from './class-breaks.ts';
import { fitText } from './fit-text.ts';
import { HexBoroughNames } from './hex-borough-names.tsx';
import { borderPath, type HexCoordinates, type HexGrid, hexGrid, hexPath } from './hex-grid.ts';
import { shortCodes } from './short-code.ts';

/** One ward on the hex map. */
export interface HexWard extends HexCoordinates {
  code: string;
  name: string;
  borough: string;
  /** Name short enough for a hexagon, one or two lines. */
  label: string[];
  /** null where there is no figure. */
  value: number | null;
  /** Address of the ward's page. */
  href: string;
}

export interface HexMapProps {
  wards: HexWard[];
  classes: ValueClass[];
  /** Pixels. Names are printed in hexagons of 60 px or more, else short codes. */
  width: number;
  /** What the map shows, for its accessible name: "officers". */
  what: string;
  /** Writes a value, as printed in the hexagon. */
  format: (value: number) => string;
  /** What follows a value in the link's name: "officers". */
  noun: string;
}

/** Narrowest hexagon that takes a ward's name. */
const NAMED_FROM = 60;

/** Steps dark enough for white text. */
const DARK_FROM_STEP = 5;

/** Sizes in pixels of the lines in a hexagon, largest first, and the parts of its width they may fill. */
const NAMED = { names: [12.5, 11.5], line: 13.5, values: [22, 18, 16, 14], room: { name: 1.06, value: 0.8 } };
const CODED = { names: [11, 10], line: 11.5, values: [17, 15, 13, 12, 11], room: { name: 0.92, value: 0.84 } };

/**
 * One hexagon, one ward: its number printed in it, so that colour is never the only carrier, and a link to its page.
 * The same figures always stand in a table; the map only explains it.
 */
export function HexMap(props: HexMapProps) {
  const { wards, width, what } = props;
  if (wards.length === 0) return null;
  const grid = hexGrid(wards, width);
  const codes = shortCodes(wards.map(({ name }) => name));
  const border = borderPath(grid, wards, ({ borough }) => borough);
  const named = grid.hexWidth >= NAMED_FROM;
  const sizes = named ? NAMED : CODED;
  const printed = wards.map(({ value }) => printedValue(value, props));
  const valueSize = Math.min(...printed.map((text) => fitText(text, grid.hexWidth * sizes.room.value, sizes.values)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand for a drawing that holds links
    <svg
      class={named ? 'w-map w-hex' : 'w-map w-hex w-hex--small'}
      width={grid.width}
      height={grid.height}
      viewBox={`0 0 ${grid.width} ${grid.height}`}
      role="group"
      aria-label={`Hex map of ${wards.length} wards, one hexagon each, numbered and shaded by ${what}. The same figures are in the table.`}
    >
      {wards.map((ward) => (
        <Hexagon
          key={ward.code}
          ward={ward}
          grid={grid}
          map={props}
          lines={named ? ward.label : [codes.get(ward.name) ?? '']}
          sizes={{ ...sizes, value: valueSize }}
        />
      ))}
      {border === '' ? null : <path class="w-border-halo" d={border} />}
      {border === '' ? null : <path class="w-border" d={border} />}
      <HexBoroughNames wards={wards} grid={grid} />
    </svg>
  );
}

function printedValue(value: number | null, { format }: Pick<HexMapProps, 'format'>): string {
  return value === null ? '–' : format(value);
}

interface HexagonProps {
  ward: HexWard;
  grid: HexGrid;
  map: HexMapProps;
  lines: string[];
  /** Pixels: those names may have, the height of a line, and that of every value of the map. */
  sizes: { names: readonly number[]; line: number; value: number; room: { name: number } };
}

function Hexagon({ ward, grid, map, lines, sizes }: HexagonProps) {
  const { x, y } = grid.centre(ward);
  const step = ward.value === null ? undefined : classOf(map.classes, ward.value)?.step;
  const printed = printedValue(ward.value, map);
  const spoken = ward.value === null ? 'no figure' : map.noun;
  const top = y + 1.5 - (lines.length * sizes.line + sizes.value) / 2;
  return (
    <a href={ward.href} aria-label={`${lines.join(' ')} ${printed} ${spoken}. ${ward.name}, ${ward.borough}`}>
      <title>{`${ward.name}, ${ward.borough}`}</title>
      <g {...(step !== undefined && step >= DARK_FROM_STEP ? { class: 'w-on-dark' } : {})}>
        <path class={step === undefined ? 'w-seq-none' : `w-seq-${step}`} d={hexPath(grid, ward)} />
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
        <text
          class="w-hv"
          x={x.toFixed(1)}
          y={(top + lines.length * sizes.line + sizes.value * 0.86).toFixed(1)}
          font-size={sizes.value}
        >
          {printed}
        </text>
      </g>
    </a>
  );
}
