import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openImportDesk } from '../../../test/builders/import-desk.ts';
import { emptyRecords } from '../../../test/builders/records.ts';
import { referenceAreas } from '../../geography/index.ts';
import { importFiles } from '../../sources/service.ts';
import { readRecordedBefore } from './before-service.ts';
import type { MonthBefore } from './model.ts';

const FILE = fileURLToPath(
  new URL('../../../../shared/data/context/dwo-abstraction-minutes-borough-month_2018-05_2024-03.csv', import.meta.url),
);

/** Sums of the columns by hand: the file has no quotation marks. */
function columnSums(text: string): Map<string, number> {
  const [header = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return new Map(
    header
      .slice(2)
      .map((column, at) => [
        column.replace('Abstraction Type_', ''),
        rows.reduce((sum, row) => sum + Number(row[at + 2]), 0),
      ]),
  );
}

it.skipIf(!existsSync(FILE))(
  'of the published table comes to the table’s own column sums, and rules none of it',
  async () => {
    const text = await readFile(FILE, 'utf8');
    const desk = await openImportDesk(await emptyRecords());
    try {
      await importFiles(desk.platform, [await desk.file('minutes.csv', text)], {});
      const found = await readRecordedBefore(desk.platform.records, referenceAreas('boroughs-2022'));
      const sums = new Map<string, number>();
      const add = (type: string, minutes: number) => sums.set(type, (sums.get(type) ?? 0) + minutes);
      const months: MonthBefore[] = found?.boroughs.flatMap((borough) => [...borough.months]) ?? [];
      for (const { notAbstracted, away } of months) {
        add('Not Abstracted', notAbstracted);
        for (const { type, minutes } of away) add(type, minutes);
      }
      const sorted = (of: ReadonlyMap<string, number>) => [...of].toSorted();
      expect(sorted(sums)).toEqual(sorted(columnSums(text)));
      expect([months.length, sums.get('Training')]).toEqual([2127, 70_190_174]);
      expect(found?.boroughs.map(({ months: each }) => [each[0]?.month, each.at(-1)?.month]).toSorted()[0]).toEqual([
        '2018-05',
        '2024-03',
      ]);
      // No ruling has a name in it anywhere.
      expect(JSON.stringify(found)).not.toMatch(/breach|exception|permitted|ruling|"kept"/);
    } finally {
      await desk.close();
    }
  },
);
