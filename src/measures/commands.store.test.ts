import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { holdFigures } from '../../test/builders/held-figures.ts';
import { type ImportDesk, openImportDesk } from '../../test/builders/import-desk.ts';
import { inTransaction } from '../../test/builders/in-transaction.ts';
import { emptyRecords } from '../../test/builders/records.ts';
import { runCommands } from '../../test/builders/run-commands.ts';
import { burglaries } from '../../test/builders/ward-figures.ts';
import { measureCommands } from './commands.ts';
import { writeHarmWeights } from './service.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openImportDesk(await emptyRecords());
  await holdFigures(desk.system, burglaries('wards-2022', '2022-04', '2022-06'), {
    vintage: 'June',
    kind: 'mps-ward',
  });
});
afterEach(() => desk.close());

const run = (...args: string[]) => runCommands(measureCommands, desk.platform, ['measure', ...args]);

it('lists every measure with what is held of it', async () => {
  const said = await run('list');
  expect([said.opened, said.closed]).toEqual([1, 1]);
  expect(said.lines.find((line) => line.startsWith('recorded-crime'))).toContain('except fraud');
  expect(said.lines.find((line) => line.includes('held:'))).toContain('vintage June, April 2022 to June 2022');
  const { json } = await run('list', '--json');
  expect(json).toContainEqual(
    expect.objectContaining({ name: 'homicide', polarity: 'more is worse', every: 'month', held: [] }),
  );
  expect(json).toContainEqual(
    expect.objectContaining({
      name: 'residential-burglary',
      periods: expect.arrayContaining([{ key: 'mps/burglary/domestic-burglary', from: '2010-04', until: '2024-01' }]),
      held: [
        {
          ...{ vintage: 'June', boundaryVersions: ['wards-2022'], first: '2022-04', last: '2022-06' },
          ...{ doubtfulMonths: [], absentMonths: [] },
        },
      ],
    }),
  );
});

it('shows the series of a ward by name or code, with its vintage and files', async () => {
  const said = await run('show', 'burglary', '--area', 'Belsize', '--json');
  expect(said.json).toEqual({
    measure: 'burglary',
    area: 'E05013652',
    areaName: 'Belsize',
    boundaryVersion: 'wards-2022',
    convertedFrom: null,
    vintage: 'June',
    synthetic: false,
    backCast: true,
    sources: ['June.csv'],
    series: [
      { month: '2022-04', value: 1, doubtful: false, origin: 'published, back-cast' },
      { month: '2022-05', value: 1, doubtful: false, origin: 'published' },
      { month: '2022-06', value: 1, doubtful: false, origin: 'published' },
    ],
  });
  const lines = (await run('show', 'burglary', '--area', 'E05013652')).lines;
  expect(lines[0]).toBe('Burglary, Belsize (E05013652), recorded offences');
  expect(lines.at(-1)).toBe('2022-06  1');
});

it('marks a month whose file seems to lack much of it', async () => {
  const stub = burglaries('wards-2022', '2023-01', '2023-06').map((run) => ({
    ...run,
    values: [0, ...run.values.slice(1)],
  }));
  await holdFigures(desk.system, stub, { vintage: 'stub', kind: 'mps-ward' });
  const said = await run('show', 'burglary', '--area', 'Belsize', '--json');
  expect(said.json).toMatchObject({
    series: [
      { month: '2023-01', value: 0, doubtful: true },
      ...['02', '03', '04', '05', '06'].map((month) => ({ month: `2023-${month}`, value: 1, doubtful: false })),
    ],
  });
  const { lines } = await run('show', 'burglary', '--area', 'Belsize');
  expect(lines).toContain('2023-01  0  doubtful: none at all, where the file usually has about 703');
  expect(lines).toContain('2023-02  1');
});

it('shows another vintage when it is named', async () => {
  const revised = burglaries('wards-2022', '2022-04', '2022-06').map((run) => ({ ...run, values: [5, 1, 1] }));
  await holdFigures(desk.system, revised, { vintage: 'July', kind: 'mps-ward' });
  const values = async (...args: string[]) => {
    const { json } = await run('show', 'burglary', '--area', 'Belsize', '--json', ...args);
    const { vintage, series } = json as { vintage: string; series: { value: number }[] };
    return [vintage, ...series.map(({ value }) => value)];
  };
  expect(await values()).toEqual(['July', 5, 1, 1]);
  expect(await values('--vintage', 'June')).toEqual(['June', 1, 1, 1]);
  const earlier = burglaries('wards-2022', '2022-04', '2022-05');
  await holdFigures(
    desk.system,
    earlier.map((run) => ({ ...run, firstMonth: '2019-04' as const })),
    {
      vintage: 'old',
      kind: 'mps-ward',
    },
  );
  expect((await run('show', 'burglary', '--area', 'Belsize')).lines).toContain(
    'April 2019 to May 2019 are held in the vintage "old": add --vintage "old".',
  );
  const wrong = await run('show', 'burglary', '--area', 'Belsize', '--vintage', 'Juny');
  expect(wrong.exitCode).toBe(1);
  expect(wrong.errors).toEqual(['No vintage "Juny" holds figures for burglary: give "July" or "June".']);
});

it('lists what changed between two vintages', async () => {
  const revised = burglaries('wards-2022', '2022-05', '2022-07').map((run, place) => ({
    ...run,
    values: place === 0 ? [4, 1, 1] : run.values,
  }));
  await holdFigures(desk.system, revised, { vintage: 'July', kind: 'mps-ward' });
  const { json } = await run(
    'revisions',
    'burglary',
    '--from',
    'June',
    '--to',
    'July',
    '--area',
    'E05013652',
    '--json',
  );
  expect(json).toMatchObject({
    ...{ measure: 'burglary', from: 'June', to: 'July' },
    areas: [
      {
        boundaryVersion: 'wards-2022',
        total: { months: 2, changed: 1, before: 2, after: 5, difference: 3 },
        revisions: [
          { areaCode: 'E05013652', month: '2022-05', before: 1, after: 4, difference: 3 },
          { areaCode: 'E05013652', month: '2022-06', before: 1, after: 1, difference: 0 },
        ],
        onlyBefore: [{ areaCode: 'E05013652', months: ['2022-04'] }],
        onlyAfter: [{ areaCode: 'E05013652', months: ['2022-07'] }],
      },
    ],
  });
  const { lines } = await run('revisions', 'burglary', '--from', 'June', '--to', 'July');
  expect(lines).toContain('1 of 74 months of an area differ: 1,406 to 1,409 (+3, +0.2 %)');
  expect(lines).toContain('  E05013652 Belsize 2022-05: 1 to 4 (+3)');
  expect((await run('revisions', 'burglary', '--from', 'June')).exitCode).toBe(2);
  const wrong = await run('revisions', 'burglary', '--from', 'June', '--to', 'August');
  expect([wrong.exitCode, wrong.errors[0]]).toEqual([
    1,
    'No vintage "August" holds figures for burglary: give "July" or "June".',
  ]);
});

it('refuses to call another publication a revision', async () => {
  const street = burglaries('wards-2022', '2022-04', '2022-06').map((run) => ({
    ...{ ...run, category: 'street/burglary', publisher: 'metropolitan' },
  }));
  const withRail = [...street, ...street.map((run) => ({ ...run, publisher: 'btp' }))];
  await holdFigures(desk.system, street, { vintage: 'archive', kind: 'mps-ward' });
  await holdFigures(desk.system, withRail, { vintage: 'railways', kind: 'mps-ward' });
  const said = await run('revisions', 'street-burglary', '--from', 'archive', '--to', 'railways');
  expect(said.exitCode).toBe(1);
  expect(said.errors[0]).toContain('these are different publications, not a revision of one');
});

it('says what months lack, for people and as JSON', async () => {
  const stub = burglaries('wards-2022', '2023-01', '2023-06').map((run) => ({ ...run, values: run.values.with(2, 0) }));
  await holdFigures(desk.system, stub, { vintage: 'stub', kind: 'mps-ward' });
  const { lines } = await run('completeness', 'burglary');
  expect(lines[0]).toBe('Burglary, all areas');
  expect(lines[1]).toBe('Vintage stub: January 2023 to June 2023, 1 doubtful');
  expect(lines).toContain('  2023-03  zero: none at all, where the file usually has about 703');
  const { json } = await run('completeness', 'burglary', '--area', 'Belsize', '--vintage', 'June', '--json');
  expect(json).toMatchObject({
    ...{ measure: 'burglary', area: 'E05013652', vintage: 'June', reconciliation: null },
    files: [{ file: 'June.csv', findings: [] }],
  });
  const nothing = await run('completeness', 'homicide');
  expect([nothing.exitCode, nothing.errors[0]]).toEqual([1, 'No figures for homicide: import a file that has them.']);
});

it('says in a sentence what is missing, and exits with 1', async () => {
  const errors = async (...args: string[]) => {
    const said = await run('show', ...args);
    expect(said.exitCode).toBe(1);
    return said.errors.join(' ');
  };
  expect(await errors('burglry', '--area', 'Belsize')).toContain(
    'There is no measure "burglry": did you mean "burglary"',
  );
  expect(await errors('burglary', '--area', 'Belsiz')).toContain('did you mean Belsize?');
  expect(await errors('homicide', '--area', 'Belsize')).toContain('No figures for homicide in Belsize');
  expect(await errors('burglary', '--area', 'E05999999')).toContain('No figures for burglary in E05999999');
  expect((await run('show', 'burglary')).exitCode).toBe(2);
});

it('names the measure of the same family that an area has figures of', async () => {
  const [ward] = burglaries('wards-2022', '2022-04', '2022-06');
  if (!ward) throw new Error('no figures');
  const lsoa = { ...ward, areaCode: 'E01000907', boundaryVersion: 'lsoas-2021' as const };
  const held = [
    { ...lsoa, category: 'mps/burglary/domestic-burglary' },
    { ...lsoa, category: 'mps/sexual-offences/not-given-by-lsoa', values: [null, null, null] },
  ];
  await holdFigures(desk.system, held, { vintage: 'LSOAs', kind: 'mps-ward' });
  const said = await run('show', 'recorded-crime', '--area', 'E01000907');
  expect([said.exitCode, said.lines.slice(2)]).toEqual([
    0,
    [
      'No month has a figure: the file lacks a part of what is summed. "wardroom import left-out" shows whether rows of it were left out.',
      '',
      '2022-04  no figure',
      '2022-05  no figure',
      '2022-06  no figure',
      '"wardroom measure show recorded-crime-except-sexual-offences" has figures there.',
    ],
  ]);
});

it('says why harm-weighted crime has months without a figure', async () => {
  const { rows } = await sql`
    insert into sources.import (vintage, file, sha256, kind, recognised_as, rows_read, rows_used, refused, notices,
      boundary_versions, imported_by)
    values ('weights', 'weights.csv', 'w', 'harm-weights', '', 1, 1, '[]', '[]', '{}', 'test') returning id::text`.execute(
    desk.system,
  );
  await inTransaction(desk.system, (trx) =>
    writeHarmWeights(trx, z.object({ id: z.string() }).parse(rows[0]).id, {
      version: '1',
      source: 'made',
      weights: [{ offence: 'Murder', weight: 5000 }],
    }),
  );
  const said = await run('show', 'harm-weighted-crime', '--area', 'Belsize');
  expect(said.lines).toContain(
    'A month has no figure where over 5 % of its crimes have no weight: "wardroom measure weights" names them.',
  );
  expect(said.lines).toContain('Weighed with the table of made, version 1.');
  expect(said.lines).toContain('2022-04  no figure');
});
