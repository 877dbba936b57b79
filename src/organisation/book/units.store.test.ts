import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actingFor, bookFiles } from '../../../test/builders/book-places.ts';
import { personWith, UNIT } from '../../../test/builders/each-principal.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import type { Principal } from '../../platform/access/index.ts';
import { ensureReferenceUnit, listUnits } from '../service.ts';
import { postBook } from './book-service.ts';
import { exportBook } from './export-service.ts';
import { importBook } from './import-service.ts';

const OWNER: Principal = { kind: 'operator', name: 'anna', as: null };
const HEADER = 'force,unit,borough,first_day,last_day,source\n';
const NORTH_WEST = `${HEADER}Metropolitan Police Service,North West,Barnet,2018-11-28,,Announced
Metropolitan Police Service,North West,Brent,2018-11-28,,
Metropolitan Police Service,Central East,Hackney,2018-11-28,,
`;
const BOOK = {
  'book.csv': 'name,unit\nBook,north west\n',
  'units.csv': NORTH_WEST,
  'posts.csv': `reference,title,rank,strand,duty,boroughs,wards,first_day
P1,Ward officer,Constable,neighbourhoods,ward,Barnet,,2023-01-01
P2,Faith Officer,Constable,neighbourhoods,pan-borough,Barnet:0.5|Brent:0.5,,2023-01-01
`,
};

describeStores('command units in a book', (open) => {
  let kept: EmptyRecords;
  const as = (principal: Principal) => testPlatform(kept.database, { principal });
  const bring = (files: Record<string, string>, principal: Principal = OWNER, unit: string | null = null) =>
    importBook(as(principal), { unit, name: 'test', files: bookFiles(files), dryRun: false });
  const refused = (file: string, line: number | null, said: string) => ({
    kind: 'refused',
    refusals: [{ file, line, sentence: expect.stringContaining(said) }],
  });
  const boroughsOf = async (unit: string) =>
    (await listUnits(kept.records))
      .find(({ name }) => name === unit)
      ?.boroughs.map(({ name, from, until }) => [name, from, until]);
  beforeAll(async () => {
    kept = await open();
    const system = { ...testPlatform(kept.database), records: kept.records };
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
  });
  afterAll(() => kept.close());

  it('are not laid out by a commander, nor by anybody past the records', async () => {
    const person = personWith('command', { unit: UNIT, borough: null, ward: null });
    const grown = `${HEADER}Metropolitan Police Service,Central North,Hackney,2030-01-01,,\n`;
    expect(await bring({ 'units.csv': grown }, person)).toMatchObject(
      refused('', null, 'only the command line does as the owner of the data folder'),
    );
    await expect(bring(BOOK, person)).rejects.toThrow('does not allow');
    for (const statement of [
      sql`insert into organisation.command_unit (name, force, source) values ('A', 'B', '')`,
      sql`insert into organisation.unit_borough (unit, borough_code, in_force_from) values ('Central North', 'E09000012', '2030-01-01')`,
    ])
      await expect(
        as(person)
          .records.transaction()
          .execute((trx) => statement.execute(trx)),
      ).rejects.toThrow('row-level security');
    expect(await boroughsOf('Central North')).toHaveLength(2);
  });

  it('are laid out with the book that names them, in one go, and once more change nothing', async () => {
    expect(await bring(BOOK)).toMatchObject({
      kind: 'imported',
      unit: 'North West',
      counts: { units: { added: 3 }, posts: { added: 2 } },
    });
    const book = await postBook(as(OWNER), 'North West');
    expect(book.boroughs.map(({ name }) => name)).toEqual(['Barnet', 'Brent']);
    expect(book.posts.map(({ reference, shares }) => [reference, shares.length])).toEqual([
      ['P1', 1],
      ['P2', 2],
    ]);
    expect(await bring(BOOK)).toMatchObject({ kind: 'imported', differences: [] });
    const audited = await sql<{ subject: string; boroughs: unknown[] }>`
      select subject, detail::jsonb -> 'boroughs' as boroughs from platform.audit where action = 'organisation.lay-out-unit'`.execute(
      kept.records,
    );
    expect(audited.rows.map(({ subject, boroughs }) => [subject, boroughs.length])).toEqual([
      ['North West', 2],
      ['Central East', 1],
    ]);
  });

  it('are several then, and whoever names none is told which there are', async () => {
    await expect(postBook(as(OWNER), null)).rejects.toThrow(
      'Say which command unit. Known: "Central North", "North West", "Central East".',
    );
    await expect(bring({ 'posts.csv': BOOK['posts.csv'] })).rejects.toThrow('Say which command unit');
  });

  it('give back what they were given', async () => {
    const { files } = await exportBook(as(OWNER), 'North West');
    expect(files.find(({ name }) => name === 'units.csv')?.text).toContain('North West,Barnet,2018-11-28,,Announced');
    const again = Object.fromEntries(files.map(({ name, text }) => [name, text]));
    expect(await bring(again)).toMatchObject({ kind: 'imported', differences: [] });
    // The commander of Central North may import what they exported: the unit's own lines say nothing new.
    const own = await exportBook(as(actingFor('command')), 'Central North');
    const commanders = Object.fromEntries(own.files.map(({ name, text }) => [name, text]));
    expect(Object.keys(commanders)).toContain('units.csv');
    expect(await bring(commanders, actingFor('command'))).toMatchObject({ kind: 'imported', differences: [] });
  });

  it('do not share a borough on any day; one that is handed over keeps its history', async () => {
    const taken = `${HEADER}Metropolitan Police Service,North,Barnet,2026-01-01,,\n`;
    expect(await bring({ 'u.csv': taken })).toMatchObject(
      refused('u.csv', 2, 'borough Barnet of North West from 2018-11-28 lasts for good'),
    );
    const handedOver = `${taken}Metropolitan Police Service,North West,Barnet,2018-11-28,2025-12-31,Announced\n`;
    expect(await bring({ 'u.csv': handedOver })).toMatchObject({ counts: { units: { added: 1, changed: 1 } } });
    expect(await boroughsOf('North West')).toEqual([
      ['Barnet', '2018-11-28', '2026-01-01'],
      ['Brent', '2018-11-28', null],
    ]);
    expect(await boroughsOf('North')).toEqual([['Barnet', '2026-01-01', null]]);
    const history = await sql<{ unit: string; before: string | null; after: string }>`
      select unit, before ->> 'last_day' as before, after ->> 'last_day' as after from organisation.book_revision
      where kind = 'units' and reference like 'borough Barnet%' order by id`.execute(kept.records);
    expect(history.rows).toEqual([
      { unit: 'North West', before: null, after: '' },
      { unit: 'North', before: null, after: '' },
      { unit: 'North West', before: '', after: '2025-12-31' },
    ]);
    await expect(
      sql`insert into organisation.unit_borough (unit, borough_code, in_force_from) values ('Central North', 'E09000003', '2025-01-01')`.execute(
        kept.records,
      ),
    ).rejects.toMatchObject({ constraint: 'borough_in_one_unit' });
  });
});
