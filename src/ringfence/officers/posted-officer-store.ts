import { sql } from 'kysely';
import { z } from 'zod';
import { BOUNDARY_VERSIONS } from '../../geography/index.ts';
import type { Post, PostBook, Posting } from '../../organisation/index.ts';
import type { Place } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';

/** An officer with every posting of theirs. */
export interface PostedOfficer {
  /** Number in the records, never shown. */
  officer: number;
  /** Warrant or staff number. */
  reference: string;
  name: string;
  unit: string;
  synthetic: boolean;
  /** Their own posts and postings, and nobody else's. */
  book: Pick<PostBook, 'posts' | 'postings'>;
}

const heldRow = z.object({
  officer: z.coerce.number(),
  reference: z.string(),
  name: z.string(),
  unit: z.string(),
  synthetic: z.boolean(),
  post: z.string(),
  title: z.string(),
  rank: z.string(),
  duty: z.enum(['ward', 'pan-borough', 'leadership']),
  wardClass: z.enum(['floor', 'extra']).nullable(),
  wards: z.array(z.string()),
  boundaryVersion: z.enum(BOUNDARY_VERSIONS).nullable(),
  boroughs: z.array(z.string()),
  fraction: z.coerce.number(),
  kind: z.enum(['posting', 'rotation', 'acting']),
  from: z.string(),
  until: z.string().nullable(),
  returnsOn: z.string().nullable(),
});
type HeldRow = z.infer<typeof heldRow>;

/** Officers with their postings, by number; only those whose duties whoever acts reads. */
export async function readPostedOfficers(trx: Records, officers: readonly number[]): Promise<PostedOfficer[]> {
  const { rows } =
    await sql`select officer, officer_reference as reference, officer_name as name, officer_unit as unit, synthetic,
      post, title, rank, duty, ward_class as "wardClass", to_jsonb(ward_codes) as wards, boundary_version as "boundaryVersion",
      to_jsonb(borough_codes) as boroughs, fraction, kind, first_day as "from", until_day as until, returns_on as "returnsOn"
    from ringfence.postings_of(${[...officers]}::bigint[])`.execute(trx);
  const held = z.array(heldRow).parse(rows);
  const firsts = held.filter(({ officer }, index) => held[index - 1]?.officer !== officer);
  return firsts.map(({ officer, reference, name, unit, synthetic }) => {
    const own = held.filter((row) => row.officer === officer);
    return {
      officer,
      reference,
      name,
      unit,
      synthetic,
      book: { posts: own.map(postOf), postings: own.map(postingOf) },
    };
  });
}

const postingOf = ({ reference, post, fraction, from, until, kind, returnsOn }: HeldRow): Posting => ({
  officer: reference,
  post,
  fraction,
  during: { from, until },
  kind,
  returnsOn,
  fromUnit: null,
});

/** As far as the ring-fence asks about it; of days without a bound. */
const postOf = (row: HeldRow): Post => ({
  reference: row.post,
  title: row.title,
  rank: row.rank,
  strand: 'neighbourhoods',
  team: null,
  duty: row.duty,
  fullTimeEquivalents: 1,
  shares: row.boroughs.map((boroughCode) => ({ boroughCode, fraction: 1 / row.boroughs.length })),
  wards: row.wards,
  boundaryVersion: row.boundaryVersion,
  wardClass: row.wardClass,
  leadsBorough: null,
  leadsStrand: null,
  fundedBy: null,
  fundedUntil: null,
  movedFrom: null,
  expectedFilled: null,
  during: { from: row.from, until: null },
  source: '',
});

const whoseRow = z.object({ owner: z.string().nullable(), team: z.array(z.string()) });

/** Whose an officer's rows of a ward are: the person they are, and who leads the ward as its sergeant on a day. */
export async function readWhose(
  trx: Records,
  { officer, place, day }: { officer: number; place: number; day: string },
): Promise<Pick<Place, 'owner' | 'team'>> {
  const { rows } = await sql`select (select person from ringfence.account where officer = ${officer}) as owner,
    to_jsonb(ringfence.leads(${place}, ${day}::date)) as team`.execute(trx);
  const { owner, team } = whoseRow.parse(rows[0]);
  return { owner: owner ?? undefined, team };
}
