import { sql } from 'kysely';
import { expect, it } from 'vitest';
import {
  firstAdministrator,
  follow,
  letIn,
  PLACES,
  type SignInPlace,
  signInPlace,
  wholeUnit,
} from '../../../test/builders/people.ts';
import { describeStores } from '../../../test/builders/records.ts';
import type { Role } from '../access/index.ts';
import type { Database } from '../database/index.ts';
import type { RoleGrant } from './model.ts';
import {
  addPerson,
  approvalToday,
  approveRole,
  approveRoleAlone,
  disablePerson,
  endRole,
  holdersOf,
  listGrants,
  proposeRole,
  rolesHeldOn,
} from './service.ts';

const OPERATOR = { kind: 'operator', name: 'anna', as: null } as const;

async function somebody(place: SignInPlace, name: string): Promise<string> {
  const asked = { name, email: `${name}@example.gov.uk`, organisation: null, firstUnit: '' };
  const added = await addPerson(place.as(OPERATOR), asked);
  if (added.kind !== 'done') throw new Error(JSON.stringify(added));
  await letIn(place, added.person.id);
  return added.person.id;
}

const proposed = async (
  place: SignInPlace,
  by: string,
  asked: Parameters<typeof proposeRole>[1],
): Promise<RoleGrant> => {
  const made = await proposeRole(by === '' ? place.as(OPERATOR) : await place.asPerson(by), asked);
  if (made.kind !== 'done') throw new Error(JSON.stringify(made));
  return made.grant;
};

/** The first administrator, who acted alone, and two people who may approve. */
async function threePeople(database: Database) {
  const place = await signInPlace(database);
  const { person: ada } = await firstAdministrator(place);
  const [bo, cy] = [await somebody(place, 'bo'), await somebody(place, 'cy')];
  const first = await proposed(place, ada, wholeUnit(bo, 'command'));
  const alone = await approveRoleAlone(await place.asPerson(ada), first.id);
  const second = await proposed(place, ada, wholeUnit(cy, 'command'));
  return { place, ada, bo, cy, alone, second };
}

describeStores('roles', (open) => {
  it('are approved alone by the first administrator until a second who may approve was ever there', async () => {
    const { database, close } = await open();
    const { place, ada, bo, cy, alone, second } = await threePeople(database);
    expect(alone).toMatchObject({ kind: 'done', grant: { alone: true, approvedBy: ada } });
    expect(await approveRoleAlone(await place.asPerson(ada), second.id)).toMatchObject({ kind: 'refused' });
    expect(await approveRole(await place.asPerson(bo), second.id)).toMatchObject({ kind: 'done' });
    await disablePerson(place.as(OPERATOR), { person: bo, reason: 'left' });
    const third = await proposed(place, ada, wholeUnit(bo === cy ? bo : ada, 'analyst'));
    expect(await approveRoleAlone(await place.asPerson(ada), third.id)).toMatchObject({ kind: 'refused' });
    expect(await approvalToday(place.as(OPERATOR))).toEqual({ alone: null, approvers: [cy] });
    await close();
  });

  it('are not approved by who proposed them, by who would hold them, or by the operator in their own name', async () => {
    const { database, close } = await open();
    const { place, bo, cy, second } = await threePeople(database);
    await approveRole(await place.asPerson(bo), second.id);
    const own = await proposed(place, '', wholeUnit(bo, 'analyst'));
    const others = await proposed(place, bo, wholeUnit(cy, 'analyst'));
    const sentence = async (platform = place.as(OPERATOR), grant = own) => {
      const answer = await approveRole(platform, grant.id);
      return answer.kind === 'refused' ? answer.problems[0]?.sentence : answer.kind;
    };
    expect(await sentence(await place.asPerson(bo))).toContain('This role would be yours');
    expect(await sentence(await place.asPerson(bo), others)).toContain('You proposed');
    expect(await sentence(place.as(OPERATOR), others)).toContain('--as');
    expect(await sentence()).toContain('You proposed');
    const { person, grants } = { person: bo, grants: [] };
    expect(await sentence(place.as({ kind: 'operator', name: 'anna', as: { person, grants } }))).toContain('yours');
    await close();
  });

  it('are approved for nobody who has not signed in with a second factor, whoever writes', async () => {
    const { database, close } = await open();
    const { place, ada, bo } = await threePeople(database);
    const asked = { name: 'Erin', email: 'erin@example.gov.uk', organisation: null, firstUnit: '' };
    const added = await addPerson(await place.asPerson(ada), asked);
    if (added.kind !== 'done') throw new Error('not added');
    const grant = await proposed(place, ada, wholeUnit(added.person.id, 'command'));
    const approval = async () => approveRole(await place.asPerson(bo), grant.id);
    const write = (state: string) =>
      database.system.transaction().execute(async (trx) => {
        await sql`update identity.person set state = ${state} where id = ${added.person.id}`.execute(trx);
        await sql`update identity.role_grant set approved_by = ${bo}, approved_at = now() where id = ${grant.id}`.execute(
          trx,
        );
      });
    expect(await approval()).toMatchObject({ kind: 'refused' });
    for (const state of ['invited', 'active']) await expect(write(state)).rejects.toThrow('who has signed in');
    const [before] = await holdersOf(await place.asPerson(bo), [added.person.id]);
    expect(before).toMatchObject({
      email: 'erin@example.gov.uk',
      proven: false,
      firstSignedInAt: null,
      linkMadeBy: null,
    });
    place.later(3600);
    await follow(place, added.link);
    const [after] = await holdersOf(await place.asPerson(bo), [added.person.id]);
    expect(after).toMatchObject({ proven: true, firstSignedInAt: new Date('2026-03-10T13:00:00Z'), linkMadeBy: ada });
    expect(await approval()).toMatchObject({ kind: 'done' });
    await close();
  });

  it('are approved alone for a second person only, as command or administrator, and never for oneself', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const { person: ada } = await firstAdministrator(place);
    const bo = await somebody(place, 'bo');
    const alone = async (person: string, role: Role) => {
      const { id } = await proposed(place, ada, wholeUnit(person, role));
      const acting = await place.asPerson(ada);
      const written = acting.records.transaction().execute((trx) =>
        sql`update identity.role_grant set approved_by = ${ada}, approved_at = ${place.system.now()}, alone = true
          where id = ${id}`.execute(trx),
      );
      const past = await written.then(
        () => 'done',
        (error: Error) => (error.message.includes('Alone one lets in') ? 'refused' : error.message),
      );
      return [past === 'done' ? 'done' : (await approveRoleAlone(acting, id)).kind, past];
    };
    for (const role of ['command', 'auditor'] as const) expect(await alone(ada, role)).toEqual(['refused', 'refused']);
    for (const role of ['auditor', 'analyst'] as const) expect(await alone(bo, role)).toEqual(['refused', 'refused']);
    expect(await alone(bo, 'administrator')).toEqual(['done', 'done']);
    expect(await alone(bo, 'command')).toEqual(['done', 'done']);
    await close();
  });

  it('are not proposed and approved by one operator in two names', async () => {
    const { database, close } = await open();
    const { place, ada, bo, cy } = await threePeople(database);
    const sits = async (name: string, person: string) => {
      const { principal } = await place.asPerson(person);
      if (principal.kind !== 'person') throw new Error('nobody');
      return place.as({ kind: 'operator', name, as: { person, grants: principal.grants } });
    };
    const byNobody = await proposed(place, '', wholeUnit(cy, 'analyst'));
    const made = await proposeRole(await sits('anna', ada), wholeUnit(cy, 'auditor'));
    if (made.kind !== 'done') throw new Error('not proposed');
    for (const { id } of [byNobody, made.grant]) {
      const answer = await approveRole(await sits('anna', bo), id);
      expect(answer).toMatchObject({
        kind: 'refused',
        problems: [{ sentence: expect.stringContaining('in no name') }],
      });
      const write = sql`update identity.role_grant set approved_by = ${bo}, approved_through = 'cli:anna',
        approved_at = ${place.system.now()} where id = ${id}`;
      await expect(write.execute(database.system)).rejects.toThrow('not_approved_at_the_same_keyboard');
      expect(await approveRole(await sits('ben', bo), id)).toMatchObject({ kind: 'done' });
    }
    await close();
  });

  it('are given once, of ten approvals at once', async () => {
    const { database, close } = await open();
    const { place, bo, ada } = await threePeople(database);
    const grant = await proposed(place, ada, wholeUnit(ada, 'analyst'));
    const acting = await place.asPerson(bo);
    const answers = await Promise.all(Array.from({ length: 10 }, () => approveRole(acting, grant.id)));
    expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    const audited = await sql<{ n: number }>`select count(*) as n from platform.audit
      where action = 'users.approve-role' and subject = ${grant.id}`.execute(database.system);
    expect(audited.rows).toEqual([{ n: 1 }]);
    await close();
  });

  it('say who held which role on a day, ended ones too', async () => {
    const { database, close } = await open();
    const { place, bo, ada } = await threePeople(database);
    const asked = { ...wholeUnit(ada, 'analyst'), from: '2026-03-12', until: '2026-03-20' };
    const grant = await proposed(place, ada, asked);
    await approveRole(await place.asPerson(bo), grant.id);
    place.later(5 * 86_400);
    await endRole(await place.asPerson(bo), { grant: grant.id, reason: 'moved' });
    const held = async (date: string) =>
      (await rolesHeldOn(place.as(OPERATOR), { person: ada, date })).map(({ role }) => role).sort();
    expect(await held('2026-03-11')).toEqual(['administrator']);
    expect(await held('2026-03-12')).toEqual(['administrator', 'analyst']);
    expect(await held('2026-03-15')).toEqual(['administrator', 'analyst']);
    expect(await held('2026-03-16')).toEqual(['administrator']);
    expect(await held('2026-03-09')).toEqual([]);
    await close();
  });

  it('wait no longer once who proposed them is disabled', async () => {
    const { database, close } = await open();
    const { place, ada, bo, cy, second } = await threePeople(database);
    await approveRole(await place.asPerson(bo), second.id);
    const own = await proposed(place, ada, wholeUnit(cy, 'analyst'));
    await disablePerson(place.as(OPERATOR), { person: ada, reason: 'left' });
    expect(await approveRole(await place.asPerson(bo), own.id)).toMatchObject({ kind: 'refused' });
    const [found] = (await listGrants(place.as(OPERATOR), cy)).filter(({ id }) => id === own.id);
    expect(found).toMatchObject({ state: 'declined', endedBy: 'cli:anna', endReason: 'left' });
    const audited = await sql<{ whom: string }>`select whom from platform.audit
      where action = 'users.decline-role' and subject = ${own.id}`.execute(database.system);
    expect(audited.rows).toEqual([{ whom: cy }]);
    await close();
  });

  it('cannot leave a place where nobody could approve any more', async () => {
    const { database, close } = await open();
    const { place, ada, bo } = await threePeople(database);
    const last = { person: bo, reason: 'left' };
    expect(await disablePerson(place.as(OPERATOR), last)).toMatchObject({ kind: 'refused' });
    const [grant] = await listGrants(place.as(OPERATOR), bo);
    expect(await endRole(place.as(OPERATOR), { grant: grant?.id ?? '', reason: 'left' })).toMatchObject({
      kind: 'refused',
    });
    expect(await disablePerson(place.as(OPERATOR), { person: ada, reason: 'left' })).toEqual({ kind: 'done' });
    await close();
  });

  it('let the owner of the data folder approve alone once all who may approve are gone', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const { person: ada } = await firstAdministrator(place);
    const bo = await somebody(place, 'bo');
    const short = await proposed(place, ada, { ...wholeUnit(bo, 'command'), until: '2026-03-11' });
    await approveRoleAlone(await place.asPerson(ada), short.id);
    const anew = await proposed(place, ada, { ...wholeUnit(bo, 'command'), from: '2026-03-12' });
    expect(await approveRoleAlone(place.as(OPERATOR), anew.id)).toMatchObject({ kind: 'refused' });
    place.later(3 * 86_400);
    expect(await approveRoleAlone(await place.asPerson(ada), anew.id)).toMatchObject({ kind: 'refused' });
    expect(await approveRoleAlone(place.as(OPERATOR), anew.id)).toMatchObject({
      kind: 'done',
      grant: { alone: true, approvedBy: 'cli:anna' },
    });
    await close();
  });

  it('are refused where the place, the dates or the holder do not fit', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const { person: ada } = await firstAdministrator(place);
    const acting = await place.asPerson(ada);
    const field = async (change: object) => {
      const answer = await proposeRole(acting, { ...wholeUnit(ada, 'analyst'), ...change });
      return answer.kind === 'refused' ? answer.problems[0]?.field : answer.kind;
    };
    const scope = { unit: 'Central North', borough: 'E09000007', ward: 'E05013653' };
    expect(await field({ scope: { ...scope, unit: 'Nowhere' } })).toBe('place');
    expect(await field({ scope: { ...scope, ward: 'E05000001' } })).toBe('place');
    expect(await field({ role: 'chair', scope: { ...scope, ward: null } })).toBe('place');
    expect(await field({ from: '2026-03-09' })).toBe('from');
    expect(await field({ until: '2026-03-09' })).toBe('until');
    expect(await field({ role: 'council', scope })).toBe('role');
    expect(await field({ role: 'chair', scope, places: PLACES })).toBe('done');
    expect(await field({ role: 'chair', scope })).toBe('role');
    await close();
  });
});
