import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { boroughByName } from '../../src/geography/borough-by-name.ts';
import { ADJACENT_BOROUGHS } from '../../src/geography/reference/adjacent-boroughs.ts';
import { csvRecords } from '../../src/lib/tables/csv-records.ts';

const FILE = fileURLToPath(
  new URL('../../../shared/data/mps/MPS Borough Level Crime (Historical).csv', import.meta.url),
);

/** Whether the files of the Metropolitan Police are at hand; what needs them is left out, and said to be, where not. */
export const BOROUGH_CRIME_HELD = existsSync(FILE);

/** Outcomes of the pathfinder, as rows of the file make them up; the last is context. */
const OUTCOMES: readonly (readonly [string, (major: string, minor: string) => boolean])[] = [
  ['robbery', (major) => major === 'ROBBERY'],
  ['violence with injury', (_, minor) => minor === 'VIOLENCE WITH INJURY'],
  ['burglary', (major) => major === 'BURGLARY'],
  ['theft from the person', (_, minor) => minor === 'THEFT FROM THE PERSON'],
  ['vehicle crime', (major) => major === 'VEHICLE OFFENCES'],
  ['all recorded crime', (major) => major !== 'NFIB FRAUD'],
];

/** Monthly counts of boroughs, of each outcome: the 32 less some, months from April 2010. */
export interface BoroughCrime {
  boroughs: readonly string[];
  outcomes: readonly { name: string; counts: readonly (readonly number[])[] }[];
  /** Indexes of boroughs that share a border on land. */
  adjoining: readonly (readonly [number, number])[];
}

/** Reads the file of 2010-04 to 2024-03. */
export function boroughCrime(leftOut: readonly string[]): BoroughCrime {
  const [, ...rows] = [...csvRecords(readFileSync(FILE, 'utf8'))].map(({ fields }) => fields ?? []);
  const named = rows.flatMap((row) => {
    const code = boroughByName(row[2] ?? '')?.code;
    return code === undefined || leftOut.includes(row[2] ?? '') ? [] : [{ code, row }];
  });
  const codes = [...new Set(named.map(({ code }) => code))].toSorted();
  const outcomes = OUTCOMES.map(([name, counted]) => ({
    name,
    counts: codes.map((code) =>
      named
        .filter((each) => each.code === code && counted(each.row[0] ?? '', each.row[1] ?? ''))
        .map(({ row }) => row.slice(3).map(Number))
        .reduce((sums, row) => row.map((count, month) => count + (sums[month] ?? 0)), []),
    ),
  }));
  const adjoining = ADJACENT_BOROUGHS.flatMap(([a, b]): [number, number][] =>
    codes.includes(a) && codes.includes(b) ? [[codes.indexOf(a), codes.indexOf(b)]] : [],
  );
  return { boroughs: codes, outcomes, adjoining };
}
