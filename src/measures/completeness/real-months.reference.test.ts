import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { realSets } from '../../../bench/completeness/real-series.ts';
import type { CategorySeries } from '../model.ts';
import { judgeMonths } from './judge-months.ts';
import { tallier } from './month-tally.ts';

/** Real public files, kept beside the repository and never in it. */
const SHARED = fileURLToPath(new URL('../../../../shared/data', import.meta.url));

async function judge(name: string): Promise<string[]> {
  const set = realSets(SHARED).find((each) => each.name === name);
  const tally = tallier();
  for (const run of (await set?.read()) ?? ([] as CategorySeries[])) tally.add(run);
  return tally
    .tallies()
    .map(judgeMonths)
    .flatMap(({ publisher, findings }) =>
      findings
        .filter(({ areaCodes, categories }) => areaCodes === null && categories === null)
        .map(({ month, state }) => `${publisher} ${month} ${state}`),
    );
}

describe.skipIf(!existsSync(SHARED))('the judgement of months on real files', () => {
  it.each([
    'MPS borough, historical',
    'MPS borough, recent',
    'MPS borough, to November 2023',
    'Met burglary by LSOA',
    'City of London by LSOA',
  ])('doubts no month of %s: not April 2020, no season, not the new recording system of 2024', async (name) => {
    expect(await judge(name)).toEqual([]);
  });

  it('finds the stub with which the recent ward file begins', async () => {
    expect(await judge('MPS ward, recent')).toEqual(['mps 2024-02 stub']);
  });

  it('finds stop and search that stops: January 2022 is missing, December 2022 ends on the 17th', async () => {
    expect(await judge('Met stop and search')).toEqual(['metropolitan 2022-01 absent', 'metropolitan 2022-12 short']);
  });

  it('finds the months that two forces lack in the archive of Camden and Islington', async () => {
    expect(await judge('Camden and Islington by LSOA')).toEqual([
      'btp 2016-02 absent',
      'btp 2016-03 absent',
      'metropolitan 2016-03 absent',
    ]);
  });

  it('finds all thirteen spoilt months of the table by LSOA, and no other', async () => {
    const of = (state: string, ...months: string[]) => months.map((month) => `lsoa ${month} ${state}`);
    expect(await judge('bad input by LSOA')).toEqual(
      [
        ...of('stub', '2023-05'),
        ...of('absent', '2023-06', '2023-09'),
        ...of('short', '2023-07', '2023-08', '2023-12', '2024-03', '2024-05'),
        ...of('short', '2025-01', '2025-04', '2025-06', '2025-08', '2025-09'),
      ].sort(),
    );
  });
});
