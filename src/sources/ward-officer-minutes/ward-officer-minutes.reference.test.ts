import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { monthsBetween } from '../../lib/calendar/month.ts';
import { readMinutes } from './read-minutes.ts';

const FILE = fileURLToPath(
  new URL('../../../../shared/data/context/dwo-abstraction-minutes-borough-month_2018-05_2024-03.csv', import.meta.url),
);

/**
 * The published table, counted apart with Python's csv module and float sums: 2,127 rows, 71 months of 32 boroughs,
 * 145 borough-months without a row (boroughs joined between May 2018 and February 2019, and have every month since).
 */
describe.skipIf(!existsSync(FILE))('dedicated ward officers’ minutes as published', () => {
  it('are read whole', async () => {
    const file = readMinutes(await readFile(FILE, 'utf8'), '2026-04');
    if (file.kind === 'refused') throw new Error(file.because);
    expect(file).toMatchObject({ rowsRead: 2127, rowsUsed: 2127, refused: [], from: '2018-05', to: '2024-03' });
    expect(file.notices).toEqual([{ reason: 'a borough and month without a row, so without a value', count: 145 }]);
    expect(file.series).toHaveLength(32 * 8);
    const sum = (category: string) =>
      file.series
        .filter((run) => run.category === category)
        .flatMap(({ values }) => values)
        .reduce<number>((total, value) => total + (value ?? 0), 0);
    expect(sum('dwo/not-abstracted')).toBe(895_334_992);
    expect(sum('dwo/abstracted/training')).toBe(70_190_174);
    expect(sum('dwo/abstracted/custody')).toBe(73_200);
    const ofYear = (areaCode: string, category: string, year: number) =>
      file.series
        .filter((run) => run.areaCode === areaCode && run.category.startsWith(category))
        .flatMap(({ values, firstMonth }) =>
          values.slice(monthsBetween(firstMonth, `${year}-01`), monthsBetween(firstMonth, `${year + 1}-01`)),
        )
        .reduce<number>((total, value) => total + (value ?? 0), 0);
    expect([ofYear('E09000007', 'dwo/abstracted/', 2023), ofYear('E09000007', 'dwo/', 2023)]).toEqual([
      1_266_780, 7_716_143,
    ]);
    expect([ofYear('E09000019', 'dwo/abstracted/', 2023), ofYear('E09000019', 'dwo/', 2023)]).toEqual([
      1_086_761, 7_340_718,
    ]);
    expect([ofYear('E09000019', 'dwo/abstracted/', 2019), ofYear('E09000019', 'dwo/', 2019)]).toEqual([
      477_608, 4_942_249,
    ]);
  });
});
