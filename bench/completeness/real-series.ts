// Real publications as runs by area and category, read plainly: no domain code but the readers of the monthly files.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import { type Month, monthRange, monthsBetween } from '../../src/lib/calendar/month.ts';
import { csvRecords } from '../../src/lib/tables/index.ts';
import { type CategorySeries, slug } from '../../src/measures/index.ts';
import { readMonthlyFile } from '../../src/sources/mps/read-monthly-file.ts';

export interface RealSet {
  name: string;
  read(): Promise<CategorySeries[]>;
}

const NOW: Month = '2026-04';

/** Every real series at hand below a folder. */
export function realSets(data: string): RealSet[] {
  const sets: [name: string, path: string, read: (path: string) => Promise<CategorySeries[]>][] = [
    ['MPS borough, historical', 'mps/MPS Borough Level Crime (Historical).csv', monthly('borough')],
    ['MPS borough, recent', 'mps/MPS Borough Level Crime (most recent 24 months).csv', monthly('borough')],
    ['MPS borough, to January 2022', 'mps/other-vintages/hist_jn607_apr2010_feb2022.csv', monthly('borough')],
    ['MPS borough, to November 2023', 'mps/other-vintages/hist_joanna.csv', monthly('borough')],
    ['MPS borough, to January 2024', 'mps/other-vintages/recent_jn607_feb2022_feb2024.csv', monthly('borough')],
    ['MPS ward, historical', 'mps/MPS Ward Level Crime (Historical).csv', monthly('ward')],
    ['MPS ward, recent', 'mps/MPS Ward Level Crime (most recent 24 months).csv', monthly('ward')],
    ['Met burglary by LSOA', 'police-uk/metropolitan-burglary-2010-12_2025-02.zip', counted(7, 9)],
    ['City of London by LSOA', 'police-uk/city-of-london-street-2024-01_2025-12.zip', counted(7, 9)],
    ['Camden and Islington by LSOA', 'police-uk/camden-islington-street-2016-01_2018-06.zip', counted(7, 9)],
    ['Met stop and search', 'police-uk/metropolitan-stop-and-search-2021-06_2024-08.zip', counted(null, 0)],
    ['Met outcomes by LSOA', 'police-uk/metropolitan-outcomes-2023-03_2025-02.zip', counted(7, 9)],
    ['bad input by LSOA', 'bad-input/camden_islington_lsoa_month_category_2023-05_2026-03.csv', longTable],
  ];
  return sets
    .map(([name, path, read]) => ({ name, path: join(data, path), read }))
    .filter(({ path }) => existsSync(path))
    .map(({ name, path, read }) => ({ name, read: () => read(path) }));
}

function monthly(level: 'ward' | 'borough') {
  return async (path: string): Promise<CategorySeries[]> => {
    const read = readMonthlyFile(readFileSync(path, 'utf8'), level, [], NOW);
    if (read.kind === 'refused') throw new Error(read.because);
    return [...read.series];
  };
}

/** Counts the rows of every file of an archive by month, force, area and category. */
function counted(area: number | null, category: number) {
  return async (path: string): Promise<CategorySeries[]> => {
    const cells = new Map<string, number>();
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    for await (const entry of zip.eachEntry()) {
      const name = /(\d{4}-\d{2})-(.+)-(street|outcomes|stop-and-search)\.csv$/.exec(entry.fileName);
      if (!name) continue;
      const records = csvRecords(await text(await zip.openReadStreamPromise(entry)));
      records.next();
      for (const { fields } of records) {
        if (fields === null) continue;
        const place = area === null ? 'force' : fields[area] || 'nowhere';
        const key = [name[2], place, slug(fields[category] ?? ''), name[1]].join('\t');
        cells.set(key, (cells.get(key) ?? 0) + 1);
      }
    }
    zip.close();
    return toRuns(cells);
  };
}

async function longTable(path: string): Promise<CategorySeries[]> {
  const cells = new Map<string, number>();
  const records = csvRecords(readFileSync(path, 'utf8'));
  records.next();
  for (const { fields } of records) {
    const [code, , , category, month, count] = fields ?? [];
    cells.set(['lsoa', code, slug(category ?? ''), month].join('\t'), Number(count));
  }
  return toRuns(cells);
}

/** None inside a month that the force has; no value in a month that it has not. */
function toRuns(cells: ReadonlyMap<string, number>): CategorySeries[] {
  const parts = [...cells].map(([key, count]) => {
    const [publisher = '', areaCode = '', category = '', month = ''] = key.split('\t');
    return { publisher, areaCode, category: `bench/${category}`, month: month as Month, count };
  });
  const held = new Map<string, Set<Month>>();
  for (const { publisher, month } of parts) held.set(publisher, (held.get(publisher) ?? new Set<Month>()).add(month));
  const runs = new Map<string, CategorySeries>();
  for (const { publisher, areaCode, category, month, count } of parts) {
    const own = held.get(publisher) ?? new Set<Month>();
    const first = [...own].sort()[0] as Month;
    const key = `${publisher}\t${areaCode}\t${category}`;
    const run = runs.get(key) ?? {
      ...{ category, areaCode, boundaryVersion: 'lsoas-2011' as const, publisher, firstMonth: first },
      values: monthRange(first, [...own].sort().at(-1) as Month).map((each) => (own.has(each) ? 0 : null)),
    };
    runs.set(key, run);
    run.values[monthsBetween(first, month)] = count;
  }
  return [...runs.values()];
}
