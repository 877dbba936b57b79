import type { Tier } from '../../../allocation/index.ts';
import type { HexPlace } from '../../../geography/index.ts';
import { HexDrawing } from '../../../ui/hex-drawing.tsx';
import { type HexGrid, neighbours } from '../../../ui/hex-grid.ts';

/** A ward with its tier and, where it shares its sergeant, with which ward. */
export interface TieredWard extends HexPlace {
  name: string;
  borough: string;
  tier: Tier;
  /** The sergeant's number in the plan's list, and the other ward; null where it has a sergeant of its own. */
  shares: { number: number; code: string; name: string } | null;
}

/** The letter of a tier takes more room than a number where a sergeant's number follows it. */
const VALUE_SIZES = { named: [20, 18, 16, 14], coded: [15, 14, 13, 12, 11] };
/** Part of a hexagon's width that a bar between two reaches into each. */
const BAR = 0.075;

/** One hexagon, one ward: its tier's letter and its sergeant's number printed in it, so that colour only repeats them. */
export function TierHexes({ wards, width }: { wards: readonly TieredWard[]; width: number }) {
  return (
    <HexDrawing
      wards={wards}
      width={width}
      label={`Hex map of ${wards.length} wards by tier, one hexagon each. The same tiers are in the table.`}
      valueSizes={VALUE_SIZES}
      look={({ code, name, tier, shares }) => {
        const says = shares === null ? 'a sergeant of its own' : `shares its sergeant with ${shares.name}`;
        return {
          href: `#why-${code}`,
          fill: `w-tier-${tier.toLowerCase()}`,
          dark: tier === 'High',
          value: `${tier.charAt(0)}${shares === null ? '' : ` ${shares.number}`}`,
          spoken: `. ${name}, ${tier}: ${says}`,
          title: `${name}, ${tier}: ${says}`,
        };
      }}
      over={(grid, named) =>
        (named ? bars(wards, grid) : []).map((path) => (
          <g key={path}>
            <path class="w-pair-halo" d={path} />
            <path class="w-pair" d={path} />
          </g>
        ))
      }
    />
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
    return [`M${at(0.5 - BAR)}L${at(0.5 + BAR)}`];
  });
}
