import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CAMDEN, personWith, UNIT } from '../../test/builders/each-principal.ts';
import { type EmptyRecords, emptyRecords } from '../../test/builders/records.ts';
import { runCommands, type Said } from '../../test/builders/run-commands.ts';
import { testPlatform } from '../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../geography/service.ts';
import { checkCommands } from './check-commands.ts';
import { checkUnit } from './check-service.ts';
import { ensureReferenceUnit } from './service.ts';

const floorOn = () => ({ dwo: 2, pcso: 1 });

let opened: EmptyRecords;
beforeAll(async () => {
  opened = await emptyRecords();
  const system = { ...testPlatform(opened.database), records: opened.records };
  await ensureReferenceAreas(system);
  await ensureReferenceUnit(system);
});
afterAll(() => opened.close());

const run = (...args: string[]): Promise<Said> =>
  runCommands(
    (program, open, output) => checkCommands(program.command('organisation'), { open, output }, { floorOn }),
    testPlatform(opened.database),
    ['organisation', 'check', ...args],
  );

const addPosts = (values: string) =>
  sql`insert into organisation.post (reference, unit, title, rank, strand, duty, full_time_equivalents, borough_codes,
    ward_codes, boundary_version, leads_borough, leads_strand, during) values ${sql.raw(values)}`.execute(
    opened.records,
  );

it('breaks nothing of which nothing is recorded, and says what to import', async () => {
  const said = await run('--as-at', '2026-03-01');
  expect(said.exitCode).toBe(0);
  expect(said.lines.slice(0, 2).join(' ')).toMatch(
    /^Central North: No rule is broken on 1 March 2026\. No rules are kept and 24 rules cannot be judged/,
  );
  expect(said.lines.join(' ')).toContain('No posts of Central North are recorded: import its book.');
});

it('lists what is broken with its days, by rule, and ends with 1', async () => {
  await addPosts(`('CS', 'Central North', 'Commander', 'Chief Superintendent', 'neighbourhoods', 'leadership', 1, '{}', '{}',
      null, null, null, '[2024-01-01,)'),
    ('CS-2', 'Central North', 'Commander', 'Chief Superintendent', 'neighbourhoods', 'leadership', 1, '{}', '{}',
      null, null, null, '[2026-02-15,2026-04-01)'),
    ('SGT', 'Central North', 'Ward sergeant', 'Sergeant', 'neighbourhoods', 'ward', 1, '{E09000007}',
      '{E05013653,E05013660}', 'wards-2022', null, null, '[2024-01-01,)')`);
  await sql`insert into organisation.post_share (post, borough_code, fraction, during)
    select id, 'E09000007', 1, during from organisation.post where reference = 'SGT'`.execute(opened.records);
  const said = await run('--as-at', '2026-03-01', '--unit', 'central north', '--json');
  expect(said.exitCode).toBe(1);
  expect(said.json).toMatchObject({ asAt: '2026-03-01', kept: expect.arrayContaining(['cluster-whole']) });
  const { broken } = said.json as { broken: Record<string, unknown>[] };
  expect(broken.filter(({ rule }) => rule === 'one-chief-superintendent')).toEqual([
    {
      rule: 'one-chief-superintendent',
      where: 'Central North',
      from: '2026-02-15',
      to: '2026-03-31',
      sentence: 'Central North has 2 posts of chief superintendent and needs exactly one: end the others.',
    },
  ]);
  const lines = (await run('--as-at', '2026-03-01')).lines;
  expect(lines).toContain('one-chief-superintendent: The unit is led by exactly one chief superintendent.');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
});

it('knows from the list of neighbours that two wards of a sergeant lie apart', async () => {
  const { check } = await checkUnit(testPlatform(opened.database), { unit: null, asAt: '2026-03-01', floorOn });
  expect(check.broken.filter(({ rule }) => rule === 'sergeant-spans-two-wards')).toMatchObject([{ where: 'SGT' }]);
});

it('answers wrong usage with one sentence and 2', async () => {
  expect(await run('--as-at', '2026-02-30')).toMatchObject({
    exitCode: 2,
    opened: 0,
    errors: ['"2026-02-30" is not a date: write it as 2026-03-01.'],
  });
  expect(await run('--unit', 'Nowhere')).toMatchObject({ exitCode: 2, opened: 1, closed: 1 });
});

it('says nothing of the whole unit to who sees a part of it, and nothing at all to who sees none', async () => {
  const asked = { unit: null, asAt: '2026-03-01', floorOn };
  const sergeant = personWith('sergeant', { unit: UNIT, borough: CAMDEN, ward: 'E05013653' });
  const { book, check } = await checkUnit(testPlatform(opened.database, { principal: sergeant }), asked);
  expect(book.whole).toBe(false);
  expect(check.broken.map(({ rule }) => rule)).toEqual(['sergeant-spans-two-wards']);
  const visitor = testPlatform(opened.database, { principal: { kind: 'visitor' } });
  await expect(checkUnit(visitor, asked)).rejects.toMatchObject({ name: 'SignInNeeded' });
});
