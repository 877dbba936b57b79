import type { BoundaryVersion } from '../../geography/index.ts';
import { listAreas } from '../../geography/service.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { boroughsOn } from '../../organisation/index.ts';
import { listUnits } from '../../organisation/service.ts';
import { may, published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';

/** Official areas of one set. */
interface Codes {
  boundaryVersion: BoundaryVersion;
  areaCodes: readonly string[];
}

/**
 * Whether who asks sees every count of some areas: those who may read performance figures there. Who may read those of one
 * borough sees another's as everybody does.
 * @param asked sets of areas that will be asked about
 */
export const seesCounts = published(
  'performance.sees-counts',
  async (platform: Platform, asked: readonly Codes[]): Promise<(codes: Codes) => boolean> => {
    const { principal, records, now } = platform;
    const reads = (place: { unit?: string; borough?: string; ward?: string } | null): boolean =>
      may(principal, { module: 'performance', act: 'read', place });
    if (!reads(null)) return () => false;
    const units = await listUnits(records);
    const on = todayInLondon(now());
    const unitOf = new Map(units.flatMap((unit) => boroughsOn(unit, on).map(({ code }) => [code, unit.name])));
    const boroughOf = new Map<string, string>();
    for (const version of new Set(asked.map(({ boundaryVersion }) => boundaryVersion))) {
      for (const { code, kind, boroughCode } of await listAreas(records, { version })) {
        const borough = kind === 'borough' ? code : boroughCode;
        if (borough !== null) boroughOf.set(code, borough);
      }
    }
    const seesOne = (code: string, version: BoundaryVersion): boolean => {
      if (version === 'police-forces') return units.length > 0 && units.every(({ name }) => reads({ unit: name }));
      const borough = boroughOf.get(code);
      const unit = borough === undefined ? undefined : unitOf.get(borough);
      if (borough === undefined || unit === undefined) return false;
      return reads({ unit, borough, ...(version === 'boroughs-2022' ? {} : { ward: code }) });
    };
    return ({ areaCodes, boundaryVersion }) => areaCodes.every((code) => seesOne(code, boundaryVersion));
  },
);
