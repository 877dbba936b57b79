import { referenceAreas, wardSetAsAt } from '../geography/index.ts';
import { boroughsOn } from '../organisation/index.ts';
import { listUnits } from '../organisation/service.ts';
import type { Records } from '../platform/database/index.ts';
import type { KnownPlaces, PlaceName } from '../platform/identity/index.ts';

/** The places that roles are held in: command units, their boroughs on the day, and the wards in force then. */
export function knownPlaces(records: Records): KnownPlaces {
  return async (date) => {
    const wards = referenceAreas(wardSetAsAt(date).version);
    const units = await listUnits(records);
    return units.map((unit) => ({
      name: unit.name,
      boroughs: boroughsOn(unit, date).map(({ code, name }) => ({
        code,
        name,
        wards: wards
          .filter(({ boroughCode }) => boroughCode === code)
          .map((ward) => ({ code: ward.code, name: ward.name })),
      })),
    }));
  };
}

/** Names of boroughs and wards of either ward set, by code. */
export function placeNames(): PlaceName {
  const areas = [...referenceAreas('wards-2014'), ...referenceAreas('wards-2022'), ...referenceAreas('boroughs-2022')];
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? null;
}
