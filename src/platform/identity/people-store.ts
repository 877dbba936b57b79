import { sql } from 'kysely';
import { z } from 'zod';
import { ROLES } from '../access/model.ts';
import type { Records } from '../database/index.ts';
import { foldEmail } from './fold-email.ts';
import type { Person, PersonId, PersonState } from './model.ts';

const personRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  organisation: z.string().nullable(),
  state: z.enum(['invited', 'active', 'disabled']),
  demonstration: z.boolean(),
  firstAdministrator: z.boolean(),
  createdAt: z.date(),
  version: z.number(),
});

const COLUMNS = sql.raw(`id, name, email, organisation, state, demonstration,
  first_administrator as "firstAdministrator", created_at as "createdAt", version`);

/** Everybody the transaction may see, by name. */
export async function readPeople(trx: Records): Promise<Person[]> {
  const found = await sql`select ${COLUMNS} from identity.person order by name, id`.execute(trx);
  return z.array(personRow).parse(found.rows);
}

/** By identity, or by e-mail in any capitals; null when there is none that the transaction may see. */
export async function readPerson(trx: Records, idOrEmail: string): Promise<Person | null> {
  const found = await sql`select ${COLUMNS} from identity.person
    where id = ${idOrEmail} or lower(email collate "C") = ${foldEmail(idOrEmail)}`.execute(trx);
  return z.array(personRow).parse(found.rows)[0] ?? null;
}

/** By e-mail in any capitals only, as it is typed to sign in. */
export async function readPersonByEmail(trx: Records, email: string): Promise<Person | null> {
  const found = await sql`select ${COLUMNS} from identity.person
    where lower(email collate "C") = ${foldEmail(email)}`.execute(trx);
  return z.array(personRow).parse(found.rows)[0] ?? null;
}

const offeredRow = z.object({ person: z.string(), role: z.enum(ROLES), email: z.string() });

/** The active made-up people with the role that Wardroom itself gave them, by address. */
export async function readOfferedPeople(trx: Records): Promise<z.infer<typeof offeredRow>[]> {
  const found = await sql`select person.id as person, given.role, person.email from identity.person
    join identity.role_grant given on given.person = person.id and given.proposed_by = 'wardroom' and given.ended_at is null
    where person.demonstration and person.state = 'active' order by person.email, given.id`.execute(trx);
  return z.array(offeredRow).parse(found.rows);
}

/** The person of an identity, held until the transaction ends. */
export async function lockPerson(trx: Records, id: PersonId): Promise<Person | null> {
  const found = await sql`select ${COLUMNS} from identity.person where id = ${id} for update`.execute(trx);
  return z.array(personRow).parse(found.rows)[0] ?? null;
}

export async function insertPerson(trx: Records, person: Person): Promise<void> {
  await sql`insert into identity.person
      (id, name, email, organisation, state, demonstration, first_administrator, created_at, version)
    values (${person.id}, ${person.name}, ${person.email}, ${person.organisation}, ${person.state},
      ${person.demonstration}, ${person.firstAdministrator}, ${person.createdAt}, ${person.version})`.execute(trx);
}

/** @returns whether the person still had that version */
export async function updatePerson(
  trx: Records,
  change: { person: PersonId; version: number; name: string; email: string; organisation: string | null },
): Promise<boolean> {
  const done = await sql`update identity.person
    set name = ${change.name}, email = ${change.email}, organisation = ${change.organisation}, version = version + 1
    where id = ${change.person} and version = ${change.version}`.execute(trx);
  return done.numAffectedRows === 1n;
}

export async function setPersonState(trx: Records, id: PersonId, state: PersonState): Promise<void> {
  await sql`update identity.person set state = ${state}, version = version + 1 where id = ${id}`.execute(trx);
}

/** Whether anybody is there who is not made up. */
export async function anyRealPerson(trx: Records): Promise<boolean> {
  const found = await sql`select 1 from identity.person where not demonstration limit 1`.execute(trx);
  return found.rows.length > 0;
}

/** Whether somebody else has an e-mail, in any capitals. */
export async function isEmailTaken(trx: Records, email: string, butFor: PersonId | null): Promise<boolean> {
  const found = await sql`select 1 from identity.person
    where lower(email collate "C") = ${foldEmail(email)} and id is distinct from ${butFor}::text`.execute(trx);
  return found.rows.length > 0;
}

/** Names by identity; of nobody, where nobody is signed in. */
export async function readNames(trx: Records, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await sql`select id, name from identity.names_of(${[...ids]}::text[])`.execute(trx);
  const rows = z.array(z.object({ id: z.string(), name: z.string() })).parse(found.rows);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
