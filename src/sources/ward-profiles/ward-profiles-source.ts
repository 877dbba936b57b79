import { readProfile } from '../context/read-profile.ts';
import { wardOrBorough } from '../context/ward-or-borough.ts';
import { readTable } from '../read-table.ts';
import type { TextSource } from '../text-source.ts';

const NAMES = ['Ward name', 'Old code', 'New code'];

/** The ward profiles of the Greater London Authority, 2015 edition. */
export const WARD_PROFILES: TextSource = {
  kind: 'ward-profiles',
  title: 'London ward profiles',
  reads: 'the London ward profiles',
  mayBeWindows1252: true,
  knows: (head) => head.kind === 'csv' && NAMES.every((name) => head.columns.includes(name)),
  read(text, { now }) {
    const table = readTable(text);
    if (table.kind === 'refused') return table;
    return readProfile(table, {
      publisher: 'ward-profiles',
      others: new Set(NAMES),
      published: '2015-12',
      isMidYear: (column) =>
        /^(Population|Children aged|Working-age|Older people|% All|Mean Age|Median Age)/.test(column),
      now,
      placeOf: (row) => wardOrBorough(row.value('New code')),
      marks: ['', 'n/a'],
    });
  },
};
