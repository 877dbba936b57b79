import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../../test/builders/import-desk.ts';
import { madeOutcomeFile, type OutcomeRow } from '../../../test/builders/incident-files.ts';
import { emptyRecords } from '../../../test/builders/records.ts';
import { madeStreetFile, madeWardBoundaries } from '../../../test/builders/street-files.ts';
import type { BoundaryVersion } from '../../geography/index.ts';
import { readSeries } from '../../measures/service.ts';
import type { ImportedFile, ReasonCount } from '../model.ts';
import { importFiles } from '../service.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openImportDesk(await emptyRecords());
});
afterEach(() => desk.close());

const BARNSBURY = 'E05013698';
const MET = 'E23000001';
const counts = (reasons: ReasonCount[] | undefined) =>
  Object.fromEntries((reasons ?? []).map(({ reason, count }) => [reason, count]));
const values = async (measure: string, code: string, boundaryVersion: BoundaryVersion = 'wards-2022') => {
  const [series] = await readSeries(desk.platform.records, {
    measures: [measure],
    areaCodes: [code],
    boundaryVersion,
  });
  return series?.values;
};

async function importOutcomes(text: string, ...before: string[]): Promise<ImportedFile | undefined> {
  const others = before.map((content, at) => desk.file(`street-${at}.csv`, content));
  const report = await importFiles(desk.platform, [
    await desk.file('outcomes.csv', text),
    await desk.file('wards.geojson', madeWardBoundaries()),
    ...(await Promise.all(others)),
  ]);
  return report.imports.find(({ kind }) => kind === 'outcomes');
}

it('counts outcomes by the month of the outcome, by type, in wards and for the force', async () => {
  const read = await importOutcomes(
    madeOutcomeFile([
      { id: 'a' },
      { id: 'b', type: 'Investigation complete; no suspect identified' },
      { id: 'c', type: 'Offender given a caution', at: 'belsize' },
      { id: 'd', type: 'Suspect charged as part of another case', month: '2024-03' },
      { id: 'e', at: null },
    ]),
  );
  expect(read).toMatchObject({ recognisedAs: 'data.police.uk outcomes file', rowsRead: 5, rowsUsed: 5, refused: [] });
  expect(await values('outcomes-recorded', BARNSBURY)).toEqual([2, null, 1]);
  expect(await values('outcomes-charged', BARNSBURY)).toEqual([1, null, 1]);
  expect(await values('outcomes-no-suspect-identified', BARNSBURY)).toEqual([1, null, 0]);
  expect(await values('outcomes-unable-to-prosecute', BARNSBURY)).toEqual([0, null, 0]);
  expect(await values('outcomes-out-of-court', 'E05013652')).toEqual([1, null, 0]);
  expect(await values('outcomes-recorded', MET, 'police-forces')).toEqual([4, null, 1]);
});

it('leaves out an outcome given again, and keeps another outcome of the same crime', async () => {
  const twice: OutcomeRow[] = [{ id: 'a' }, { id: 'a' }, { id: 'a', type: 'Local resolution' }, {}, {}];
  const read = await importOutcomes(madeOutcomeFile(twice));
  expect(read).toMatchObject({ rowsRead: 5, rowsUsed: 4 });
  expect(counts(read?.refused)).toEqual({ 'the same outcome given again: identical, crime ID and all': 1 });
  expect(counts(read?.notices)).toEqual({
    'a crime ID that another outcome in the file has: kept, since a crime may have several outcomes': 1,
    'no crime ID: kept, though a repeat could not be told': 2,
    'identical to another row, without a crime ID: kept, since it may be another crime’s': 1,
  });
});

it('says how many crime IDs street files have too, held before or given together', async () => {
  const street = (month: string, id: string) => madeStreetFile([{ id, month, type: 'Drugs' }]);
  await importFiles(desk.platform, [
    await desk.file('wards.geojson', madeWardBoundaries()),
    await desk.file('held.csv', street('2023-11', 'a')),
  ]);
  const read = await importOutcomes(
    madeOutcomeFile([{ id: 'a' }, { id: 'b' }, { id: 'b', type: 'Local resolution' }, { id: 'c' }]),
    madeStreetFile([{ id: 'b', month: '2023-12' }]),
    street('2023-10', 'x'),
  );
  expect(counts(read?.notices)).toMatchObject({
    'different crime IDs that street files held say are of the type Burglary': 1,
    'different crime IDs that street files held say are of the type Drugs': 1,
    'different crime IDs that no street file held has, so that their crime is not known': 1,
  });
});

it('leaves out, by reason, what cannot be used, and nothing else', async () => {
  const [header = '', good = ''] = madeOutcomeFile([{ id: 'good' }]).split('\n');
  const rows: [row: OutcomeRow, reason: string][] = [
    [{ id: 'a', month: '2024-13' }, 'a month not of the form 2024-02'],
    [{ id: 'b', month: '2026-05' }, 'a month still to come'],
    [{ id: 'c', force: '' }, 'no reporting force'],
    [{ id: 'd', force: '???' }, 'a reporting force that is no name'],
    [{ id: 'e', type: '' }, 'no outcome type'],
    [{ id: 'f', type: '--' }, 'an outcome type that is no name'],
  ];
  const lines = rows.map(([row]) => madeOutcomeFile([row]).split('\n')[1] ?? '');
  const read = await importOutcomes(`${[header, good, ...lines, good.replace('-0.115', '-200')].join('\n')}\n`);
  expect(counts(read?.refused)).toEqual({
    ...Object.fromEntries(rows.map(([, reason]) => [reason, 1])),
    'coordinates that are not on earth': 1,
  });
  expect(read).toMatchObject({ rowsRead: 8, rowsUsed: 1 });
});
