import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSurvey } from './read-survey.ts';

const FILE = fileURLToPath(new URL('../../../../shared/data/context/PAS_Dashboard_Borough.csv', import.meta.url));

/**
 * The published table, counted apart with Python's csv module: 9,312 rows, all of survey PAS; 37 quarters; seven
 * questions in every quarter and "Trust MPS" in 32 of them; 32 boroughs (Richmond under two spellings, 267 + 24 rows);
 * no key twice, no share outside 0 to 1, one MPS value for each quarter and question; two stray cells, both on line 8034.
 */
describe.skipIf(!existsSync(FILE))('the Public Attitude Survey as published', () => {
  it('is read whole, with its two stray cells named', async () => {
    const file = readSurvey(await readFile(FILE, 'utf8'), '2026-04');
    if (file.kind === 'refused') throw new Error(file.because);
    expect(file).toMatchObject({ rowsRead: 9312, rowsUsed: 9312, refused: [], from: '2014-12', to: '2023-12' });
    expect(file.notices).toEqual([
      { reason: 'cells in columns without a name, not used: "Trust", "0,71" on line 8034', count: 2 },
    ]);
    const values = file.series.map((run) => run.values.filter((value) => value !== null).length);
    expect(file.series).toHaveLength(33 * 8);
    expect(values.reduce((sum, count) => sum + count, 0)).toBe(9312 + 37 * 7 + 32);
    const of = (areaCode: string, category: string) =>
      file.series.find((run) => run.areaCode === areaCode && run.category === category)?.values;
    const richmond = of('E09000027', 'pas/good-job-local')?.filter((value) => value !== null);
    expect(richmond).toHaveLength(37);
    expect(of('E09000007', 'pas/good-job-local')?.[0]).toBe(0.67);
    expect(of('E23000001', 'pas/good-job-local')?.[0]).toBe(0.67);
    expect(of('E09000002', 'pas/trust-mps')?.at(8 * 12)).toBe(0.73);
  });
});
