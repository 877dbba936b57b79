import { BOUNDARY_VERSIONS, wardSetAsAt } from '../../geography/index.ts';
import { listAreas } from '../../geography/service.ts';
import { boroughsOn, type UnitBorough } from '../../organisation/index.ts';
import { listUnits } from '../../organisation/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { availableMeasures } from '../available-service.ts';
import { measuresHeld } from '../completeness/completeness-service.ts';
import { readHarmWeights } from '../harm/harm-store.ts';
import { isWeighed } from '../harm/weigh-series.ts';
import { readCircumstances, readLiveHoldings } from '../reading-store.ts';
import type { CataloguePageModel, ListedMeasure } from './model.ts';

/** The command unit on a day, as pages name it, with its boroughs. */
export async function readUnit(records: Records, today: string): Promise<{ name: string; boroughs: UnitBorough[] }> {
  const [unit] = await listUnits(records);
  return unit ? { name: unit.name, boroughs: boroughsOn(unit, today) } : { name: 'Home', boroughs: [] };
}

/** Every measure, those with figures first; one made of other measures counts as held where they are. */
export const loadCataloguePage = published(
  'measures.load-catalogue-page',
  async (records: Records, today: string): Promise<CataloguePageModel> => {
    const { name, boroughs } = await readUnit(records, today);
    const { version } = wardSetAsAt(today);
    const areas = await listAreas(records, { version, boroughCodes: boroughs.map(({ code }) => code) });
    const asked = { areaCodes: areas.map(({ code }) => code), boundaryVersion: version };
    const all = await measuresHeld(records);
    const madeOf = all.some(({ derivedFrom }) => derivedFrom !== undefined)
      ? await availableMeasures(records, asked)
      : [];
    const synthetic = await onlySynthetic(records);
    const weighable = synthetic || (await readHarmWeights(records)) !== null;
    const listed = all.map((measure): ListedMeasure | null => {
      const [latest, ...others] = measure.held;
      if (isWeighed(measure) && !weighable) return null;
      if (latest !== undefined && measure.derivedFrom === undefined)
        return {
          measure,
          ...{ from: latest.first, to: latest.last, vintage: latest.vintage, otherVintages: others.length },
          boundaryVersions: latest.boundaryVersions,
          doubtfulMonths: latest.doubtfulMonths.length,
        };
      const made = measure.derivedFrom && madeOf.find((each) => each.measure.name === measure.name);
      if (!made) return null;
      const { from, to } = made;
      return { measure, from, to, vintage: null, otherVintages: 0, boundaryVersions: [version], doubtfulMonths: 0 };
    });
    return {
      unit: { name, boroughs: boroughs.map((borough) => borough.name) },
      held: listed.filter((each) => each !== null),
      others: all.filter((_, at) => listed[at] === null),
      synthetic,
    };
  },
);

async function onlySynthetic(records: Records): Promise<boolean> {
  const { real } = await readCircumstances(records, '');
  return !real && (await readLiveHoldings(records, BOUNDARY_VERSIONS)).length > 0;
}
