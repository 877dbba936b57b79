import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../../test/builders/import-desk.ts';
import { madeSearchFile, type SearchRow } from '../../../test/builders/incident-files.ts';
import { emptyRecords } from '../../../test/builders/records.ts';
import { madeWardBoundaries } from '../../../test/builders/street-files.ts';
import { madeZip } from '../../../test/builders/zip.ts';
import type { BoundaryVersion } from '../../geography/index.ts';
import { readSeries } from '../../measures/service.ts';
import { openLake } from '../../platform/lake/index.ts';
import type { ImportedFile, ImportOptions, ReasonCount } from '../model.ts';
import { importFiles } from '../service.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openImportDesk(await emptyRecords());
});
afterEach(() => desk.close());

const BARNSBURY = 'E05013698';
const BELSIZE = 'E05013652';
const MET = 'E23000001';
const PLACE = (month: string, force = 'metropolitan') => `${month}/${month}-${force}-stop-and-search.csv`;
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

async function importWith(
  file: Promise<{ path: string; name: string }>,
  options: ImportOptions = {},
): Promise<ImportedFile | undefined> {
  const report = await importFiles(
    desk.platform,
    [await file, await desk.file('wards.geojson', madeWardBoundaries(['belsize', 'barnsbury', 'aldersgate']))],
    options,
  );
  return report.imports.find(({ kind }) => kind === 'stop-and-search');
}

const importArchive = (files: Record<string, readonly SearchRow[]>): Promise<ImportedFile | undefined> =>
  importWith(
    desk.file(
      'archive.zip',
      madeZip(Object.entries(files).map(([name, rows]) => ({ name, content: madeSearchFile(rows) }))),
    ),
  );

it('counts searches in wards and for the force, by object, ethnicity and what followed', async () => {
  const read = await importArchive({
    [PLACE('2024-01')]: [
      { outcome: 'Arrest', officerDefined: 'Black' },
      { outcome: 'Community resolution', object: 'Stolen goods', officerDefined: '' },
      { type: 'Vehicle search', object: 'Firearms' },
      { at: 'belsize', object: 'A thing unheard of' },
      { at: null },
      { at: ['-3.5', '55.0'] },
    ],
  });
  expect(read).toMatchObject({
    recognisedAs: 'data.police.uk stop-and-search archive',
    rowsRead: 6,
    rowsUsed: 6,
    refused: [],
    from: '2024-01',
    to: '2024-01',
  });
  expect(counts(read?.notices)).toMatchObject({
    'no location: kept, counted for the force, not in any ward': 1,
    'wards-2022: outside every ward held: kept, counted for the force, not in any ward': 1,
    'a wording that is in none of Wardroom’s tables: kept, counted as not known': 1,
    'no officer-defined ethnicity: kept, counted as not stated': 1,
  });
  expect(await values('stop-and-search', BARNSBURY)).toEqual([3]);
  expect(await values('stop-and-search', BELSIZE)).toEqual([1]);
  expect(await values('stop-and-search', MET, 'police-forces')).toEqual([6]);
  expect(await values('stop-and-search-arrests', BARNSBURY)).toEqual([1]);
  expect(await values('stop-and-search-further-action', BARNSBURY)).toEqual([2]);
  expect(await values('stop-and-search-no-further-action', BARNSBURY)).toEqual([1]);
  expect(await values('stop-and-search-object-drugs', BARNSBURY)).toEqual([1]);
  expect(await values('stop-and-search-object-weapons', BARNSBURY)).toEqual([1]);
  expect(await values('stop-and-search-object-stolen-property', BARNSBURY)).toEqual([1]);
  expect(await values('stop-and-search-object-drugs', BELSIZE)).toEqual([0]);
  expect(await values('stop-and-search-ethnicity-black', BARNSBURY)).toEqual([1]);
  expect(await values('stop-and-search-ethnicity-not-stated', BARNSBURY)).toEqual([1]);
});

it('leaves a month without a file a gap, and counts a ward without a search as zero', async () => {
  await importArchive({
    [PLACE('2023-12')]: [{ date: '2023-12-02T10:00:00+00:00' }, { date: '2023-12-03T10:00:00+00:00', at: 'belsize' }],
    [PLACE('2024-02')]: [{ date: '2024-02-02T10:00:00+00:00' }],
  });
  expect(await values('stop-and-search', BARNSBURY)).toEqual([1, null, 1]);
  expect(await values('stop-and-search', BELSIZE)).toEqual([1, null, 0]);
  expect(await values('stop-and-search', MET, 'police-forces')).toEqual([2, null, 1]);
});

it('counts a search in its file’s month, by London time or UTC, and leaves strays out', async () => {
  const read = await importArchive({
    [PLACE('2024-06')]: [
      { date: '2024-05-31T23:10:00+00:00' },
      { date: '2024-06-30T22:59:00+00:00' },
      // Half past midnight on 1 July in London.
      { date: '2024-06-30T23:30:00+00:00' },
      { date: '2024-05-31T22:59:00+00:00' },
      { date: '2024-07-02T10:00:00+00:00' },
    ],
  });
  expect(counts(read?.refused)).toEqual({ 'a month that is not the file’s': 2 });
  expect(counts(read?.notices)).toMatchObject({
    'in the month before by UTC, not by London time (British Summer Time): counted by London time': 1,
    'in the month after by London time, not by UTC: counted in the file’s month': 1,
  });
  expect(await values('stop-and-search', BARNSBURY)).toEqual([3]);
});

it('refuses a force that there is none of', async () => {
  for (const about of ['2020', 'leicestershire/NC04', 'Metropolitan']) {
    const refused = importWith(desk.file('searches.csv', madeSearchFile([{}])), { about });
    await expect(refused).rejects.toThrow(`"${about}" is no police force: say --about with the name`);
  }
});

it('takes the month in London where a file apart says none, and its force from its official name or who gives it', async () => {
  const rows = madeSearchFile([
    { date: '2024-05-31T23:10:00+00:00' },
    { date: '2024-11-30T23:10:00+00:00' },
    { date: '2024-05-31T22:10:00+00:00' },
  ]);
  const named = await importWith(desk.file('2024-06-metropolitan-stop-and-search.csv', rows));
  expect(named).toMatchObject({ recognisedAs: 'data.police.uk stop-and-search file', rowsUsed: 3, from: '2024-05' });
  expect(await values('stop-and-search', BARNSBURY)).toEqual([1, 1, null, null, null, null, 1]);
  const other = madeSearchFile([{ at: 'aldersgate' }]);
  await importWith(desk.file('searches.csv', other), { about: 'city-of-london' });
  expect(await values('stop-and-search', 'E23000034', 'police-forces')).toEqual([1]);
  expect(await values('stop-and-search', 'E05009288')).toEqual([1]);
});

it('keeps each force to its own wards, and the railway police out of them', async () => {
  const read = await importArchive({
    [PLACE('2024-01', 'btp')]: [{ at: 'barnsbury' }],
    [PLACE('2024-01', 'city-of-london')]: [{ at: 'aldersgate' }, { at: 'barnsbury' }],
    [PLACE('2024-01')]: [{ at: 'barnsbury' }, { at: 'aldersgate' }],
  });
  expect(counts(read?.notices)).toMatchObject({
    'wards-2022: railway police: kept, counted for their force, not in wards': 1,
    'wards-2022: in the area of another police force: kept, not counted in its wards': 2,
  });
  expect(await values('stop-and-search', BARNSBURY)).toEqual([1]);
  expect(await values('stop-and-search', 'E05009288')).toEqual([1]);
  expect(await values('stop-and-search', MET, 'police-forces')).toEqual([2]);
});

it('keeps people searched together, alike in all that is published', async () => {
  const read = await importArchive({ [PLACE('2024-01')]: [{}, {}, { outcome: 'Arrest' }] });
  expect(read?.rowsUsed).toBe(3);
  const alike = read?.notices.find(({ reason }) => reason.startsWith('identical to another row: kept'));
  expect(alike?.count).toBe(1);
});

it('writes what the files say and what it means to the lake', async () => {
  const read = await importArchive({
    [PLACE('2024-06')]: [
      {
        date: '2024-05-31T23:10:00+00:00',
        age: 'over 34',
        selfDefined: 'Black or Black British - African (B2)',
        officerDefined: 'Black',
        outcome: 'Suspect arrested',
        linked: 'False',
        clothing: 'True',
      },
    ],
  });
  const lake = await openLake(desk.platform.dataFolder);
  const rows = await lake.query(`
    select * exclude (london_time), london_time::varchar as london_time
    from read_parquet('${desk.platform.dataFolder}/lake/*/stop-and-search/import-${read?.id}/metropolitan-2024-06.parquet')`);
  await lake.close();
  expect(rows).toEqual([
    {
      type: 'Person search',
      date: '2024-05-31T23:10:00+00:00',
      part_of_a_policing_operation: 'False',
      policing_operation: null,
      latitude: 51.535,
      longitude: -0.115,
      gender: 'Male',
      age_range: 'over 34',
      self_defined_ethnicity: 'Black or Black British - African (B2)',
      officer_defined_ethnicity: 'Black',
      legislation: 'Misuse of Drugs Act 1971 (section 23)',
      object_of_search: 'Controlled drugs',
      outcome: 'Suspect arrested',
      outcome_linked_to_object: 'False',
      removal_of_more_than_outer_clothing: 'True',
      month: '2024-06',
      london_time: '2024-06-01 00:10:00',
      search_type: 'person',
      age_group: 'over-34',
      self_defined_category: 'black-african',
      self_defined_group: 'black',
      officer_defined_group: 'black',
      object_group: 'drugs',
      outcome_group: 'arrest',
      further_action: true,
      is_outcome_linked: false,
      is_more_than_outer_clothing: true,
      force: 'metropolitan',
      ward_2022: BARNSBURY,
    },
  ]);
});

it('leaves out, by reason, what cannot be used, and nothing else', async () => {
  const good = madeSearchFile([{}]);
  const bad: [row: SearchRow, reason: string][] = [
    [{ date: '2024-01-15T13:00:00+01:00' }, 'a date and time not of the form 2024-02-29T13:45:00+00:00'],
    [{ date: '2024-02-30T13:00:00+00:00' }, 'a date and time not of the form 2024-02-29T13:45:00+00:00'],
    [{ date: '' }, 'a date and time not of the form 2024-02-29T13:45:00+00:00'],
    [{ date: '2026-05-01T13:00:00+00:00' }, 'a month still to come'],
    [{ type: 'Dog search' }, 'a type of search other than person, vehicle, or person and vehicle'],
    [{ type: '' }, 'a type of search other than person, vehicle, or person and vehicle'],
    [{ at: ['-0.1', ''] }, 'a longitude without a latitude or the other way round'],
    [{ at: ['=1+1', '51.5'] }, 'coordinates that are not numbers'],
    [{ at: ['nan', '51.5'] }, 'coordinates that are not numbers'],
    [{ at: ['-0.1', '91'] }, 'coordinates that are not on earth'],
  ];
  const rows = bad.map(([row]) => madeSearchFile([row]).split('\n')[1]);
  const text = [good.trimEnd(), ...rows, 'too,few', '', good.split('\n')[1], ''].join('\n');
  const read = await importWith(desk.file('2024-01-metropolitan-stop-and-search.csv', text));
  const expected = reasonsOf([
    ...bad.map(([, reason]) => reason),
    'a number of columns that is not the header’s',
    'a blank line, or one inside quotation marks that do not close',
  ]);
  expect(counts(read?.refused)).toEqual(expected);
  expect(read).toMatchObject({ rowsRead: 14, rowsUsed: 2 });
});

function reasonsOf(reasons: readonly string[]): Record<string, number> {
  const all: Record<string, number> = {};
  for (const reason of reasons) all[reason] = (all[reason] ?? 0) + 1;
  return all;
}
