import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { guarded, type Principal, personOf } from '../access/index.ts';
import type { Role } from '../access/model.ts';
import type { Platform } from '../platform.ts';
import { aloneOf } from './alone-of.ts';
import { auditUsers, usersRole } from './audit-users.ts';
import { type ApproversFound, lockGrant, lockGrants, readApprovers, writeApproval } from './grant-store.ts';
import { readHolders } from './holder-store.ts';
import { isLettingInASecond } from './is-letting-in-a-second.ts';
import type { Approval, Holder, PersonId, Refused, RoleGrant } from './model.ts';
import { because } from './sign-in-words.ts';
import { whoActs, whoSits } from './who-acts.ts';

const users = { module: 'users' } as const;

/** Who may approve today, and whether somebody may alone. */
export const approvalToday = guarded(
  { name: 'users.approval', act: 'read', ...users },
  ({ records, now }: Platform): Promise<Approval> =>
    records.transaction().execute(async (trx) => {
      const found = await readApprovers(trx, todayInLondon(now()));
      return { alone: aloneOf(found), approvers: found.approvers };
    }),
);

/** What is known of people who wait for a role, for whoever is to approve it. */
export const holdersOf = guarded(
  { name: 'users.holders', act: 'read', ...users },
  ({ records }: Platform, people: readonly PersonId[]): Promise<readonly Holder[]> =>
    records.transaction().execute((trx) => readHolders(trx, people)),
);

/**
 * Approves a proposed role as a second person: not who proposed it, not who would hold it, and not at the command line of
 * who proposed it there, whichever names were given. Only for a holder who has signed in with a second factor.
 */
export const approveRole = guarded(
  { name: 'users.approve-role', act: 'approve', ...users },
  (platform: Platform, grant: string): Promise<{ kind: 'done'; grant: RoleGrant } | Refused> =>
    approve(platform, grant, false),
);

/**
 * Approves the role of a second person alone, never one's own: the first administrator, until a second person who may
 * approve has ever existed; and the owner of the data folder, when all who may approve are gone.
 */
export const approveRoleAlone = guarded(
  { name: 'users.approve-role-alone', act: 'write', ...users },
  (platform: Platform, grant: string): Promise<{ kind: 'done'; grant: RoleGrant } | Refused> =>
    approve(platform, grant, true),
);

async function approve(
  { records, now, principal, actor }: Platform,
  id: string,
  alone: boolean,
): Promise<{ kind: 'done'; grant: RoleGrant } | Refused> {
  const by = whoActs(principal);
  return records.transaction().execute(async (trx) => {
    await lockGrants(trx);
    const grant = await lockGrant(trx, id);
    if (grant === null)
      return because(null, `There is no role ${id}: "wardroom user waiting" lists those that wait, with their ids.`);
    if (grant.state !== 'proposed')
      return because(null, 'That role waits for nobody: it was approved or declined before.');
    const found = await readApprovers(trx, todayInLondon(now()));
    const problem = alone ? aloneProblem(principal, grant, found) : secondPersonProblem(principal, grant, found);
    if (problem !== null) return because(null, problem);
    const [holder] = await readHolders(trx, [grant.person]);
    if (holder?.proven !== true) return because(null, NOT_PROVEN);
    const approval = { by, through: whoSits(principal), at: now(), alone };
    if (!(await writeApproval(trx, id, approval))) return because(null, 'Somebody approved it a moment ago.');
    const action = alone ? 'users.approve-role-alone' : 'users.approve-role';
    const role = usersRole(principal, alone ? 'write' : 'approve');
    const detail: { role: Role; alone: boolean } = { role: grant.role, alone };
    await auditUsers(trx, { actor, role, action, subject: id, whom: grant.person, detail });
    return { kind: 'done', grant: { ...grant, state: 'approved', approvedBy: by, approvedAt: approval.at, alone } };
  });
}

function secondPersonProblem(principal: Principal, grant: RoleGrant, { approvers }: ApproversFound): string | null {
  const by = whoActs(principal);
  if (by === grant.proposedBy) return 'You proposed this role yourself: a second person must approve it.';
  if (by === grant.person) return 'This role would be yours: somebody else must approve it.';
  const through = whoSits(principal);
  if (through !== null && through === grant.proposedThrough)
    return 'You proposed this role at the command line, so you approve it in no name: a second person must, on the page of roles that wait or from their own account of this machine.';
  if (!approvers.includes(by))
    return 'Approving takes a second person who may approve roles: on the command line, name them with --as.';
  return null;
}

function aloneProblem(principal: Principal, grant: RoleGrant, found: ApproversFound): string | null {
  if (!mayActAlone(principal, found)) return 'A second person must approve this role: nobody may do so alone any more.';
  return isLettingInASecond(grant, whoActs(principal))
    ? null
    : 'Alone you can approve Command and Administrator only, and for somebody else: they approve the rest.';
}

function mayActAlone(principal: Principal, found: ApproversFound): boolean {
  const first = aloneOf(found);
  if (first !== null && personOf(principal) === first) return true;
  const ownerOfTheFolder = principal.kind === 'operator' && principal.as === null;
  return ownerOfTheFolder && found.secondEver && found.approvers.length === 0;
}

const NOT_PROVEN =
  'They have not signed in with a second factor yet: approve the role once they have, and say so themselves.';
