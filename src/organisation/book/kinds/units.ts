import { boroughByName } from '../../../geography/index.ts';
import type { BoroughOfUnit } from '../book-rows.ts';
import { type Column, DAYS, free, named, readDays, writeDays } from '../column.ts';
import { bookKind } from '../kind.ts';
import { quoted } from '../quoted.ts';

/** Any borough: which of them a unit has is what these rows say. */
const anyBorough = (says: string): Column<string> => ({
  says,
  needed: true,
  read: (text) => {
    const found = boroughByName(text);
    if (found !== null) return { value: found.code };
    return { because: `${quoted(text)} is no London borough: write its name or code, such as Camden or E09000007.` };
  },
  write: boroughName,
});

export const units = bookKind({
  one: 'borough of a unit',
  many: 'boroughs of units',
  says: 'A borough that a command unit polices; only the owner of the data folder lays units out.',
  columns: {
    force: named('police force'),
    unit: named('name of the command unit'),
    borough: anyBorough('a borough of it'),
    ...DAYS,
    source: free('where it was taken from'),
  },
  build({ force, unit, borough: boroughCode, source, ...values }) {
    const days = readDays(values);
    if ('because' in days) return days;
    return { value: { force, unit, boroughCode, during: days.value, source } satisfies BoroughOfUnit };
  },
  values: ({ force, unit, boroughCode, during, source }) => ({
    force,
    unit,
    borough: boroughCode,
    ...writeDays(during),
    source,
  }),
  key: ({ unit, boroughCode, during }) => [unit, boroughCode, during.from],
  called: ({ unit, boroughCode, during }) => `borough ${boroughName(boroughCode)} of ${unit} from ${during.from}`,
});

function boroughName(code: string): string {
  return boroughByName(code)?.name ?? code;
}
