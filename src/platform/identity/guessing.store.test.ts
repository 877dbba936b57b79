import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { CALLER, codeAt, firstAdministrator, follow, PASSWORD, signInPlace } from '../../../test/builders/people.ts';
import { describeStores } from '../../../test/builders/records.ts';
import type { SignInOutcome } from './index.ts';
import { addPerson, signInWithCode, signInWithPassword } from './service.ts';

const OPERATOR = { kind: 'operator', name: 'anna', as: null } as const;
const ADA = 'ada@example.gov.uk';
const WRONG = 'a wrong one, surely';
const tokenOf = (outcome: SignInOutcome): string => ('token' in outcome ? outcome.token : '');

describeStores('guessing passwords', (open) => {
  const begin = async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const ada = await firstAdministrator(place);
    place.later(60);
    /** From an address of its own, unless one is named. */
    let strangers = 0;
    const type = (password: string, given: { email?: string; address?: string; device?: string | null } = {}) => {
      strangers += 1;
      const { email = ADA, address = `198.51.100.${strangers}`, device = null } = given;
      return signInWithPassword(place.system, { email, password, caller: { ...CALLER, address, device } });
    };
    /** The person's own browser after they signed in with it. */
    const browserOf = async (email: string, secret: string): Promise<string> => {
      const token = tokenOf(await type(PASSWORD, { email }));
      const code = codeAt(secret, place.system.now());
      const whole = await signInWithCode(place.system, { token, code, caller: CALLER });
      return (whole.kind === 'signed-in' ? whole.device : undefined) ?? '';
    };
    const add = async (email: string) => {
      const asked = { name: 'Bo Second', email, organisation: null, firstUnit: 'Central North' };
      const added = await addPerson(place.as(OPERATOR), asked);
      if (added.kind !== 'done') throw new Error('not added');
      return follow(place, added.link);
    };
    return { database, close, place, ada, type, browserOf, add };
  };
  /** Strangers guess until nobody gets in from anywhere new. */
  const lock = async (type: (password: string) => Promise<SignInOutcome>) => {
    for (let tries = 0; tries < 6; tries += 1) await type(WRONG);
    expect((await type(PASSWORD)).kind).toBe('refused');
  };

  it('does not keep the owner out of the browser they signed in with', async () => {
    const { close, ada, type, browserOf } = await begin();
    const device = await browserOf(ADA, ada.secret);
    await lock(type);
    expect((await type(PASSWORD, { device })).kind).toBe('half');
    expect((await type(PASSWORD)).kind, 'strangers still wait').toBe('refused');
    await close();
  });

  it('is not eased by the cookie of another person', async () => {
    const { close, place, type, browserOf, add } = await begin();
    const bo = await add('bo@example.gov.uk');
    place.later(60);
    const device = await browserOf('bo@example.gov.uk', bo.secret);
    await lock(type);
    expect((await type(PASSWORD, { device })).kind).toBe('refused');
    expect((await type(PASSWORD, { device, email: 'bo@example.gov.uk' })).kind).toBe('half');
    await close();
  });

  it('is slowed down with the owner’s stolen cookie too, on its own count', async () => {
    const { close, ada, type, browserOf } = await begin();
    const device = await browserOf(ADA, ada.secret);
    for (let tries = 0; tries < 6; tries += 1) await type(WRONG, { device });
    expect((await type(PASSWORD, { device })).kind).toBe('refused');
    expect((await type(PASSWORD)).kind, 'the account itself is as it was').toBe('half');
    await close();
  });

  it('of one account is counted once, whatever capitals or letters of other alphabets are typed', async () => {
    const { database, close, type, add } = await begin();
    await add('will@example.gov.uk');
    for (const email of [
      'will@example.gov.uk',
      'WILL@example.gov.uk',
      'w\u0130ll@example.gov.uk',
      'w\u0131ll@example.gov.uk',
    ])
      for (let tries = 0; tries < 4; tries += 1) await type(WRONG, { email });
    const { rows } = await sql<{ n: number }>`select count(*) as n from platform.audit
      where action = 'users.sign-in-refused' and whom is not null`.execute(database.system);
    expect(rows).toEqual([{ n: 5 }]);
    expect((await type(PASSWORD, { email: 'w\u0130ll@example.gov.uk' })).kind, 'nobody has such an address').toBe(
      'refused',
    );
    await close();
  });

  it('by mistake, all day long, does not keep a force out behind its one address', async () => {
    const { close, place, type } = await begin();
    const address = '203.0.113.7';
    for (let mistyped = 0; mistyped < 120; mistyped += 1) {
      await type(WRONG, { address, email: `officer${mistyped}@example.gov.uk` });
      place.later(60);
    }
    expect((await type(PASSWORD, { address })).kind).toBe('half');
    await close();
  });

  it('at many accounts from one address is slowed down, and each success makes up for one failure', async () => {
    const { close, type } = await begin();
    const address = '203.0.113.8';
    const guess = (each: number) => type(WRONG, { address, email: `officer${each}@example.gov.uk` });
    for (let each = 0; each < 99; each += 1) await guess(each);
    expect((await type(PASSWORD, { address })).kind).toBe('half');
    await guess(99);
    expect((await type(PASSWORD, { address })).kind, 'ninety-nine after one success').toBe('half');
    for (let each = 100; each < 102; each += 1) await guess(each);
    expect((await type(PASSWORD, { address })).kind).toBe('refused');
    expect((await type(PASSWORD)).kind, 'from elsewhere').toBe('half');
    await close();
  });
});
