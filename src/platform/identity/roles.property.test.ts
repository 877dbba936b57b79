import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { firstAdministrator, letIn, type SignInPlace, signInPlace, wholeUnit } from '../../../test/builders/people.ts';
import { emptyRecords } from '../../../test/builders/records.ts';
import { NotAllowed } from '../access/index.ts';
import { StatementError } from '../database/errors.ts';
import type { Database } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { addPerson, approveRole, approveRoleAlone, disablePerson, endRole, proposeRole } from './service.ts';

const OPERATOR = { kind: 'operator', name: 'anna', as: null } as const;
const PEOPLE = 3;
const person = fc.nat({ max: PEOPLE - 1 });
/** The operator is the actor after the last person. */
const actor = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat({ max: PEOPLE }) });
/** Counted back from the newest. */
const grant = fc.nat({ max: 3 });

/** What anybody may try, in any order. */
const operation = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('propose' as const),
      actor,
      person,
      role: fc.constantFrom('command', 'command', 'administrator', 'analyst'),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('approve' as const), actor, grant }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('approve-alone' as const), actor, grant }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('end' as const), actor, grant }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('disable' as const), actor, person }) },
  // Past the services: what somebody with the acting role's own rights could write.
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('write' as const), actor, grant, by: person, alone: fc.boolean() }),
  },
);
type Operation = typeof operation extends fc.Arbitrary<infer Each> ? Each : never;

/** The first administrator and others without a role; and a second who may approve, where asked. */
async function peopleAtWork(database: Database, second: boolean): Promise<{ place: SignInPlace; people: string[] }> {
  const place = await signInPlace(database);
  const people = [(await firstAdministrator(place)).person];
  for (let each = 1; each < PEOPLE; each += 1) {
    const asked = { name: `Person ${each}`, email: `p${each}@example.gov.uk`, organisation: null, firstUnit: '' };
    const added = await addPerson(place.as(OPERATOR), asked);
    if (added.kind !== 'done') throw new Error('not added');
    people.push(added.person.id);
  }
  await letIn(place, ...people);
  const [first = '', other = ''] = people;
  const made = second ? await proposeRole(await place.asPerson(first), wholeUnit(other, 'command')) : null;
  if (made?.kind === 'done') await approveRoleAlone(await place.asPerson(first), made.grant.id);
  return { place, people };
}

/** Runs one operation; a refusal of any kind is an answer. */
async function run(platform: Platform, operation: Operation, people: string[], grants: string[]): Promise<void> {
  const id = 'grant' in operation ? (grants.at(-1 - operation.grant) ?? 'grant:none') : '';
  const whom = 'person' in operation ? (people[operation.person] ?? '') : '';
  const reason = 'tried';
  if (operation.kind === 'propose') {
    const made = await proposeRole(platform, wholeUnit(whom, operation.role));
    if (made.kind === 'done') grants.push(made.grant.id);
  } else if (operation.kind === 'approve') await approveRole(platform, id);
  else if (operation.kind === 'approve-alone') await approveRoleAlone(platform, id);
  else if (operation.kind === 'end') await endRole(platform, { grant: id, reason });
  else if (operation.kind === 'disable') await disablePerson(platform, { person: whom, reason });
  else
    await platform.records.transaction().execute((trx) =>
      sql`update identity.role_grant set approved_by = ${people[operation.by]}, approved_at = ${platform.now()},
        alone = ${operation.alone} where id = ${id} and approved_at is null`.execute(trx),
    );
}

interface Kept {
  id: string;
  person: string;
  role: string;
  proposed: string;
  approved: string | null;
  alone: boolean;
  ended: boolean;
}

const readKept = async (database: Database): Promise<Kept[]> =>
  (
    await sql<Kept>`select id, person, role, proposed_by as proposed, approved_by as approved, alone,
      ended_at is not null as ended from identity.role_grant order by id`.execute(database.system)
  ).rows;

/** Whether an approval that was not there before may stand, by what was there before: the rule in other words. */
function mayStand(now: Kept, before: readonly Kept[], first: string): boolean {
  const approving = before.filter((each) => each.role === 'command' && each.approved !== null);
  if (now.alone)
    return (
      now.approved === first &&
      now.person !== first &&
      now.role !== 'analyst' &&
      approving.every((each) => each.person === first)
    );
  return (
    now.approved !== now.proposed &&
    now.approved !== now.person &&
    approving.some((each) => each.person === now.approved && !each.ended)
  );
}

it('keeps the two-person rule whatever anybody tries, in any order', async () => {
  const stood = { alone: 0, bySecond: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(operation, { minLength: 30, maxLength: 50 }),
      async (second, operations) => {
        const { database, close } = await emptyRecords();
        try {
          const { place, people } = await peopleAtWork(database, second);
          const grants: string[] = [];
          for (const each of operations) {
            const before = await readKept(database);
            const by = people[each.actor];
            const acting = by === undefined ? place.as(OPERATOR) : await place.asPerson(by).catch(() => null);
            if (acting !== null)
              await run(acting, each, people, grants).catch((error: unknown) => {
                if (!(error instanceof NotAllowed || error instanceof StatementError)) throw error;
              });
            const fresh = (await readKept(database)).filter(
              ({ id, approved }) => approved !== null && before.every((old) => old.id !== id || old.approved === null),
            );
            for (const one of fresh) {
              expect(mayStand(one, before, people[0] ?? '')).toBe(true);
              stood[one.alone ? 'alone' : 'bySecond'] += 1;
            }
          }
        } finally {
          await close();
        }
      },
    ),
    { numRuns: 15, seed: 11, unbiased: true },
  );
  // Were nothing ever approved, the rule would hold for nothing.
  expect(stood.alone).toBeGreaterThan(1);
  expect(stood.bySecond).toBeGreaterThan(3);
}, 60_000);
