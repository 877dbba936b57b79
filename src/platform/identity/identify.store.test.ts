import { sql } from 'kysely';
import { expect, it } from 'vitest';
import {
  CALLER,
  codeAt,
  firstAdministrator,
  PASSWORD,
  secondPerson,
  signInPlace,
  wholeUnit,
} from '../../../test/builders/people.ts';
import { describeStores } from '../../../test/builders/records.ts';
import { SignInNeeded } from '../access/index.ts';
import { makeIdentify } from './index.ts';
import {
  actAs,
  approveRole,
  changePassword,
  disablePerson,
  endOtherSessions,
  endOwnSession,
  endSession,
  newLink,
  newOwnRecoveryCodes,
  openLink,
  ownAccountOf,
  ownSessions,
  proposeRole,
  signInWithCode,
  signInWithPassword,
  stepUp,
} from './service.ts';

const OPERATOR = { kind: 'operator', name: 'anna', as: null } as const;

describeStores('who is behind a token', (open) => {
  const begin = async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const ada = await firstAdministrator(place);
    const again = async () => {
      place.later(60);
      const half = await signInWithPassword(place.system, {
        email: 'ada@example.gov.uk',
        password: PASSWORD,
        caller: CALLER,
      });
      const token = half.kind === 'half' ? half.token : '';
      const code = codeAt(ada.secret, place.system.now());
      const whole = await signInWithCode(place.system, { token, code, caller: CALLER });
      return whole.kind === 'signed-in' ? whole.token : '';
    };
    return { database, place, ada, again, close };
  };
  const kindOf = async (identify: ReturnType<typeof makeIdentify>, token: string) =>
    (await identify(token)).principal.kind;

  it('is nobody, after a revocation in another process, within what this one remembers', async () => {
    const { place, ada, again, close } = await begin();
    const other = await again();
    const [here, elsewhere] = [makeIdentify(place.system), makeIdentify(place.system)];
    expect(await kindOf(here, other)).toBe('person');
    const visit = await elsewhere(ada.token);
    const [newest] = await ownSessions(place.system, visit);
    await endOwnSession(place.system, visit, newest?.id ?? '');
    expect(await kindOf(here, other)).toBe('person');
    place.later(2);
    expect(await kindOf(here, other)).toBe('visitor');
    expect(await kindOf(here, ada.token)).toBe('person');
    await close();
  });

  it('gains and loses roles within the same time', async () => {
    const { place, ada, close } = await begin();
    const identify = makeIdentify(place.system, () => 'Camden');
    const roles = async () => {
      place.later(2);
      return (await identify(ada.token)).roles;
    };
    const acting = await place.asPerson(ada.person);
    const second = await secondPerson(place, ada.person);
    const scope = { unit: 'Central North', borough: 'E09000007', ward: null };
    const made = await proposeRole(acting, { ...wholeUnit(ada.person, 'inspector'), scope });
    expect(await roles()).toBe('Administrator, Central North');
    if (made.kind === 'done') await approveRole(second, made.grant.id);
    expect(await roles()).toContain('Inspector, Camden');
    await close();
  });

  it('is nobody after half an hour unused, or twelve hours in use', async () => {
    const { database, place, ada, close } = await begin();
    const identify = makeIdentify(place.system);
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      expect(await kindOf(identify, ada.token)).toBe('person');
      place.later(20 * 60);
    }
    expect(await kindOf(identify, ada.token)).toBe('person');
    place.later(20 * 60);
    expect(await kindOf(identify, ada.token)).toBe('visitor');
    const fresh = await sql`update identity.session set last_seen_at = ${place.system.now()},
      expires_at = ${new Date(place.system.now().getTime() + 3_600_000)}`.execute(database.system);
    expect(fresh.numAffectedRows).toBeGreaterThan(0n);
    place.later(2);
    expect(await kindOf(identify, ada.token)).toBe('person');
    place.later(30 * 60);
    expect(await kindOf(identify, ada.token)).toBe('visitor');
    await close();
  });

  it('writes that a session is in use once a minute, not with every page', async () => {
    const { database, place, ada, close } = await begin();
    const identify = makeIdentify(place.system);
    const seen = async () => {
      await identify(ada.token);
      const found = await sql<{ at: Date }>`select max(last_seen_at) as at from identity.session`.execute(
        database.system,
      );
      return found.rows[0]?.at.toISOString().slice(11, 19);
    };
    expect(await seen()).toBe('12:00:00');
    place.later(50);
    expect(await seen()).toBe('12:00:00');
    place.later(10);
    expect(await seen()).toBe('12:01:00');
    await close();
  });

  it('is stepped up for a quarter of an hour after a code', async () => {
    const { place, ada, close } = await begin();
    const identify = makeIdentify(place.system);
    const steppedUp = async () => {
      const { principal } = await identify(ada.token);
      return principal.kind === 'person' && principal.steppedUp;
    };
    expect(await steppedUp()).toBe(true);
    place.later(15 * 60);
    expect(await steppedUp()).toBe(false);
    const visit = await identify(ada.token);
    expect((await stepUp(place.system, visit, '000000')).kind).toBe('refused');
    expect(await stepUp(place.system, visit, codeAt(ada.secret, place.system.now()))).toEqual({ kind: 'done' });
    place.later(2);
    expect(await steppedUp()).toBe(true);
    await close();
  });

  it('may be looked after by its owner, and by an administrator, and by nobody else', async () => {
    const { place, ada, again, close } = await begin();
    const identify = makeIdentify(place.system);
    const visit = await identify(ada.token);
    const [second, third] = [await again(), await again()];
    await expect(ownSessions(place.system, await identify(null))).rejects.toThrow(SignInNeeded);
    expect(await ownSessions(place.system, visit)).toHaveLength(3);
    const session = (await identify(second)).session?.id ?? '';
    expect(await endSession(place.as(OPERATOR), { session, reason: '' })).toMatchObject({ kind: 'refused' });
    expect(await endSession(place.as(OPERATOR), { session, reason: 'lost phone' })).toEqual({ kind: 'done' });
    place.later(2);
    expect(await kindOf(identify, second)).toBe('visitor');
    await endOtherSessions(place.system, visit);
    expect(await kindOf(identify, third)).toBe('visitor');
    expect((await ownAccountOf(place.system, visit)).recoveryCodesLeft).toBe(10);
    await close();
  });

  it('keeps its password and recovery codes by what it knows', async () => {
    const { place, ada, again, close } = await begin();
    const other = await again();
    const identify = makeIdentify(place.system);
    const visit = await identify(ada.token);
    const change = (present: string, wanted: string) => changePassword(place.system, visit, { present, wanted });
    expect(await change('not my password', 'six pink lanterns float')).toMatchObject({ kind: 'refused' });
    expect(await change(PASSWORD, 'short')).toMatchObject({ kind: 'refused' });
    const made = await newLink(place.as(OPERATOR), { person: ada.person, reason: 'asked for', firstUnit: '' });
    const link = made.kind === 'done' ? (made.link.path.split('/').at(-1) ?? '') : '';
    expect(await openLink(place.system, link)).toMatchObject({ purpose: 'reset' });
    expect(await change(PASSWORD, 'six pink lanterns float')).toEqual({ kind: 'done' });
    expect(await openLink(place.system, link)).toBeNull();
    expect(await kindOf(identify, other)).toBe('visitor');
    expect(await newOwnRecoveryCodes(place.system, visit, '000000')).toMatchObject({ kind: 'refused' });
    place.later(30);
    const codes = await newOwnRecoveryCodes(place.system, visit, codeAt(ada.secret, place.system.now()));
    expect(codes).toMatchObject({ kind: 'done' });
    if (codes.kind === 'done') expect(codes.codes).not.toEqual(ada.recoveryCodes);
    await close();
  });

  it('is nobody once disabled, and cannot be acted for', async () => {
    const { database, place, ada, close } = await begin();
    expect(await actAs(place.system, 'ADA@example.gov.uk')).toMatchObject({ person: ada.person });
    await sql`update identity.person set first_administrator = false`.execute(database.system);
    await disablePerson(place.as(OPERATOR), { person: ada.person, reason: 'left' });
    expect(await kindOf(makeIdentify(place.system), ada.token)).toBe('visitor');
    expect(await actAs(place.system, ada.person)).toBeNull();
    await close();
  });
});
