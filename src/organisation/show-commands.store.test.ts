import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { somebody } from '../../test/builders/approvers.ts';
import { type EmptyRecords, emptyRecords } from '../../test/builders/records.ts';
import { runCommands } from '../../test/builders/run-commands.ts';
import { testPlatform } from '../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../geography/service.ts';
import { ensureReferenceUnit } from './service.ts';
import { showCommands } from './show-commands.ts';

const BLOOMSBURY = 'E05013653';
let opened: EmptyRecords;
beforeAll(async () => {
  opened = await emptyRecords();
  const system = { ...testPlatform(opened.database), records: opened.records };
  await ensureReferenceAreas(system);
  await ensureReferenceUnit(system);
  await holdBook();
});
afterAll(() => opened.close());

/** Bloomsbury with one of its two constables, a PCSO from March on, a course and a change. */
async function holdBook(): Promise<void> {
  await sql`insert into organisation.post (reference, unit, title, rank, strand, team, duty, full_time_equivalents,
      borough_codes, ward_codes, boundary_version, ward_class, moved_from, expected_filled, during)
    select reference, 'Central North', 'Ward', rank, 'neighbourhoods', 'Bloomsbury', 'ward', 1, '{E09000007}',
      array[${BLOOMSBURY}], 'wards-2022', 'floor', 'Response', '2026-06-01', '[2026-01-01,)'
    from (values ('F1', 'Constable'), ('F2', 'Constable'), ('P1', 'PCSO')) as v (reference, rank)`.execute(
    opened.records,
  );
  await sql`insert into organisation.post_share (post, borough_code, fraction, during)
    select id, 'E09000007', 1, during from organisation.post`.execute(opened.records);
  await sql`insert into organisation.officer (reference, unit, name)
    values ('A1', 'Central North', 'Anna'), ('B2', 'Central North', 'Ben')`.execute(opened.records);
  await sql`insert into organisation.officer_rank (officer, rank, during)
    select id, case reference when 'A1' then 'Constable' else 'PCSO' end, '[2020-01-01,)' from organisation.officer`.execute(
    opened.records,
  );
  await sql`insert into organisation.posting (officer, post, fraction, during, kind)
    select o.id, p.id, 1, case o.reference when 'A1' then daterange('2026-01-01', null) else daterange('2026-03-01', null) end,
      'posting'
    from organisation.officer o join organisation.post p on (o.reference, p.reference) in (('A1', 'F1'), ('B2', 'P1'))`.execute(
    opened.records,
  );
  await sql`insert into organisation.course (unit, reference, title, required_of_everyone, during)
    values ('Central North', 'SAFE', 'Officer safety', true, '[2020-01-01,)')`.execute(opened.records);
  await sql`insert into organisation.training (officer, course, completed_on)
    select o.id, c.id, '2025-01-01' from organisation.officer o, organisation.course c where o.reference = 'A1'`.execute(
    opened.records,
  );
  await sql`insert into organisation.establishment_change (unit, reference, title, begins, completes, promised)
    values ('Central North', 'MORE', 'More officers', '2026-01-01', '2026-02-01', 4)`.execute(opened.records);
}

const run = (...args: string[]) =>
  runCommands(
    (program, open, output) =>
      showCommands(
        program.command('organisation'),
        { open, output },
        {
          floorOn: () => ({ dwo: 2, pcso: 1 }),
          demandShares: async () =>
            new Map([
              ['E09000007', 0.5],
              ['E09000019', 0.5],
            ]),
        },
      ),
    testPlatform(opened.database, { principal: somebody('a', 'command'), now: new Date('2026-04-01T12:00:00Z') }),
    ['organisation', ...args],
  );

test('show answers today for the unit, a borough or a ward, within 100 columns', async () => {
  const unit = await run('show');
  expect([unit.exitCode, unit.errors, unit.closed]).toEqual([0, [], 1]);
  expect(unit.lines[0]).toBe(
    'Central North as at 1 April 2026: 3 posts, 3 full-time equivalents; 2 filled by 2 people, 1 vacant.',
  );
  expect(Math.max(...unit.lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(unit.lines.join(' ')).toContain('Camden has 50.0% of demand and 100.0% of posts');
  const ward = await run('show', '--ward', 'bloomsbury', '--as-at', '2026-02-01', '--json');
  expect(ward.json).toMatchObject({
    name: 'Bloomsbury',
    asAt: '2026-02-01',
    unit: { establishment: 3, people: { strength: 1, vacancy: 2 } },
    wards: [{ code: BLOOMSBURY, dwo: { floor: 2, posted: { whole: 1, heads: 1 }, below: { posted: true } } }],
    balance: null,
  });
  expect((await run('show', '--borough', 'Islington', '--json')).json).toMatchObject({ unit: { posts: 0 } });
});

test('floor names every run of days', async () => {
  const { json } = await run('floor', '--from', '2026-02-15', '--to', '2026-03-31', '--json');
  const breaches = (
    json as { breaches: { ward: string; kind: string; measured: string; from: string; to: string }[] }
  ).breaches
    .filter(({ ward, measured }) => ward === 'Bloomsbury' && measured === 'posted')
    .map(({ kind, from, to }) => [kind, from, to]);
  expect(breaches).toEqual([
    ['dwo', '2026-02-15', '2026-03-31'],
    ['pcso', '2026-02-15', '2026-02-28'],
  ]);
  expect((await run('floor', '--from', '2026-02-15')).lines[0]).toContain('from 15 February 2026 to 1 April 2026');
});

test('changes, rollout and skills answer from the same book', async () => {
  const changes = await run('changes');
  expect(changes.lines.join(' ')).toContain('More officers (MORE): complete; 4 promised, 3 gained, 1 outstanding.');
  expect((await run('rollout', '--officers', '1')).lines[0]).toBe(
    'As at 1 April 2026, 1 of 37 wards has its first officer.',
  );
  const pcsos = await run('rollout', '--pcsos', '1', '--since', '2026-02', '--json');
  expect((pcsos.json as { through: { there: number }[] }).through.map(({ there }) => there)).toEqual([0, 1, 1]);
  const skills = await run('skills', '--json');
  expect(skills.json).toMatchObject({ courses: [{ everybody: { required: 2, held: 1, never: 1 } }] });
  const who = await run('skills', '--course', 'safe', '--team', 'Bloomsbury', '--json');
  expect(who.json).toMatchObject({ course: 'SAFE', officers: [{ reference: 'A1' }] });
});

test.each([
  [['show', '--as-at', '2026-02-30'], '"2026-02-30" is not a date'],
  [['show', '--ward', 'Nowhere'], 'Central North has no ward "Nowhere"'],
  [['show', '--ward', 'Bloomsbury', '--borough', 'Camden'], 'not for both'],
  [['show', '--unit', 'Nowhere'], 'There is no command unit "Nowhere"'],
  [['floor', '--from', '2026-05-01'], 'is before the first'],
  [['changes', '--from', '2026-05-01'], 'is before 2026-05-01'],
  [['rollout', '--officers', '0'], 'write a whole number from 1'],
  [['rollout', '--officers', '2', '--pcsos', '1'], 'not for both'],
  [['rollout', '--since', '2026'], 'is not a month'],
  [['skills', '--team', 'Bloomsbury'], 'Say which course'],
  [['skills', '--course', 'NONE'], 'Known: SAFE'],
])('wrong usage is one sentence and exit code 2: %j', async (args, sentence) => {
  const { errors, exitCode, lines } = await run(...args);
  expect([exitCode, lines]).toEqual([2, []]);
  expect(errors).toEqual([expect.stringContaining(sentence)]);
});
