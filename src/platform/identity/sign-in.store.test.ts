import { hash } from '@node-rs/argon2';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { CALLER, codeAt, firstAdministrator, PASSWORD, signInPlace } from '../../../test/builders/people.ts';
import { describeStores } from '../../../test/builders/records.ts';
import { makeIdentify, type SignInOutcome } from './index.ts';
import { hashPassword } from './password-hash.ts';
import {
  addPerson,
  disablePerson,
  firstAdministratorLink,
  redeemLink,
  signInWithCode,
  signInWithPassword,
  signOut,
  stepNeeded,
} from './service.ts';

const ada = { email: 'ada@example.gov.uk', password: PASSWORD, caller: CALLER };
const OPERATOR = { kind: 'operator', name: 'anna', as: null } as const;
const tokenOf = (outcome: SignInOutcome): string => ('token' in outcome ? outcome.token : '');

describeStores('signing in with a password', (open) => {
  it('takes the password, then the code, and is somebody only after both', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const { person, secret } = await firstAdministrator(place);
    place.later(60);
    const half = await signInWithPassword(place.system, { ...ada, email: ' ADA@example.gov.uk ' });
    expect(half).toMatchObject({ kind: 'half', needs: 'second-factor' });
    const identify = makeIdentify(place.system);
    expect((await identify(tokenOf(half))).principal).toEqual({ kind: 'visitor' });
    expect(await stepNeeded(place.system, tokenOf(half))).toBe('second-factor');
    const code = codeAt(secret, place.system.now());
    const whole = await signInWithCode(place.system, { token: tokenOf(half), code, caller: CALLER });
    expect(whole).toMatchObject({ kind: 'signed-in', person });
    expect(tokenOf(whole)).not.toBe(tokenOf(half));
    expect(await identify(tokenOf(whole))).toMatchObject({
      name: 'Ada First',
      roles: 'Administrator, Central North',
      principal: { kind: 'person', person, steppedUp: true },
    });
    expect(await stepNeeded(place.system, tokenOf(half))).toBeNull();
    await close();
  });

  it('answers alike for an unknown address, a wrong password, a disabled account and too many tries', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    await firstAdministrator(place);
    const added = await addPerson(place.as(OPERATOR), {
      name: 'Bo Gone',
      email: 'bo@example.gov.uk',
      organisation: null,
      firstUnit: 'Central North',
    });
    if (added.kind !== 'done') throw new Error('not added');
    await redeemLink(place.system, { token: added.link.path.slice(-43), password: PASSWORD, caller: CALLER });
    await disablePerson(place.as(OPERATOR), { person: added.person.id, reason: 'left' });
    const unknown = await signInWithPassword(place.system, { ...ada, email: 'nobody@example.gov.uk' });
    const wrong = await signInWithPassword(place.system, { ...ada, password: 'a wrong one, surely' });
    const disabled = await signInWithPassword(place.system, { ...ada, email: 'bo@example.gov.uk' });
    for (let tries = 0; tries < 5; tries += 1)
      await signInWithPassword(place.system, { ...ada, password: 'a wrong one, surely' });
    const throttled = await signInWithPassword(place.system, ada);
    expect(unknown.kind).toBe('refused');
    const bodies = [unknown, wrong, disabled, throttled].map((each) => JSON.stringify(each));
    expect(new Set(bodies).size).toBe(1);
    place.later(60);
    expect(await signInWithPassword(place.system, ada)).toMatchObject({ kind: 'half' });
    await close();
  });

  it('kills the token the browser had, so that a planted one is worth nothing', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const { token, secret } = await firstAdministrator(place);
    place.later(60);
    const half = await signInWithPassword(place.system, { ...ada, caller: { ...CALLER, token } });
    expect((await makeIdentify(place.system)(token)).principal.kind).toBe('visitor');
    const code = codeAt(secret, place.system.now());
    const caller = { ...CALLER, token: tokenOf(half) };
    const whole = await signInWithCode(place.system, { token: tokenOf(half), code, caller });
    const identify = makeIdentify(place.system);
    expect((await identify(tokenOf(half))).principal.kind).toBe('visitor');
    expect((await identify(tokenOf(whole))).principal.kind).toBe('person');
    await close();
  });

  it('refuses a code twice, and takes a recovery code once', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const { secret, recoveryCodes } = await firstAdministrator(place);
    place.later(60);
    const give = async (code: string) => {
      const half = await signInWithPassword(place.system, ada);
      return (await signInWithCode(place.system, { token: tokenOf(half), code, caller: CALLER })).kind;
    };
    const code = codeAt(secret, place.system.now());
    expect(await give(code)).toBe('signed-in');
    expect(await give(code)).toBe('refused');
    place.later(25);
    expect(await give(code)).toBe('refused');
    const [recovery = ''] = recoveryCodes;
    expect(recoveryCodes).toHaveLength(10);
    expect(await give(recovery.toUpperCase().replace('-', ' '))).toBe('signed-in');
    expect(await give(recovery)).toBe('refused');
    await close();
  });

  it('slows down who guesses codes, even with the password', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const { secret } = await firstAdministrator(place);
    place.later(60);
    const token = tokenOf(await signInWithPassword(place.system, ada));
    for (let tries = 0; tries < 5; tries += 1)
      await signInWithCode(place.system, { token, code: 'aaaaa-aaaaa', caller: CALLER });
    const code = () => codeAt(secret, place.system.now());
    expect((await signInWithCode(place.system, { token, code: code(), caller: CALLER })).kind).toBe('refused');
    place.later(20);
    expect((await signInWithCode(place.system, { token, code: code(), caller: CALLER })).kind).toBe('signed-in');
    await close();
  });

  it('counts a burst of guesses at one account as so many, not as one', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    await firstAdministrator(place);
    const guesses = Array.from({ length: 20 }, (_, each) =>
      signInWithPassword(place.system, { ...ada, password: `guess number ${each} of many` }),
    );
    await Promise.all(guesses);
    const checked = await sql<{ n: number }>`select count(*) as n from platform.audit
      where action = 'users.sign-in-refused'`.execute(database.system);
    expect(checked.rows).toEqual([{ n: 5 }]);
    await close();
  });

  it('leaves no e-mail that was mistyped, and no password, in records or audit', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    await firstAdministrator(place);
    await signInWithPassword(place.system, { ...ada, email: 'hunter2-is-my-password', password: 'and another secret' });
    const all = await sql<{ text: string }>`select row_to_json(audit)::text as text from platform.audit
      union all select row_to_json(attempt)::text from identity.attempt`.execute(database.system);
    const text = all.rows.map((row) => row.text).join('\n');
    expect(text).toContain('users.sign-in-refused');
    expect(text).not.toMatch(/hunter2|another secret|kettles/);
    await close();
  });

  it('hashes a password anew when it was hashed at another cost', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const { person } = await firstAdministrator(place);
    const old = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await sql`update identity.credential set hash = ${old} where person = ${person}`.execute(database.system);
    expect(await signInWithPassword(place.system, ada)).toMatchObject({ kind: 'half' });
    const kept = await sql<{ hash: string }>`select hash from identity.credential`.execute(database.system);
    expect(kept.rows[0]?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hashPassword('something')).toMatch(/m=19456,t=2,p=1/);
    await close();
  });

  it('ends with a sign-out', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const { token } = await firstAdministrator(place);
    await signOut(place.system, token);
    expect((await makeIdentify(place.system)(token)).principal.kind).toBe('visitor');
    await close();
  });
});

describeStores('the first administrator’s link', (open) => {
  it('makes one person, of two hundred who follow it at once', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const link = await firstAdministratorLink(place.system, 'Central North');
    const token = link?.path.slice(-43) ?? '';
    const redeemed = await Promise.all(
      Array.from({ length: 200 }, (_, each) =>
        redeemLink(place.system, {
          token,
          name: `Client ${each}`,
          email: `client${each}@example.gov.uk`,
          password: 'three quiet otters dive',
          caller: CALLER,
        }),
      ),
    );
    expect(redeemed.filter(({ kind }) => kind === 'half')).toHaveLength(1);
    const people = await sql`select first_administrator, state from identity.person`.execute(database.system);
    expect(people.rows).toEqual([{ first_administrator: true, state: 'active' }]);
    expect(await firstAdministratorLink(place.system, 'Central North')).toBeNull();
    await close();
  });

  it('is void once a newer one is made, or a day has passed', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const old = await firstAdministratorLink(place.system, 'Central North');
    const link = await firstAdministratorLink(place.system, 'Central North');
    const typed = { name: 'Ada', email: 'ada@example.gov.uk', password: PASSWORD, caller: CALLER };
    const follow = (path = '') => redeemLink(place.system, { token: path.slice(-43), ...typed });
    expect((await follow(old?.path)).kind).toBe('refused');
    place.later(24 * 3600);
    expect((await follow(link?.path)).kind).toBe('refused');
    await close();
  });
});
