import { boundarySets } from '../../geography/index.ts';
import { listAreas } from '../../geography/service.ts';
import { listUnits } from '../../organisation/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { InvalidRequest, NotFound } from '../../platform/web/index.ts';
import type { ReportArea } from './month-report.ts';

/** A unit, or one of its boroughs or wards, by name or code. */
export interface AreaAsked {
  /** null: the only one there is. */
  unit: string | null;
  borough?: string | null;
  ward?: string | null;
}

/** An area of a unit, with the names of all of the unit's. */
export interface FoundArea {
  area: ReportArea;
  /** Names of boroughs and wards of the unit by code, of every ward set. */
  names: ReadonlyMap<string, string>;
}

/**
 * The area that a report is asked of.
 * @throws NotFound when there is no such unit, borough or ward; InvalidRequest when it is not said which unit, or both a
 * borough and a ward are named
 */
export const reportArea = published(
  'ringfence.report-area',
  async (records: Records, { unit, borough = null, ward = null }: AreaAsked): Promise<FoundArea> => {
    if (borough !== null && ward !== null) throw new InvalidRequest('Ask for a borough or for a ward, not for both.');
    const found = await unitAsked(records, unit);
    const boroughCodes = found.boroughs.map(({ code }) => code);
    const wards: NamedArea[] = [];
    // The latest set first: of two wards of one name it is that of today.
    for (const { version } of boundarySets()
      .filter(({ kind }) => kind === 'ward')
      .toReversed()) {
      wards.push(...(await listAreas(records, { version, boroughCodes })));
      if (ward !== null && wards.some((area) => isCalled(area, ward))) break;
    }
    const names = new Map([...wards.toReversed(), ...found.boroughs].map(({ code, name }) => [code, name]));
    const asked = ward ?? borough;
    if (asked === null)
      return { area: { unit: found.name, kind: 'unit', code: null, name: found.name, boroughCode: null }, names };
    const kind = ward === null ? 'borough' : 'ward';
    const among: readonly NamedArea[] = ward === null ? found.boroughs : wards;
    const named = among.find((area) => isCalled(area, asked));
    if (named === undefined) throw new NotFound(`${found.name} has no ${kind} "${asked}".`);
    const { code, name, boroughCode = code } = named;
    return { area: { unit: found.name, kind, code, name, boroughCode }, names };
  },
);

interface NamedArea {
  code: string;
  name: string;
  boroughCode?: string | null;
}

async function unitAsked(records: Records, asked: string | null) {
  const units = await listUnits(records);
  const known = `Known: ${units.map(({ name }) => `"${name}"`).join(', ')}.`;
  if (asked !== null) {
    const found = units.find(({ name }) => name.toLowerCase() === asked.trim().toLowerCase());
    if (found === undefined) throw new NotFound(`There is no command unit "${asked}". ${known}`);
    return found;
  }
  const [only, ...others] = units;
  if (only === undefined || others.length > 0) throw new InvalidRequest(`Say which command unit. ${known}`);
  return only;
}

const isCalled = ({ code, name }: { code: string; name: string }, asked: string): boolean => {
  const text = asked.trim().toLowerCase();
  return code.toLowerCase() === text || name.toLowerCase() === text;
};
