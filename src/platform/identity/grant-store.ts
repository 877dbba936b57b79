import { sql } from 'kysely';
import { z } from 'zod';
import { ROLES } from '../access/model.ts';
import type { Records } from '../database/index.ts';
import type { PersonId, RoleGrant } from './model.ts';

const grantRow = z
  .object({
    id: z.string(),
    person: z.string(),
    role: z.enum(ROLES),
    unit: z.string(),
    borough: z.string().nullable(),
    ward: z.string().nullable(),
    organisation: z.string().nullable(),
    from: z.string(),
    until: z.string().nullable(),
    proposedBy: z.string(),
    proposedThrough: z.string().nullable(),
    proposedAt: z.date(),
    approvedBy: z.string().nullable(),
    approvedAt: z.date().nullable(),
    alone: z.boolean(),
    endedBy: z.string().nullable(),
    endedAt: z.date().nullable(),
    endReason: z.string().nullable(),
  })
  .transform(
    ({ unit, borough, ward, ...row }): RoleGrant => ({ ...row, scope: { unit, borough, ward }, state: stateOf(row) }),
  );

function stateOf({ approvedAt, endedAt }: { approvedAt: Date | null; endedAt: Date | null }): RoleGrant['state'] {
  if (endedAt !== null) return approvedAt === null ? 'declined' : 'ended';
  return approvedAt === null ? 'proposed' : 'approved';
}

const COLUMNS = sql.raw(`id, person, role, unit, borough, ward, organisation, from_date as "from", until_date as until,
  proposed_by as "proposedBy", proposed_through as "proposedThrough",
  proposed_at as "proposedAt", approved_by as "approvedBy", approved_at as "approvedAt",
  alone, ended_by as "endedBy", ended_at as "endedAt", end_reason as "endReason"`);

/** Every grant the transaction may see, or one person's; newest proposal first. */
export async function readGrants(trx: Records, person: PersonId | null): Promise<RoleGrant[]> {
  const found = await sql`select ${COLUMNS} from identity.role_grant
    where ${person}::text is null or person = ${person}::text order by proposed_at desc, id`.execute(trx);
  return z.array(grantRow).parse(found.rows);
}

/** One grant, held until the transaction ends. */
export async function lockGrant(trx: Records, id: string): Promise<RoleGrant | null> {
  const found = await sql`select ${COLUMNS} from identity.role_grant where id = ${id} for update`.execute(trx);
  return z.array(grantRow).parse(found.rows)[0] ?? null;
}

/** One change of roles after another: what is checked stays so until the transaction ends. */
export async function lockGrants(trx: Records): Promise<void> {
  await sql`select pg_advisory_xact_lock(20150, 2)`.execute(trx);
}

/** Keeps a grant, proposed or, by Wardroom itself, approved. */
export async function insertGrant(trx: Records, grant: RoleGrant, mayApprove: boolean): Promise<void> {
  const { scope } = grant;
  await sql`insert into identity.role_grant (id, person, role, unit, borough, ward, organisation, may_approve, from_date,
      until_date, proposed_by, proposed_through, proposed_at, approved_by, approved_at, alone)
    values (${grant.id}, ${grant.person}, ${grant.role}, ${scope.unit}, ${scope.borough}, ${scope.ward},
      ${grant.organisation}, ${mayApprove}, ${grant.from}::date, ${grant.until}::date, ${grant.proposedBy},
      ${grant.proposedThrough}, ${grant.proposedAt}, ${grant.approvedBy}, ${grant.approvedAt}, ${grant.alone})`.execute(
    trx,
  );
}

/** @returns whether it was still to be approved */
export async function writeApproval(
  trx: Records,
  id: string,
  { by, through, at, alone }: { by: string; through: string | null; at: Date; alone: boolean },
): Promise<boolean> {
  const done = await sql`update identity.role_grant set approved_by = ${by}, approved_through = ${through},
      approved_at = ${at}, alone = ${alone}
    where id = ${id} and approved_at is null and ended_at is null`.execute(trx);
  return done.numAffectedRows === 1n;
}

/** Ends one grant, or all that a person holds or is proposed for. @returns how many */
export async function writeEnd(
  trx: Records,
  which: { id: string } | { person: PersonId },
  { by, at, reason }: { by: string; at: Date; reason: string },
): Promise<number> {
  const condition = 'id' in which ? sql`id = ${which.id}` : sql`person = ${which.person}`;
  const done = await sql`update identity.role_grant set ended_by = ${by}, ended_at = ${at}, end_reason = ${reason}
    where ended_at is null and ${condition}`.execute(trx);
  return Number(done.numAffectedRows ?? 0n);
}

/** Declines the roles that a person proposed and nobody has approved. @returns which, and for whom */
export async function declineProposalsOf(
  trx: Records,
  person: PersonId,
  { by, at, reason }: { by: string; at: Date; reason: string },
): Promise<{ grant: string; person: PersonId }[]> {
  const done = await sql`update identity.role_grant set ended_by = ${by}, ended_at = ${at}, end_reason = ${reason}
    where ended_at is null and approved_at is null and proposed_by = ${person}
    returning id as grant, person`.execute(trx);
  return z.array(z.object({ grant: z.string(), person: z.string() })).parse(done.rows);
}

/** Roles a person held on a day, for any part of it. */
export async function readRolesHeld(trx: Records, person: PersonId, day: string): Promise<RoleGrant[]> {
  const found = await sql`select ${COLUMNS} from identity.role_grant
    where person = ${person} and approved_at is not null
      and greatest(from_date, (approved_at at time zone 'Europe/London')::date) <= ${day}::date
      and (until_date is null or until_date >= ${day}::date)
      and (ended_at is null or (ended_at at time zone 'Europe/London')::date >= ${day}::date)
    order by from_date, id`.execute(trx);
  return z.array(grantRow).parse(found.rows);
}

/** Who may approve on a day, and whether a second person ever could. */
export interface ApproversFound {
  /** The first administrator, while they may sign in; null otherwise. */
  firstAdministrator: PersonId | null;
  /** Whether anybody but the first administrator was ever approved for a role that approves. */
  secondEver: boolean;
  approvers: PersonId[];
}

export async function readApprovers(trx: Records, day: string): Promise<ApproversFound> {
  const found = await sql`select
      (select id from identity.person where first_administrator and state = 'active') as "firstAdministrator",
      identity.any_approved(true, (select id from identity.person where first_administrator)) as "secondEver",
      array(select distinct g.person from identity.role_grant as g join identity.person as p on p.id = g.person
        where p.state = 'active' and identity.approves_on(g, ${day}::date) order by g.person) as approvers
  `.execute(trx);
  const row = z.object({
    firstAdministrator: z.string().nullable(),
    secondEver: z.boolean(),
    approvers: z.array(z.string()),
  });
  return row.parse(found.rows[0]);
}
