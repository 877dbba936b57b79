import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { actingFor, bookFiles } from '../../../test/builders/book-places.ts';
import { CAMDEN, ISLINGTON, personWith, UNIT } from '../../../test/builders/each-principal.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import type { Principal } from '../../platform/access/index.ts';
import { withinTheSum } from '../../platform/concurrency/index.ts';
import { ensureReferenceUnit } from '../service.ts';
import { postBook } from './book-service.ts';
import { bookImports, exportBook } from './export-service.ts';
import { importBook } from './import-service.ts';

const FILES = {
  'posts.csv': `reference,title,rank,strand,duty,wards,boroughs,ward_class,first_day
BLOOMSBURY,Ward officer,Constable,neighbourhoods,ward,Bloomsbury,,floor,2024-01-01
BUNHILL,Ward officer,Constable,neighbourhoods,ward,Bunhill,,floor,2024-01-01
FAITH,Faith Officer,Constable,neighbourhoods,pan-borough,,Camden:0.5|Islington:0.5,,2024-01-01
`,
  'officers.csv':
    'reference,name,rank,first_day\nA,Anna,Constable,2020-01-01\nB,Ben,Constable,2020-01-01\nC,Cem,Constable,2020-01-01\n',
  'postings.csv':
    'officer,post,fraction,first_day\nA,BLOOMSBURY,1,2024-01-01\nB,BUNHILL,0.5,2024-01-01\nC,FAITH,0.5,2024-01-01\n',
};
const MADE_UP = { 'book.csv': `name,unit,synthetic\nMade up,${UNIT},yes\n` };

describeStores('the post book in the records', (open) => {
  let kept: EmptyRecords;
  const as = (principal: Principal) => testPlatform(kept.database, { principal });
  const bring = (files: Record<string, string>, principal: Principal = actingFor('command'), dryRun = false) =>
    importBook(as(principal), { unit: null, name: 'test', files: bookFiles(files), dryRun });
  beforeEach(async () => {
    kept = await open();
    const system = { ...testPlatform(kept.database), records: kept.records };
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    expect(await bring(FILES)).toMatchObject({ kind: 'imported' });
  });
  afterEach(() => kept.close());
  const count = async (table: string) =>
    (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(kept.records)).rows[0]?.n;

  it('writes one import and one audit entry, a revision of each row, and changes nothing for what it refuses', async () => {
    expect(await bookImports(as(actingFor('command')), null)).toMatchObject([
      { name: 'test', importedBy: 'cli:anna as person:0000000000000001' },
    ]);
    expect(await count('organisation.book_revision')).toBe(9);
    const refused = await bring({
      'postings.csv': 'officer,post,fraction,first_day\nB,FAITH,0.25,2024-02-01\nA,FAITH,0.25,2024-02-01\n',
    });
    expect(refused).toMatchObject({ kind: 'refused', refusals: [{ file: 'postings.csv', line: 3 }] });
    expect(await count('organisation.posting')).toBe(3);
    expect(await count('organisation.book_import')).toBe(1);
    const audited = await sql<{ action: string; detail: unknown }>`
      select action, detail from platform.audit where action = 'organisation.import-book'`.execute(kept.records);
    expect(audited.rows).toHaveLength(1);
  });

  it('lets postings change places in one import, and gives back what it was given', async () => {
    const swapped = 'officer,post,fraction,first_day\nA,BLOOMSBURY,0.5,2024-01-01\nA,BUNHILL,0.5,2024-01-01\n';
    expect(await bring({ 'p.csv': swapped })).toMatchObject({ counts: { postings: { added: 1, changed: 1 } } });
    const back = 'officer,post,fraction,first_day\nA,BUNHILL,0.4,2024-01-01\nA,BLOOMSBURY,0.6,2024-01-01\n';
    expect(await bring({ 'p.csv': back })).toMatchObject({ counts: { postings: { added: 0, changed: 2 } } });
    const { files } = await exportBook(as(actingFor('command')), null);
    const again = await bring(Object.fromEntries(files.map(({ name, text }) => [name, text])));
    expect(again).toMatchObject({ kind: 'imported', differences: [] });
  });

  it('50 writers of one officer’s postings never bring them above 1', async () => {
    const platform = as(actingFor('command'));
    const { rows } = await sql<{ id: number }>`select id from organisation.post order by id limit 1`.execute(
      kept.records,
    );
    const add = (day: number) =>
      platform.records.transaction().execute((trx) =>
        withinTheSum(trx, { constraint: 'no_officer_is_posted_above_one', say: ({ sum }) => sum }, () =>
          sql`insert into organisation.posting (officer, post, fraction, during, kind)
              select id, ${rows[0]?.id}, 0.2, daterange(${`2024-03-${String(day).padStart(2, '0')}`}::date, null), 'posting'
              from organisation.officer where reference = 'B'`.execute(trx),
        ),
      );
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, (_, at) => add((at % 28) + 1)));
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    const most = await sql<{ most: string }>`
      select max(sum)::text as most from (select sum(other.fraction) from organisation.posting as one
        join organisation.officer on officer.id = one.officer and reference = 'B'
        join organisation.posting as other on other.officer = one.officer and other.during @> lower(one.during)
        group by one.id) as days`.execute(kept.records);
    // Half is posted already: two fifths fit beside it, and not three.
    expect(Number(most.rows[0]?.most)).toBe(0.9);
    expect(refused.length).toBe(48);
  }, 60_000);

  it('shows who has a role in one ward that ward’s posts and postings, and nobody else', async () => {
    const book = await postBook(as(personWith('officer', { unit: UNIT, borough: CAMDEN, ward: 'E05013653' })), null);
    expect(book.whole).toBe(false);
    expect(book.absences).toBeNull();
    expect(book.posts.map(({ reference }) => reference)).toEqual(['BLOOMSBURY']);
    expect(book.postings.map(({ officer }) => officer)).toEqual(['A']);
    expect(book.officers.map(({ reference }) => reference)).toEqual(['A']);
    const elsewhere = await postBook(
      as(personWith('command', { unit: 'Central East', borough: null, ward: null })),
      UNIT,
    );
    expect([elsewhere.posts, elsewhere.officers, elsewhere.whole]).toEqual([[], [], false]);
  });

  it('lets an inspector of Camden change nothing of Islington’s, nor import a book', async () => {
    const inspector = personWith('inspector', { unit: UNIT, borough: CAMDEN, ward: null });
    const changed = await as(inspector)
      .records.transaction()
      .execute(async (trx) => {
        const posts = await sql`update organisation.post set title = 'x' where reference = 'BUNHILL'`.execute(trx);
        const postings = await sql`update organisation.posting set fraction = 0.1
          where post = (select id from organisation.post where reference = 'BUNHILL')`.execute(trx);
        const own = await sql`update organisation.post set title = 'x' where reference = 'BLOOMSBURY'`.execute(trx);
        return [posts, postings, own].map(({ numAffectedRows }) => Number(numAffectedRows));
      });
    expect(changed).toEqual([0, 0, 1]);
    await expect(bring(FILES, inspector)).rejects.toThrow('does not allow you to change postings');
    await expect(bring(FILES, personWith('inspector', { unit: UNIT, borough: ISLINGTON, ward: null }))).rejects.toThrow(
      'does not allow',
    );
  });

  it('takes absences from somebody who writes duties of the whole unit, and from nobody else', async () => {
    const absences = { 'a.csv': 'officer,kind,first_day\nA,absent,2024-02-01\n' };
    const commander = personWith('command', { unit: UNIT, borough: null, ward: null });
    expect(await bring(absences, commander)).toMatchObject({
      kind: 'refused',
      refusals: [{ sentence: expect.stringContaining('only somebody who writes duties') }],
    });
    expect(await bring(absences, actingFor('inspector'))).toMatchObject({ kind: 'imported' });
    expect((await postBook(as(actingFor('inspector')), null)).absences).toHaveLength(1);
  });

  it('lays no made-up book over a real one', async () => {
    expect(await bring({ ...MADE_UP, ...FILES })).toMatchObject({
      kind: 'refused',
      refusals: [{ sentence: expect.stringContaining('hold a real book') }],
    });
  });

  it('finds in the records what somebody wrote meanwhile', async () => {
    await expect(
      kept.records.transaction().execute((trx) => sql`update organisation.posting set fraction = 1.1`.execute(trx)),
    ).rejects.toMatchObject({ constraint: 'no_officer_is_posted_above_one' });
  });
});
