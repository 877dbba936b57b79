import { sql } from 'kysely';
import type { Records } from '../../src/platform/database/index.ts';
import { CAMDEN, ISLINGTON, UNIT } from './each-principal.ts';

/** Wards of two boroughs, of the ward set of 2022. */
export const BLOOMSBURY = 'E05013653';
export const BUNHILL = 'E05013699';

/** Keys of what is laid out, as they are given to empty records. */
export interface PostedOfficers {
  posts: Record<string, number>;
  officers: Record<string, number>;
  postings: Record<string, number>;
  assets: Record<string, number>;
}

interface Post {
  reference: string;
  rank?: string;
  borough: string | null;
  ward?: string;
}

const POSTS: readonly Post[] = [
  { reference: 'BLO-1', borough: CAMDEN, ward: BLOOMSBURY },
  { reference: 'BLO-2', borough: CAMDEN, ward: BLOOMSBURY },
  { reference: 'BLO-3', borough: CAMDEN, ward: BLOOMSBURY },
  { reference: 'BUN-1', borough: ISLINGTON, ward: BUNHILL },
  { reference: 'BUN-2', borough: ISLINGTON, ward: BUNHILL },
  { reference: 'CAM-FAITH', borough: CAMDEN },
  { reference: 'ISL-FAITH', borough: ISLINGTON },
  { reference: 'ISL-SGT', rank: 'Sergeant', borough: ISLINGTON },
  { reference: 'UNIT-1', borough: null },
];

/** Constables by number, with the post that each holds wholly from 1 January 2026. */
const OFFICERS: Record<string, { name: string; post: string | null }> = {
  '101': { name: 'Ana Cole', post: 'BLO-1' },
  '102': { name: 'Ben Okafor', post: 'BLO-2' },
  '201': { name: 'Cai Evans', post: 'BUN-1' },
  '202': { name: 'Dee Marsh', post: 'BUN-2' },
  '301': { name: 'Eve Stone', post: null },
};

/**
 * A small book: two wards with two constables each, a third post in Bloomsbury, posts of boroughs and of the unit, an
 * officer without a posting, a van and a hall.
 * @param records Wardroom's own handle on empty records
 */
export async function postOfficers(records: Records, { synthetic = false } = {}): Promise<PostedOfficers> {
  await records.transaction().execute(async (trx) => {
    await sql`insert into organisation.command_unit (name, force, source) values (${UNIT}, 'Force', '')
      on conflict do nothing`.execute(trx);
    for (const post of POSTS) await insertPost(trx, post, synthetic);
    for (const [number, { name, post }] of Object.entries(OFFICERS)) {
      await sql`insert into organisation.officer (reference, unit, name, synthetic)
        values (${number}, ${UNIT}, ${name}, ${synthetic})`.execute(trx);
      await sql`insert into organisation.officer_rank select id, 'Constable', '[2020-01-01,)' from organisation.officer
        where reference = ${number}`.execute(trx);
      await sql`insert into organisation.posting (officer, post, fraction, during, kind)
        select officer.id, post.id, 1, '[2026-01-01,)', 'posting' from organisation.officer, organisation.post
        where officer.reference = ${number} and post.reference = ${post}`.execute(trx);
    }
    await sql`insert into organisation.asset (unit, reference, kind, name, borough_code, during, synthetic) values
      (${UNIT}, 'VAN-1', 'vehicle', 'Patrol van', ${CAMDEN}, '[2026-01-01,)', ${synthetic}),
      (${UNIT}, 'HALL-1', 'building', 'Parade hall', ${ISLINGTON}, '[2026-01-01,)', ${synthetic})`.execute(trx);
  });
  return {
    posts: await keysOf(records, sql`select reference as name, id from organisation.post`),
    officers: await keysOf(records, sql`select reference as name, id from organisation.officer`),
    postings: await keysOf(
      records,
      sql`select officer.reference as name, posting.id from organisation.posting
        join organisation.officer on officer.id = posting.officer`,
    ),
    assets: await keysOf(records, sql`select reference as name, id from organisation.asset`),
  };
}

/** A post of a ward, of a borough or of the unit. */
async function insertPost(trx: Records, { reference, rank = 'Constable', borough, ward }: Post, synthetic: boolean) {
  const of =
    ward === undefined
      ? { title: 'Faith officer', duty: 'pan-borough', wards: [], set: null, class: null }
      : { title: 'Dedicated ward officer', duty: 'ward', wards: [ward], set: 'wards-2022', class: 'floor' };
  const boroughs = borough === null ? [] : [borough];
  await sql`insert into organisation.post (reference, unit, title, rank, strand, duty, full_time_equivalents,
      borough_codes, ward_codes, boundary_version, ward_class, during, synthetic)
    values (${reference}, ${UNIT}, ${of.title}, ${rank}, 'neighbourhoods', ${of.duty}, 1, ${boroughs}::text[],
      ${of.wards}::text[], ${of.set}, ${of.class}, '[2022-05-05,)', ${synthetic})`.execute(trx);
  for (const each of boroughs)
    await sql`insert into organisation.post_share select id, ${each}, 1, during from organisation.post
      where reference = ${reference}`.execute(trx);
}

async function keysOf(records: Records, query: ReturnType<typeof sql>): Promise<Record<string, number>> {
  const { rows } = await records.transaction().execute((trx) => query.execute(trx));
  return Object.fromEntries((rows as { name: string; id: unknown }[]).map(({ name, id }) => [name, Number(id)]));
}
