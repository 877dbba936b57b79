import { sql } from 'kysely';
import { expect, it } from 'vitest';
import {
  CALLER,
  firstAdministrator,
  follow,
  PASSWORD,
  pressAs,
  signInPlace,
  wholeUnit,
} from '../../../test/builders/people.ts';
import { describeStores } from '../../../test/builders/records.ts';
import type { Role } from '../access/index.ts';
import type { Records } from '../database/index.ts';
import { makeIdentify, refuseWhileDemonstration } from './index.ts';
import {
  addPerson,
  beginDemonstration,
  demonstrationState,
  disablePerson,
  editPerson,
  endDemonstration,
  endRole,
  firstAdministratorLink,
  listGrants,
  listPeople,
  namesOf,
  newLink,
  offeredPeople,
  proposeRole,
  signInAsDemonstration,
  signInWithCode,
  signInWithExternal,
  signInWithPassword,
} from './service.ts';

const OPERATOR = { kind: 'operator', name: 'anna', as: null } as const;
const madeUp = (role: Role) => ({
  name: `Made-up ${role}`,
  role,
  scope: { unit: 'Central North', borough: null, ward: null },
  organisation: null,
});
const MADE_UP = [madeUp('analyst'), madeUp('command')];
const BO = { name: 'Bo Second', email: 'bo@example.gov.uk', organisation: null, firstUnit: 'Central North' };
const keep = (records: Records) => records.transaction().execute((trx) => refuseWhileDemonstration(trx, 'a posting'));

describeStores('the demonstration', (open) => {
  it('signs a visitor in as a made-up person in one click, until it is ended for ever', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const click = () => pressAs(place.system, 'analyst');
    expect(await click()).toBeNull();
    expect(await beginDemonstration(place.system, MADE_UP)).toBe(true);
    const identify = makeIdentify(place.system);
    const token = (await click())?.token ?? '';
    expect(await identify(token)).toMatchObject({ name: 'Made-up analyst', principal: { demonstration: true } });
    expect((await identify(null)).demonstrationOn).toBe(true);
    const commander = await pressAs(place.system, 'command');
    const { principal } = await identify(commander?.token ?? '');
    expect(await endDemonstration(place.as(principal))).toMatchObject({ kind: 'refused' });
    expect(await endDemonstration(place.as(OPERATOR))).toEqual({ kind: 'done', wasOn: true });
    place.later(2);
    expect((await identify(token)).principal.kind).toBe('visitor');
    expect(await click()).toBeNull();
    expect(await beginDemonstration(place.system, MADE_UP)).toBe(false);
    expect(await demonstrationState(place.system)).toBe('off');
    await firstAdministrator(place);
    await close();
  });

  it('offers everybody of a role, tells them apart, and gains who is missing from an earlier one', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    expect(await offeredPeople(place.system)).toEqual([]);
    await beginDemonstration(place.system, MADE_UP);
    const second = { ...madeUp('command'), name: 'Made-up superintendent', mailbox: 'superintendent' };
    expect(await beginDemonstration(place.system, [...MADE_UP, second])).toBe(true);
    expect(await beginDemonstration(place.system, [...MADE_UP, second])).toBe(true);
    const offered = await offeredPeople(place.system);
    expect(offered.map(({ role, email }) => [role, email])).toEqual([
      ['command', 'command@demonstration.example'],
      ['command', 'superintendent@demonstration.example'],
      ['analyst', 'analyst@demonstration.example'],
    ]);
    const identify = makeIdentify(place.system);
    const names = [];
    for (const mailbox of ['command', 'superintendent'])
      names.push((await identify((await pressAs(place.system, mailbox))?.token ?? '')).name);
    expect(names).toEqual(['Made-up command', 'Made-up superintendent']);
    const nobody = { person: 'person:0123456789abcdef', caller: CALLER };
    expect(await signInAsDemonstration(place.system, nobody)).toBeNull();
    await disablePerson(place.as(OPERATOR), { person: offered[1]?.person ?? '', reason: 'one is enough' });
    expect((await offeredPeople(place.system)).map(({ email }) => email)).not.toContain(second.mailbox);
    expect(await pressAs(place.system, 'superintendent')).toBeNull();
    await close();
  });

  it('goes on whatever a visitor does as its administrator', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    await beginDemonstration(place.system, [...MADE_UP, madeUp('administrator')]);
    const analyst = (await pressAs(place.system, 'analyst'))?.person ?? '';
    const click = () => signInAsDemonstration(place.system, { person: analyst, caller: CALLER });
    const found = (await listPeople(place.as(OPERATOR))).find(({ id }) => id === analyst);
    const keeper = await place.asPerson('administrator@demonstration.example');
    const [grant] = await listGrants(keeper, analyst);
    const reason = 'for fun';
    const edit = {
      person: analyst,
      version: found?.version ?? 0,
      name: 'Rude',
      email: 'rude@x.example',
      organisation: null,
    };
    const refused = [
      await editPerson(keeper, edit),
      await disablePerson(keeper, { person: analyst, reason }),
      await endRole(keeper, { grant: grant?.id ?? '', reason }),
      await newLink(keeper, { person: analyst, reason, firstUnit: '' }),
    ];
    expect(refused.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused', 'refused']);
    expect(await click()).toMatchObject({ person: analyst });
    // What a visitor added, a visitor may take away.
    const added = await proposeRole(keeper, wholeUnit(analyst, 'auditor'));
    if (added.kind !== 'done') throw new Error(JSON.stringify(added));
    expect(await endRole(keeper, { grant: added.grant.id, reason })).toMatchObject({ kind: 'done' });
    expect(await editPerson(place.as(OPERATOR), edit)).toMatchObject({ kind: 'done' });
    expect(await click()).toMatchObject({ person: analyst });
    await close();
  });

  it('cannot be there together with a real person, whichever came first', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    await beginDemonstration(place.system, MADE_UP);
    expect(await addPerson(place.as(OPERATOR), BO)).toMatchObject({ kind: 'refused' });
    expect(await firstAdministratorLink(place.system, 'Central North')).toBeNull();
    const insert = sql`insert into identity.person (id, name, email, created_at)
      values ('person:0123456789abcdef', 'Real', 'real@example.gov.uk', now())`;
    await expect(insert.execute(database.system)).rejects.toThrow('The demonstration is on');
    const turn = sql`update identity.person set demonstration = false`;
    await expect(turn.execute(database.system)).rejects.toThrow('The demonstration is on');
    await close();
    const other = await open();
    const elsewhere = await signInPlace(other.database);
    await firstAdministrator(elsewhere);
    expect(await beginDemonstration(elsewhere.system, MADE_UP)).toBe(false);
    const on = sql`update identity.demonstration set state = 'on'`;
    await expect(on.execute(other.database.system)).rejects.toThrow('ended here');
    await sql`delete from identity.demonstration`.execute(other.database.system);
    const anew = sql`insert into identity.demonstration (state, changed_by) values ('on', 'anna')`;
    await expect(anew.execute(other.database.system)).rejects.toThrow('Real people work here');
    await other.close();
  });

  it('cannot be there together with an operational record, whichever came first', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    await beginDemonstration(place.system, MADE_UP);
    await expect(keep(place.as(OPERATOR).records)).rejects.toThrow('so a posting cannot be kept here');
    await close();
    const other = await open();
    const elsewhere = await signInPlace(other.database);
    await keep(elsewhere.as(OPERATOR).records);
    expect(await beginDemonstration(elsewhere.system, MADE_UP)).toBe(false);
    await other.close();
  });
});

describeStores('an organisation’s provider', (open) => {
  it('finds an invited person by address once, and by subject ever after', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    await firstAdministrator(place);
    await addPerson(place.as(OPERATOR), BO);
    const identity = {
      issuer: 'https://id.example',
      subject: 's1',
      email: BO.email,
      emailIdentifies: true,
      secondFactor: true,
      organisation: null,
    };
    const signIn = async (change: object = {}) =>
      signInWithExternal(place.system, { identity: { ...identity, ...change }, caller: CALLER });
    expect((await signIn({ emailIdentifies: false })).kind).toBe('refused');
    // BO is of no organisation, so a council's provider may not speak for them.
    expect((await signIn({ organisation: 'Camden Council' })).kind).toBe('refused');
    expect((await signIn()).kind).toBe('signed-in');
    expect((await signIn({ email: 'renamed@example.gov.uk' })).kind).toBe('signed-in');
    expect((await signIn({ subject: 's2' })).kind).toBe('refused');
    expect((await signIn({ issuer: 'https://other.example' })).kind).toBe('refused');
    expect((await signIn({ email: 'ada@example.gov.uk', subject: 's3' })).kind).toBe('refused');
    expect(await signIn({ secondFactor: false })).toMatchObject({ kind: 'half', needs: 'enrolment' });
    const said = [await signIn({ subject: 's2' }), await signIn({ subject: 's9', email: 'x@example.gov.uk' })];
    expect(said[0]).toEqual(said[1]);
    await close();
  });
});

describeStores('users', (open) => {
  it('are told when somebody changed the person first', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const { person } = await firstAdministrator(place);
    const [ada] = await listPeople(place.as(OPERATOR));
    const edit = (name: string) =>
      editPerson(place.as(OPERATOR), {
        person,
        version: ada?.version ?? 0,
        name,
        email: 'ada@example.gov.uk',
        organisation: null,
      });
    expect(await edit('Ada One')).toMatchObject({ kind: 'done', person: { name: 'Ada One' } });
    expect(await edit('Ada Two')).toMatchObject({ kind: 'stale', current: { name: 'Ada One' } });
    await close();
  });

  it('have on record what an edit changed, and addresses as keyed hashes only', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const { person } = await firstAdministrator(place);
    const edit = async (version: number, name: string, email: string) => {
      expect((await editPerson(place.as(OPERATOR), { person, version, name, email, organisation: null })).kind).toBe(
        'done',
      );
      const found = await sql<{ detail: string }>`select detail from platform.audit where action = 'users.edit'
        order by seq desc limit 1`.execute(database.system);
      expect(found.rows[0]?.detail).not.toContain('@');
      return JSON.parse(found.rows[0]?.detail ?? '{}');
    };
    const version = (await listPeople(place.as(OPERATOR)))[0]?.version ?? 0;
    expect(await edit(version, 'Ada One', 'ada@example.gov.uk')).toEqual({ changed: ['name'] });
    const there = await edit(version + 1, 'Ada One', 'one@example.gov.uk');
    expect(there).toMatchObject({ changed: ['email'], emailAfter: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const back = await edit(version + 2, 'Ada One', 'ada@example.gov.uk');
    expect([back.emailBefore, back.emailAfter]).toEqual([there.emailAfter, there.emailBefore]);
    await close();
  });

  it('who hold a role, or wait for one, get no link and no new address but from the owner of the data folder', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const ada = await place.asPerson((await firstAdministrator(place)).person);
    const added = await addPerson(ada, BO);
    if (added.kind !== 'done') throw new Error('not added');
    const { id: person } = added.person;
    const link = (platform = ada) => newLink(platform, { person, reason: 'lost', firstUnit: '' });
    const move = (email: string, version: number, platform = ada) =>
      editPerson(platform, { person, version, name: BO.name, email, organisation: null });
    expect([(await link()).kind, (await move('b1@example.gov.uk', 1)).kind]).toEqual(['done', 'done']);
    const proposed = await proposeRole(ada, wholeUnit(person, 'command'));
    expect([(await link()).kind, (await move('b2@example.gov.uk', 2)).kind]).toEqual(['refused', 'refused']);
    expect((await move('B1@example.gov.uk', 2)).kind).toBe('done');
    expect((await link(place.as(OPERATOR))).kind).toBe('done');
    expect((await move('b3@example.gov.uk', 3, place.as(OPERATOR))).kind).toBe('done');
    if (proposed.kind === 'done') await endRole(ada, { grant: proposed.grant.id, reason: 'not needed' });
    expect((await link()).kind).toBe('done');
    await close();
  });

  it('keep their second factor when an administrator makes a link, and lose it when the owner of the folder does', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const ada = await firstAdministrator(place);
    const added = await addPerson(place.as(OPERATOR), BO);
    const bo = await follow(place, added.kind === 'done' ? added.link : null);
    const asked = { person: bo.person, reason: 'forgot', firstUnit: 'Central North' };
    const byAda = await newLink(await place.asPerson(ada.person), asked);
    await expect(follow(place, byAda.kind === 'done' ? byAda.link : null)).rejects.toThrow('second-factor');
    const half = await signInWithPassword(place.system, { email: BO.email, password: PASSWORD, caller: CALLER });
    const token = half.kind === 'half' ? half.token : '';
    expect((await signInWithCode(place.system, { token, code: '123456', caller: CALLER })).kind).toBe('refused');
    const byOwner = await newLink(place.as(OPERATOR), asked);
    const anew = await follow(place, byOwner.kind === 'done' ? byOwner.link : null);
    expect(anew.secret).not.toBe(bo.secret);
    await close();
  });

  it('whom a provider signs in cannot be taken over by a link of an administrator', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const ada = await firstAdministrator(place);
    await addPerson(place.as(OPERATOR), BO);
    const identity = { issuer: 'https://id.example', subject: 's1', email: BO.email, emailIdentifies: true };
    const bo = await signInWithExternal(place.system, {
      identity: { ...identity, secondFactor: true, organisation: null },
      caller: CALLER,
    });
    const asked = { person: bo.kind === 'signed-in' ? bo.person : '', reason: 'curious', firstUnit: 'Central North' };
    expect(await newLink(await place.asPerson(ada.person), asked)).toMatchObject({ kind: 'refused' });
    expect(await newLink(place.as(OPERATOR), asked)).toMatchObject({ kind: 'done' });
    await close();
  });

  it('are seen by their keepers and by themselves; their secrets by nobody who acts', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const { person } = await firstAdministrator(place);
    await addPerson(place.as(OPERATOR), BO);
    const officer = place.as({ kind: 'person', person, grants: [], demonstration: false, steppedUp: true });
    const read = (what: string, platform = officer) =>
      platform.records.transaction().execute(async (trx) => (await sql.raw(`select * from ${what}`).execute(trx)).rows);
    expect(await read('identity.person')).toMatchObject([{ id: person }]);
    expect(await read('identity.person', place.as({ kind: 'visitor' }))).toEqual([]);
    expect(await read('identity.person', place.as(OPERATOR))).toHaveLength(2);
    for (const secret of ['credential', 'totp', 'recovery_code', 'external_identity', 'attempt'])
      await expect(read(`identity.${secret}`, place.as(OPERATOR))).rejects.toThrow('permission denied');
    for (const secret of ['(select hash from identity.session) s', '(select hash from identity.one_time_link) l'])
      await expect(read(secret, place.as(OPERATOR))).rejects.toThrow('permission denied');
    expect((await namesOf(officer, [person])).get(person)).toBe('Ada First');
    expect((await namesOf(place.as({ kind: 'visitor' }), [person])).size).toBe(0);
    await close();
  });
});
