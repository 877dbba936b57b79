import { referenceAreas } from '../../geography/index.ts';
import { isLargerArea, LARGER_AREA_ROW } from '../context/larger-area.ts';
import { profileSource } from '../context/profile-source.ts';

const BOROUGHS: ReadonlySet<string> = new Set(referenceAreas('boroughs-2022').map(({ code }) => code));

/** The borough profiles of the Greater London Authority, 2017 edition. */
export const BOROUGH_PROFILES = profileSource({
  kind: 'borough-profiles',
  title: 'London borough profiles',
  reads: 'the London borough profiles',
  names: ['Code', 'Area_name', 'Inner/_Outer_London'],
  published: '2017-12',
  readable: (column) => column.replaceAll('_', ' '),
  isMidYear: (column) => /population aged|working-age, |Population (Estimate|density)|Average Age/i.test(column),
  placeOf(row) {
    const code = row.value('Code');
    if (BOROUGHS.has(code)) return { areaCode: code, version: 'boroughs-2022' };
    return isLargerArea(code) ? LARGER_AREA_ROW : 'no code of a London borough such as E09000007';
  },
  marks: ['', '.', '-', 'n/a'],
});
