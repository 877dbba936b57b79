import { referenceAreas } from '../../geography/index.ts';
import { isLargerArea, LARGER_AREA_ROW } from '../context/larger-area.ts';
import { readProfile } from '../context/read-profile.ts';
import { readTable } from '../read-table.ts';
import type { TextSource } from '../text-source.ts';

const NAMES = ['Code', 'Area_name', 'Inner/_Outer_London'];
const BOROUGHS: ReadonlySet<string> = new Set(referenceAreas('boroughs-2022').map(({ code }) => code));

/** The borough profiles of the Greater London Authority, 2017 edition. */
export const BOROUGH_PROFILES: TextSource = {
  kind: 'borough-profiles',
  title: 'London borough profiles',
  reads: 'the London borough profiles',
  mayBeWindows1252: true,
  knows: (head) => head.kind === 'csv' && NAMES.every((name) => head.columns.includes(name)),
  read(text, { now }) {
    const table = readTable(text);
    if (table.kind === 'refused') return table;
    return readProfile(table, {
      publisher: 'borough-profiles',
      others: new Set(NAMES),
      published: '2017-12',
      readable: (column) => column.replaceAll('_', ' '),
      isMidYear: (column) => /population aged|working-age, |Population (Estimate|density)|Average Age/i.test(column),
      now,
      placeOf(row) {
        const code = row.value('Code');
        if (BOROUGHS.has(code)) return { areaCode: code, version: 'boroughs-2022' };
        return isLargerArea(code) ? LARGER_AREA_ROW : 'no code of a London borough such as E09000007';
      },
      marks: ['', '.', '-', 'n/a'],
    });
  },
};
