import { areaNames } from '../../geography/service.ts';
import type { Month } from '../../lib/calendar/month.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Measure, Series } from '../model.ts';
import { routesTo } from '../routes-service.ts';
import { partsHeld } from './completeness-service.ts';
import { type AreaBehind, type FoundInFile, findingsBehind, reasonsForDoubt } from './reasons-for-doubt.ts';

/** What was found in the figures behind a series, and why each of its doubtful months is. */
export interface SeriesFindings {
  findings: FoundInFile[];
  because: Map<Month, string>;
}

/** Finds what lacks in the figures that a series is made of, its own or those of the areas summed to it. */
export const seriesFindings = published(
  'measures.series-findings',
  async (records: Records, measure: Measure, series: Series): Promise<SeriesFindings> => {
    const areas = await areasBehind(records, series);
    const findings = findingsBehind(measure, series, areas, await partsHeld(records));
    return { findings, because: reasonsForDoubt(series, findings, areas) };
  },
);

async function areasBehind(records: Records, series: Series): Promise<AreaBehind[]> {
  const { areaCode, boundaryVersion, convertedFrom, lookups = [] } = series;
  const names = await areaNames(records, convertedFrom ?? boundaryVersion);
  const named = (code: string): AreaBehind => ({ code, name: names.get(code) ?? code });
  if (convertedFrom === null) return [named(areaCode)];
  const route = (await routesTo(records, boundaryVersion)).find(
    ({ from, files, parts }) => from === convertedFrom && files.join() === lookups.join() && parts.has(areaCode),
  );
  return (route?.parts.get(areaCode) ?? []).map(named);
}
