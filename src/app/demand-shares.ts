import { demandIndex } from '../demand/service.ts';
import { unitBoroughs } from '../organisation/service.ts';
import type { Platform } from '../platform/platform.ts';

/**
 * Share of a unit's demand by borough code on a date, for the organisation's pages, which come before demand in the order
 * of domains; null when the figures held give no demand.
 */
export async function demandShares(
  { records }: Platform,
  unit: string,
  asAt: string,
): Promise<Map<string, number> | null> {
  const demand = await demandIndex(records, { unit, asAt });
  if (demand.kind !== 'index') return null;
  const boroughs = await unitBoroughs(records, unit, asAt);
  return new Map(
    boroughs.map(({ code, name }) => [
      code,
      demand.wards.filter(({ borough }) => borough === name).reduce((sum, { demandShare }) => sum + demandShare, 0),
    ]),
  );
}
