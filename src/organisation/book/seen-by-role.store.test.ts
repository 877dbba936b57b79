import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeStores } from '../../../test/builders/records.ts';
import { type Act, claimOf, may, type Principal, ROLES } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { touchedPlaces } from '../postings/touched-places.ts';

const UNITS = ['Central North', 'Central East'];
const BOROUGHS = ['E09000007', 'E09000019'];
const WARDS = ['E05013652', 'E05013699'];

interface Laid {
  unit: string;
  boroughs: string[];
  wards: string[];
  /** Numbers of the officers posted there. */
  officers: number[];
}

const OFFICERS = 12;
/** Posts of every kind of place, with random officers of their unit; the even numbers are the first unit's. */
const posts: Laid[] = fc
  .sample(
    fc.record({
      unit: fc.nat(1),
      boroughs: fc.subarray(BOROUGHS),
      wards: fc.subarray(WARDS),
      officers: fc.uniqueArray(fc.nat(OFFICERS / 2 - 1), { maxLength: 2 }),
    }),
    { seed: 5, numRuns: 40 },
  )
  .map(({ unit, officers, ...rest }) => ({
    ...rest,
    unit: UNITS[unit] ?? '',
    officers: officers.map((each) => each * 2 + unit),
  }));

const principals: fc.Arbitrary<Principal> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Principal>({ kind: 'visitor' }) },
  { weight: 1, arbitrary: fc.constant<Principal>({ kind: 'operator', name: 'anna', as: null }) },
  {
    weight: 12,
    arbitrary: fc
      .array(
        fc.record({
          role: fc.constantFrom(...ROLES),
          unit: fc.constantFrom(...UNITS),
          borough: fc.option(fc.constantFrom(...BOROUGHS), { freq: 2 }),
          ward: fc.option(fc.constantFrom(...WARDS), { freq: 1 }),
        }),
        { minLength: 1, maxLength: 2 },
      )
      .map(
        (held): Principal => ({
          kind: 'person',
          person: 'person:a',
          grants: held.map(({ role, unit, borough, ward }) => ({
            role,
            scope: { unit, borough, ward: borough === null ? null : ward },
            organisation: null,
          })),
          demonstration: false,
          steppedUp: true,
        }),
      ),
  },
);

async function layOut(records: Records): Promise<void> {
  await records.transaction().execute(async (trx) => {
    for (const unit of UNITS)
      await sql`insert into organisation.command_unit (name, force, source) values (${unit}, 'Force', '')`.execute(trx);
    for (let officer = 0; officer < OFFICERS; officer += 1) {
      const unit = UNITS[officer % 2];
      await sql`insert into organisation.officer (reference, unit, name) values (${officer}, ${unit}, 'Officer')`.execute(
        trx,
      );
    }
    for (const [at, { unit, boroughs, wards }] of posts.entries())
      await sql`insert into organisation.post (reference, unit, title, rank, strand, duty, full_time_equivalents,
          borough_codes, ward_codes, boundary_version, during)
        values (${at}, ${unit}, 'Post', 'Constable', 'neighbourhoods', 'ward', 1, ${boroughs}::text[], ${wards}::text[],
          'wards-2022', '[2024-01-01,)')`.execute(trx);
    for (const [at, { officers }] of posts.entries())
      for (const officer of officers)
        await sql`insert into organisation.posting (officer, post, fraction, during, kind)
          select officer.id, post.id, 0.01, post.during, 'posting' from organisation.officer, organisation.post
          where officer.reference = ${officer}::text and post.reference = ${at}::text`.execute(trx);
    await sql`insert into organisation.absence (officer, kind, during)
      select id, 'absent', '[2024-02-01,)' from organisation.officer`.execute(trx);
    await sql`insert into organisation.officer_rank (officer, rank, during)
      select id, 'Constable', '[2024-01-01,)' from organisation.officer`.execute(trx);
    await sql`insert into organisation.course (unit, reference, title, during)
      select name, name, 'Course', '[2024-01-01,)' from organisation.command_unit`.execute(trx);
    await sql`insert into organisation.training (officer, course, completed_on)
      select officer.id, course.id, '2024-03-01' from organisation.officer join organisation.course
        on course.unit = officer.unit`.execute(trx);
    await sql`insert into organisation.post_share (post, borough_code, fraction, during)
      select id, ${BOROUGHS[0]}, 0.5, during from organisation.post`.execute(trx);
  });
}

/** What somebody sees and may change, as numbers of posts and officers; all of what was changed is taken back. */
async function seen(records: Records) {
  const asked = {
    posts: sql`select reference as n from organisation.post`,
    shares: sql`select reference as n from organisation.post_share join organisation.post on post.id = post`,
    postings: sql`select distinct post.reference as n from organisation.posting join organisation.post on post.id = post`,
    officers: sql`select reference as n from organisation.officer`,
    ranks: sql`select reference as n from organisation.officer_rank join organisation.officer on officer.id = officer`,
    training: sql`select reference as n from organisation.training join organisation.officer on officer.id = officer`,
    absences: sql`select reference as n from organisation.absence join organisation.officer on officer.id = officer`,
    'changed posts': sql`update organisation.post set title = 'x' returning reference as n`,
    'changed shares': sql`with x as (update organisation.post_share set fraction = 0.4 returning post)
      select reference as n from x join organisation.post on post.id = x.post`,
    'changed postings': sql`with x as (update organisation.posting set kind = 'acting' returning post)
      select distinct reference as n from x join organisation.post on post.id = x.post`,
    'changed officers': sql`update organisation.officer set name = 'x' returning reference as n`,
    'changed absences': sql`with x as (update organisation.absence set kind = 'adjusted-duties' returning officer)
      select reference as n from x join organisation.officer on officer.id = x.officer`,
  };
  const found: Record<string, number[]> = {};
  const undone = new Error('undone');
  const asking = records.transaction().execute(async (trx) => {
    for (const [what, query] of Object.entries(asked)) {
      const { rows } = await (query as ReturnType<typeof sql<{ n: string }>>).execute(trx);
      found[what] = rows.map(({ n }) => Number(n)).sort((a, b) => a - b);
    }
    throw undone;
  });
  await expect(asking).rejects.toBe(undone);
  return found;
}

/** The same by may(), post by post. */
function expected(principal: Principal) {
  const mayAt = (post: Laid, module: 'postings' | 'duties', act: Act) =>
    touchedPlaces(post).some((place) => may(principal, { module, act, place }, []));
  const wholly = (officer: number, act: Act) =>
    may(principal, { module: 'postings', act, place: { unit: UNITS[officer % 2] } }, []);
  const numbers = (keep: (post: Laid) => boolean) => posts.flatMap((post, at) => (keep(post) ? [at] : []));
  const officers = (keep: (officer: number) => boolean) =>
    Array.from({ length: OFFICERS }, (_, officer) => officer).filter(keep);
  const posted = (officer: number, keep: (post: Laid) => boolean) =>
    posts.some((post) => post.officers.includes(officer) && keep(post));
  const reads = (post: Laid) => mayAt(post, 'postings', 'read');
  const writes = (post: Laid) => mayAt(post, 'postings', 'write');
  const known = officers((officer) => wholly(officer, 'read') || posted(officer, reads));
  const absent = (act: Act) =>
    officers((officer) => posted(officer, (post) => reads(post) && mayAt(post, 'duties', act)));
  return {
    posts: numbers(reads),
    shares: numbers(reads),
    postings: numbers((post) => reads(post) && post.officers.length > 0),
    officers: known,
    ranks: known,
    training: known,
    absences: absent('read'),
    'changed posts': numbers(writes),
    'changed shares': numbers(writes),
    'changed postings': numbers((post) => writes(post) && post.officers.length > 0),
    'changed officers': officers((officer) => wholly(officer, 'write')),
    'changed absences': absent('write'),
  };
}

describeStores('the rows of a post book', (open) => {
  it('are seen and changed by each role where may() says so of their post, and nowhere else', async () => {
    const { records, database, close } = await open();
    await layOut(records);
    const partly = new Set<string>();
    await fc.assert(
      fc.asyncProperty(principals, async (principal) => {
        const found = await seen(database.actingAs(claimOf(principal)));
        const due = expected(principal);
        expect(found).toEqual(due);
        for (const [what, rows] of Object.entries(due)) {
          const all = /posts|shares|postings/.test(what) ? posts.length : OFFICERS;
          if (rows.length > 0 && rows.length < all) partly.add(what);
        }
      }),
      { seed: 18, numRuns: 50 },
    );
    // Of every kind somebody saw, or changed, some rows and not others.
    expect([...partly].sort()).toEqual(Object.keys(expected({ kind: 'visitor' })).sort());
    // A planted policy that shows a visitor the postings is found out.
    await sql`create policy planted on organisation.posting for select using (true)`.execute(records);
    await sql`create policy planted on organisation.post for select using (true)`.execute(records);
    const visitor: Principal = { kind: 'visitor' };
    expect(await seen(database.actingAs(claimOf(visitor)))).not.toEqual(expected(visitor));
    await sql`drop policy planted on organisation.posting`.execute(records);
    await sql`drop policy planted on organisation.post`.execute(records);
    await close();
  });
});
