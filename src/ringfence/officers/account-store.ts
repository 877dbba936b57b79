import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import type { ActingOfficer, LinkedOfficer } from './model.ts';

const actingRow = z.object({
  officer: z.coerce.number(),
  reference: z.string(),
  name: z.string(),
  unit: z.string(),
});

/** Which officer the person is who acts, whatever their role shows them of the post book; null for nobody. */
export async function readActingOfficer(trx: Records): Promise<ActingOfficer | null> {
  const { rows } = await sql`select officer, reference, name, unit from ringfence.acting_officer()`.execute(trx);
  return rows[0] === undefined ? null : actingRow.parse(rows[0]);
}

const linkedRow = z
  .object({
    officer: z.coerce.number(),
    reference: z.string(),
    name: z.string(),
    rank: z.string(),
    wards: z.array(z.string()),
    synthetic: z.boolean(),
    person: z.string().nullable(),
    personName: z.string().nullable(),
    email: z.string().nullable(),
  })
  .transform(
    ({ person, personName, email, ...officer }): LinkedOfficer => ({
      ...officer,
      person: person === null ? null : { id: person, name: personName ?? '', email: email ?? '' },
    }),
  );

/** Officers posted to the wards of a unit on a day, sergeants among them, by number, with who they are. */
export async function readLinkedOfficers(trx: Records, unit: string, day: string): Promise<LinkedOfficer[]> {
  const { rows } =
    await sql`select distinct on (officer.reference) officer.id as officer, officer.reference, officer.name, post.rank,
      (select coalesce(jsonb_agg(area.name order by area.name), to_jsonb(post.ward_codes)) from geography.area
        where area.version = post.boundary_version and area.code = any (post.ward_codes)) as wards, officer.synthetic, linked.person, linked.name as "personName", linked.email
    from organisation.officer
      join organisation.posting on posting.officer = officer.id and posting.during @> ${day}::date
      join organisation.post on post.id = posting.post and post.duty = 'ward'
      left join ringfence.people_of(${unit}) as linked on linked.officer = officer.id
    where officer.unit = ${unit} order by officer.reference, posting.fraction desc, post.reference`.execute(trx);
  return z.array(linkedRow).parse(rows);
}

const officerRow = z.object({
  officer: z.coerce.number(),
  reference: z.string(),
  name: z.string(),
  unit: z.string(),
  synthetic: z.boolean(),
});

/** An officer by number in the records, or by warrant or staff number in a unit; null where none may be seen. */
export async function readOfficer(
  trx: Records,
  of: { officer: number } | { unit: string; reference: string },
): Promise<(ActingOfficer & { synthetic: boolean }) | null> {
  const which = 'officer' in of ? sql`id = ${of.officer}` : sql`unit = ${of.unit} and reference = ${of.reference}`;
  const { rows } =
    await sql`select id as officer, reference, name, unit, synthetic from organisation.officer where ${which}`.execute(
      trx,
    );
  return rows[0] === undefined ? null : officerRow.parse(rows[0]);
}

/** The person of an address; null where nobody of it signs in. */
export async function readPersonCalled(trx: Records, email: string, madeUp: boolean): Promise<string | null> {
  const { rows } = await sql<{
    person: string | null;
  }>`select ringfence.person_called(${email}, ${madeUp}) as person`.execute(trx);
  return rows[0]?.person ?? null;
}

/** Who an officer is linked with, and which officer a person is; both null where nobody. */
export async function readLinks(
  trx: Records,
  { officer, person }: { officer: number; person: string | null },
): Promise<{ personOf: string | null; officerOf: { reference: string; name: string } | null }> {
  const { rows } = await sql<{ person: string; officer: string; reference: string; name: string }>`
    select account.person, account.officer::text, coalesce(officer.reference, '') as reference, coalesce(officer.name, '') as name
    from ringfence.account left join organisation.officer on officer.id = account.officer
    where account.officer = ${officer} or account.person = ${person}::text`.execute(trx);
  const other = rows.find((row) => row.person === person);
  return {
    personOf: rows.find((row) => Number(row.officer) === officer)?.person ?? null,
    officerOf: other === undefined ? null : { reference: other.reference, name: other.name },
  };
}

/** Says which officer a person is. */
export async function insertLink(
  trx: Records,
  link: { officer: number; person: string; by: string; at: Date },
): Promise<void> {
  await sql`insert into ringfence.account (officer, person, linked_by, linked_at)
    values (${link.officer}, ${link.person}, ${link.by}, ${link.at}::timestamptz)`.execute(trx);
}

/** Says that nobody signs in as an officer. @returns the person who did; null where there was none, or none who may be unlinked */
export async function deleteLink(trx: Records, officer: number): Promise<string | null> {
  const { rows } = await sql<{
    person: string;
  }>`delete from ringfence.account where officer = ${officer} returning person`.execute(trx);
  return rows[0]?.person ?? null;
}
