import type { Tier } from '../../../allocation/index.ts';
import type { HexPlace } from '../../../geography/index.ts';
import { fitText } from '../../../ui/fit-text.ts';
import { HexBoroughNames } from '../../../ui/hex-borough-names.tsx';
import { borderPath, type HexGrid, hexGrid, hexPath, neighbours } from '../../../ui/hex-grid.ts';
import { shortCodes } from '../../../ui/short-code.ts';

/** A ward with its tier and, where it shares its sergeant, with which ward. */
export interface TieredWard extends HexPlace {
  name: string;
  borough: string;
  tier: Tier;
  /** The sergeant's number in the plan's list, and the other ward; null where it has a sergeant of its own. */
  shares: { number: number; code: string; name: string } | null;
}

/** Narrowest hexagon that takes a ward's name, in pixels. */
const NAMED_FROM = 60;
const NAMED = { names: [12.5, 11.5], line: 13.5, values: [20, 18, 16, 14] };
const CODED = { names: [11, 10], line: 11.5, values: [15, 14, 13, 12, 11] };
/** Parts of a hexagon's width that text may fill, and that a bar between two reaches into each. */
const ROOM = { name: 1.04, value: 0.84, bar: 0.075 };

/** One hexagon, one ward: its tier's letter and its sergeant's number printed in it, so that colour only repeats them. */
export function TierHexes({ wards, width }: { wards: readonly TieredWard[]; width: number }) {
  const grid = hexGrid(wards, width);
  const codes = shortCodes(wards.map(({ name }) => name));
  const named = grid.hexWidth >= NAMED_FROM;
  const border = borderPath(grid, wards, ({ borough }) => borough);
  const sizes = named ? NAMED : CODED;
  const valueSize = Math.min(...wards.map((ward) => fitText(printed(ward), grid.hexWidth * ROOM.value, sizes.values)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand for a drawing that holds links
    <svg
      class={named ? 'w-map w-hex' : 'w-map w-hex w-hex--small'}
      width={grid.width}
      height={grid.height}
      viewBox={`0 0 ${grid.width} ${grid.height}`}
      role="group"
      aria-label={`Hex map of ${wards.length} wards by tier, one hexagon each. The same tiers are in the table.`}
    >
      {wards.map((ward) => (
        <TierHex
          key={ward.code}
          ward={ward}
          grid={grid}
          lines={named ? ward.label : [codes.get(ward.name) ?? '']}
          sizes={{ ...sizes, value: valueSize }}
        />
      ))}
      {border === '' ? null : <path class="w-border-halo" d={border} />}
      {border === '' ? null : <path class="w-border" d={border} />}
      {(named ? bars(wards, grid) : []).map((path) => (
        <g key={path}>
          <path class="w-pair-halo" d={path} />
          <path class="w-pair" d={path} />
        </g>
      ))}
      <HexBoroughNames wards={wards} grid={grid} />
    </svg>
  );
}

/** "H", or "S 7" where sergeant 7 leads another ward too. */
const printed = ({ tier, shares }: TieredWard) => `${tier.charAt(0)}${shares === null ? '' : ` ${shares.number}`}`;

interface TierHexProps {
  ward: TieredWard;
  grid: HexGrid;
  lines: string[];
  sizes: { names: readonly number[]; line: number; value: number };
}

function TierHex({ ward, grid, lines, sizes }: TierHexProps) {
  const { x, y } = grid.centre(ward);
  const top = y + 1.5 - (lines.length * sizes.line + sizes.value) / 2;
  const says = ward.shares === null ? 'a sergeant of its own' : `shares its sergeant with ${ward.shares.name}`;
  const text = printed(ward);
  return (
    <a href={`#why-${ward.code}`} aria-label={`${lines.join(' ')} ${text}. ${ward.name}, ${ward.tier}: ${says}`}>
      <title>{`${ward.name}, ${ward.tier}: ${says}`}</title>
      <g {...(ward.tier === 'High' ? { class: 'w-on-dark' } : {})}>
        <path class={`w-tier-${ward.tier.toLowerCase()}`} d={hexPath(grid, ward)} />
        {lines.map((line, index) => (
          <text
            key={line}
            class="w-hn"
            x={x.toFixed(1)}
            y={(top + sizes.line * (index + 0.8)).toFixed(1)}
            font-size={fitText(line, grid.hexWidth * ROOM.name, sizes.names)}
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
          {text}
        </text>
      </g>
    </a>
  );
}

/**
 * A short bar across the side of every two hexagons that share a sergeant; some wards that touch do not touch here. Small
 * hexagons have their text up to the edge, and no bar.
 */
function bars(wards: readonly TieredWard[], grid: HexGrid): string[] {
  const byCode = new Map(wards.map((ward) => [ward.code, ward]));
  return wards.flatMap((ward) => {
    const mate = byCode.get(ward.shares?.code ?? '');
    if (mate === undefined || mate.code < ward.code) return [];
    if (!neighbours(ward).some(({ q, r }) => q === mate.q && r === mate.r)) return [];
    const [from, to] = [grid.centre(ward), grid.centre(mate)];
    const at = (part: number) =>
      `${(from.x + (to.x - from.x) * part).toFixed(1)} ${(from.y + (to.y - from.y) * part).toFixed(1)}`;
    return [`M${at(0.5 - ROOM.bar)}L${at(0.5 + ROOM.bar)}`];
  });
}
