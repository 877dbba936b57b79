import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../../test/builders/import-desk.ts';
import { emptyRecords } from '../../../test/builders/records.ts';
import {
  madeOlderBoundaries,
  madeStreetFile,
  madeWardBoundaries,
  type StreetRow,
} from '../../../test/builders/street-files.ts';
import { importFiles, revertImport } from '../service.ts';

/** Places in both sets, in one, on the edge between two wards, outside all, and nowhere. */
const place = fc.constantFrom<Exclude<StreetRow['at'], undefined>>(
  'barnsbury',
  'belsize',
  ['-0.125', '51.535'],
  ['-0.12', '51.535'],
  ['-0.115', '51.54'],
  ['-3.5', '50.7'],
  null,
);
const rows = fc.array(
  fc.record({
    at: place,
    type: fc.constantFrom('Burglary', 'Drugs', 'Anti-social behaviour'),
    month: fc.constantFrom('2024-01', '2024-02', '2024-04'),
    force: fc.constantFrom('Metropolitan Police Service', 'British Transport Police'),
  }),
  { minLength: 1, maxLength: 12 },
);
const commands = fc.record({
  files: fc.array(rows, { minLength: 1, maxLength: 3 }),
  /** How many of the files are there before the older wards come. */
  before: fc.nat(3),
  /** Wards that come in two files, the second after everything. */
  split: fc.boolean(),
});

/** All figures of incidents, whatever the numbers of imports. */
async function figures(desk: ImportDesk): Promise<unknown> {
  const { rows: held } = await sql`
    select file, to_jsonb(series) - 'import_id' as row from measures.series join sources.import on id = import_id
    union all
    select file, to_jsonb(coverage) - 'import_id' from measures.coverage join sources.import on id = import_id
    order by 1, 2`.execute(desk.system);
  return held;
}

it('counts incidents alike in wards that come first, between or last, and takes back exactly what came last', async () => {
  await fc.assert(
    fc.asyncProperty(commands, async ({ files, before, split }) => {
      const desk = await openImportDesk(await emptyRecords());
      try {
        const streets = await Promise.all(
          files.map(async (of, at) =>
            desk.file(`${at}.csv`, madeStreetFile(of.map((row, n) => ({ ...row, id: `${at}-${n}` })))),
          ),
        );
        const keep = async (name: string, content: string): Promise<void> => {
          await importFiles(desk.platform, [await desk.file(`${name}.geojson`, content)], { vintage: name });
        };
        const crimes = async (some: typeof streets): Promise<void> => {
          for (const street of some) await importFiles(desk.platform, [street], { vintage: 'crimes' });
        };
        await keep('all', madeWardBoundaries());
        await keep('older', madeOlderBoundaries());
        await crimes(streets);
        const expected = await figures(desk);
        for (const vintage of ['crimes', 'older', 'all']) await revertImport(desk.platform, vintage);
        expect(await figures(desk)).toEqual([]);

        await keep('some', madeWardBoundaries(split ? ['barnsbury'] : ['barnsbury', 'belsize']));
        await crimes(streets.slice(0, before));
        await keep('older', madeOlderBoundaries());
        await crimes(streets.slice(before));
        const last = await figures(desk);
        await keep('rest', madeWardBoundaries(['belsize']));
        expect(await figures(desk)).toEqual(expected);
        await revertImport(desk.platform, 'rest');
        expect(await figures(desk)).toEqual(last);
      } finally {
        await desk.close();
      }
    }),
    { numRuns: 4, seed: 20240131 },
  );
}, 60_000);
