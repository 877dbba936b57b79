import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReadText } from '../text-source.ts';
import { readMonthlyFile } from './read-monthly-file.ts';

const WARDS = [
  ['E05013697', 'Islington'],
  ['E05013698', 'Islington'],
  ['E05013652', 'Camden'],
  ['E05013653', 'Camden'],
] as const;
const OFFENCES = ['THEFT,SHOPLIFTING', 'Burglary,Domestic Burglary', 'ROBBERY,ROBBERY OF PERSONAL PROPERTY'] as const;
const MONTHS = ['202401', '202402', '202403'];

interface Crime {
  /** Position in WARDS; null where the place is not known. */
  ward: number | null;
  offence: number;
  month: number;
}

const crimes: fc.Arbitrary<Crime[]> = fc.array(
  fc.record({
    ward: fc.option(fc.nat(WARDS.length - 1)),
    offence: fc.nat(OFFENCES.length - 1),
    month: fc.nat(MONTHS.length - 1),
  }),
  { minLength: 1, maxLength: 60 },
);

/** A file that counts crimes by where they are, one row an area and offence; areas without a crime have none. */
function fileOf(list: readonly Crime[], header: string, areaOf: (crime: Crime) => string | null): string {
  const rows = new Map<string, number[]>();
  for (const crime of list) {
    const area = areaOf(crime);
    if (area === null) continue;
    const key = `${OFFENCES[crime.offence]},${area}`;
    const counts = rows.get(key) ?? MONTHS.map(() => 0);
    rows.set(key, counts);
    counts[crime.month] = (counts[crime.month] ?? 0) + 1;
  }
  return `${[`${header},${MONTHS.join(',')}`, ...[...rows].map(([key, counts]) => `${key},${counts.join(',')}`)].join('\n')}\n`;
}

function read(text: string, level: 'ward' | 'borough'): ReadText {
  const file = readMonthlyFile(text, level, [], '2026-01');
  if (file.kind === 'refused') throw new Error(file.because);
  return file;
}

/** Sums by borough or "unknown", offence and month. */
function sums(file: ReadText, boroughOf: (areaCode: string) => string): Record<string, number> {
  const all: Record<string, number> = {};
  for (const { areaCode, category, values } of file.series) {
    values.forEach((value, at) => {
      const key = `${boroughOf(areaCode)} ${category} ${at}`;
      if (value !== 0) all[key] = (all[key] ?? 0) + (value ?? Number.NaN);
    });
  }
  return all;
}

const boroughOfWard = (code: string): string =>
  WARDS.find(([ward]) => ward === code)?.[1] === 'Camden' ? 'E09000007' : 'E09000019';

it('counts in each borough what its wards have, and apart what is in none, whatever the crimes', () => {
  fc.assert(
    fc.property(crimes, (list) => {
      fc.pre(list.some(({ ward }) => ward !== null));
      const inWards = fileOf(list, 'MajorText,MinorText,WardCode,LookUp_BoroughName', ({ ward }) =>
        ward === null ? null : (WARDS[ward]?.join(',') ?? null),
      );
      const inBoroughs = fileOf(list, 'MajorText,MinorText,BoroughName', ({ ward }) =>
        ward === null ? 'Unknown' : (WARDS[ward]?.[1] ?? null),
      );
      const wards = sums(read(inWards, 'ward'), boroughOfWard);
      const boroughs = read(inBoroughs, 'borough');
      const unplaced = boroughs.series
        .filter(({ boundaryVersion }) => boundaryVersion === 'unplaced')
        .flatMap(({ values }) => values)
        .reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0);
      expect(unplaced).toBe(list.filter(({ ward }) => ward === null).length);
      const placed = Object.entries(sums(boroughs, (code) => code)).filter(([key]) => !key.startsWith('unknown'));
      expect(wards).toEqual(Object.fromEntries(placed));
    }),
    { seed: 3, numRuns: 200 },
  );
});

it('differs when one row is lost', () => {
  const list: Crime[] = [
    { ward: 0, offence: 0, month: 0 },
    { ward: 1, offence: 0, month: 0 },
  ];
  const text = fileOf(
    list,
    'MajorText,MinorText,WardCode,LookUp_BoroughName',
    ({ ward }) => WARDS[ward ?? 0]?.join(',') ?? null,
  );
  const lost = text.split('\n').toSpliced(2, 1).join('\n');
  expect(sums(read(lost, 'ward'), boroughOfWard)).not.toEqual(sums(read(text, 'ward'), boroughOfWard));
});
