import { referenceAreas } from '../../geography/index.ts';
import { listAreas } from '../../geography/service.ts';
import type { Records } from '../../platform/database/index.ts';
import { asPerformanceArea } from '../areas/name-areas.ts';
import type { PerformanceArea } from '../model.ts';

/** The City of London lies in London and has a police force of its own. */
const CITY_OF_LONDON = 'E09000001';
/** The Metropolitan Police, whose boroughs are all others. */
const METROPOLITAN_POLICE = 'E23000001';

/** Areas like one, and what they are called together. */
export interface AreasLikeIt {
  /** "32 boroughs", "17 wards of Islington". */
  named: string;
  areas: readonly PerformanceArea[];
}

/** Every borough of the Metropolitan Police. */
export function forceBoroughs(): PerformanceArea[] {
  return referenceAreas('boroughs-2022')
    .filter(({ code }) => code !== CITY_OF_LONDON)
    .map(asPerformanceArea);
}

/** An area as its figures are summed: the force as its boroughs, for which alone its crime figures are published. */
export function asSummed(area: PerformanceArea): PerformanceArea {
  if (area.kind !== 'force' || area.word !== METROPOLITAN_POLICE) return area;
  return { ...area, boundaryVersion: 'boroughs-2022', areaCodes: forceBoroughs().map(({ word }) => word) };
}

/** Areas like one, itself among them: all boroughs for a borough or unit, else those of its set in its borough; null for a force. */
export async function areasLikeIt(records: Records, area: PerformanceArea): Promise<AreasLikeIt | null> {
  if (area.kind === 'force') return null;
  if (area.kind === 'borough' || area.kind === 'unit') {
    const areas = forceBoroughs();
    return { named: `${areas.length} boroughs`, areas };
  }
  if (area.boroughCode === null) return null;
  const found = await listAreas(records, { version: area.boundaryVersion, boroughCodes: [area.boroughCode] });
  const borough = area.boroughName ?? found[0]?.boroughName ?? 'its borough';
  const noun = area.kind === 'lsoa' ? 'LSOAs' : 'wards';
  return { named: `${found.length} ${noun} of ${borough}`, areas: found.map(asPerformanceArea) };
}
