import { wardSetAsAt } from '../../geography/index.ts';
import { findKnownArea, listAreas } from '../../geography/service.ts';
import type { UnitBorough } from '../../organisation/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { AREA_VERSIONS, meantArea } from '../meant-area.ts';
import type { Series } from '../model.ts';
import { UNIT_BOROUGHS } from './measure-address.ts';
import type { AreaChoice } from './model.ts';

/** Areas of one set whose figures are looked for. */
export interface AreasOfSet {
  version: Series['boundaryVersion'];
  areas: { code: string; name: string }[];
}

/** The place an address names, with the sets of areas it can be of, the preferred first. */
export type FoundPlace =
  | { kind: 'place'; place: AreaChoice; sets: AreasOfSet[] }
  /** One plain sentence, and areas that may have been meant. */
  | { kind: 'refused'; because: string; near: AreaChoice[] };

/** Finds the place of a word: the unit's boroughs together, or an area by its code or name. */
export async function findPlace(
  records: Records,
  word: string | null,
  boroughs: readonly UnitBorough[],
): Promise<FoundPlace> {
  if (word === null || word === '' || word === UNIT_BOROUGHS) {
    const areas = boroughs.map(({ code, name }) => ({ code, name }));
    return { kind: 'place', place: unitPlace(boroughs), sets: [{ version: 'boroughs-2022', areas }] };
  }
  const found = await findKnownArea(records, word, AREA_VERSIONS);
  const meant = meantArea(word, found);
  if (meant.kind === 'areas') {
    const [first] = meant.areas;
    const place = { word: first?.code ?? word, name: first?.name ?? word };
    const sets = meant.areas.map(({ code, name, version }) => ({ version, areas: [{ code, name }] }));
    return { kind: 'place', place, sets };
  }
  const near = found.kind === 'ambiguous' ? found.areas : found.kind === 'none' ? found.near : [];
  return {
    kind: 'refused',
    because: meant.because,
    near: near.map(({ code, name, boroughName }) => ({
      word: code,
      name: boroughName === null ? name : `${name}, ${boroughName}`,
    })),
  };
}

/** Places to choose from: the unit's boroughs together and each, its wards on a day, and police forces. */
export async function placeChoices(
  records: Records,
  today: string,
  boroughs: readonly UnitBorough[],
  withForces: boolean,
): Promise<AreaChoice[]> {
  const wards = await listAreas(records, {
    version: wardSetAsAt(today).version,
    boroughCodes: boroughs.map(({ code }) => code),
  });
  const forces = withForces ? await listAreas(records, { version: 'police-forces' }) : [];
  return [
    unitPlace(boroughs),
    ...boroughs.map(({ code, name }) => ({ word: code, name: `${name} (borough)` })),
    ...forces.map(({ code, name }) => ({ word: code, name: `${name} (force)` })),
    ...wards
      .map(({ code, name, boroughName }) => ({ word: code, name: `${name}, ${boroughName ?? ''}` }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  ];
}

function unitPlace(boroughs: readonly UnitBorough[]): AreaChoice {
  return { word: UNIT_BOROUGHS, name: boroughs.map(({ name }) => name).join(' and ') };
}
