import { wardSetAsAt } from '../../geography/index.ts';
import { boundaryVersionsHeld } from '../../geography/service.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { boroughsOn } from '../../organisation/index.ts';
import { listUnits } from '../../organisation/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { type HeldIncidents, heldIncidents } from './held-incidents.ts';
import { readLakeFiles } from './lake-files-store.ts';
import { COUNTED_SOURCES } from './model.ts';

/** What of each kind of incident is held; kinds without any are left out. */
export const incidentsHeld = published(
  'sources.incidents-held',
  async ({ records }: Platform): Promise<HeldIncidents[]> => {
    const held: HeldIncidents[] = [];
    for (const source of COUNTED_SOURCES) {
      const found = heldIncidents(source, await readLakeFiles(records, source));
      if (found !== null) held.push(found);
    }
    return held;
  },
);

/** Address of the unit's ward boundaries, on which areas are drawn; null when none are held. */
export const mapAddress = published(
  'sources.map-address',
  async ({ records, now }: Platform): Promise<string | null> => {
    const today = todayInLondon(now());
    const { version } = wardSetAsAt(today);
    const [unit] = await listUnits(records);
    if (unit === undefined || !(await boundaryVersionsHeld(records)).includes(version)) return null;
    const boroughs = boroughsOn(unit, today).map(({ code }) => `borough=${code}`);
    return `/geography/boundaries.geojson?${[`version=${version}`, ...boroughs].join('&')}`;
  },
);
