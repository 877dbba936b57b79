import { access, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { CALLER, codeAt, firstAdministrator, follow, PASSWORD, signInPlace } from '../../../test/builders/people.ts';
import { describeStores } from '../../../test/builders/records.ts';
import type { SignInOutcome } from './index.ts';
import { KEY_FILE } from './key-store.ts';
import {
  beginEnrolment,
  findPerson,
  firstAdministratorLink,
  newLink,
  redeemLink,
  requireIdentityKey,
  resetLostKey,
  signInWithCode,
  signInWithPassword,
} from './service.ts';

const OPERATOR = { kind: 'operator', name: 'anna', as: null } as const;
const ada = { email: 'ada@example.gov.uk', password: PASSWORD, caller: CALLER };
const tokenOf = (outcome: SignInOutcome): string => ('token' in outcome ? outcome.token : '');

describeStores('a lost identity key', (open) => {
  const begin = async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    await requireIdentityKey(place.system);
    const file = join(place.system.dataFolder, 'keys', KEY_FILE);
    return { database, close, place, file };
  };

  it('keeps Wardroom from starting, and is not made anew, until its copy is put back', async () => {
    const { close, place, file } = await begin();
    await firstAdministrator(place);
    const copy = await readFile(file);
    await rm(file);
    await expect(requireIdentityKey(place.system)).rejects.toThrow('put keys/identity.key back from the backup');
    await expect(access(file)).rejects.toThrow('ENOENT');
    await writeFile(file, Buffer.alloc(32, 7));
    await expect(requireIdentityKey(place.system)).rejects.toMatchObject({ name: 'Refusal' });
    await writeFile(file, copy);
    await requireIdentityKey(place.system);
    await close();
  });

  it('matters to nobody while nothing is sealed', async () => {
    const { close, place, file } = await begin();
    await rm(file);
    await requireIdentityKey(place.system);
    await access(file);
    await firstAdministrator(place);
    await requireIdentityKey(place.system);
    await close();
  });

  it('is said in words to who gives a code meanwhile', async () => {
    const { close, place, file } = await begin();
    const { secret } = await firstAdministrator(place);
    place.later(60);
    await writeFile(file, Buffer.alloc(32, 7));
    const token = tokenOf(await signInWithPassword(place.system, ada));
    const code = codeAt(secret, place.system.now());
    const outcome = await signInWithCode(place.system, { token, code, caller: CALLER });
    expect(JSON.stringify(outcome)).toContain('a key file was lost');
    await close();
  });

  it('does not stop who was setting a second factor up: they get another secret', async () => {
    const { close, place, file } = await begin();
    const link = await firstAdministratorLink(place.system, 'Central North');
    const typed = { token: link?.path.slice(-43) ?? '', name: 'Ada', email: ada.email, password: PASSWORD };
    const token = tokenOf(await redeemLink(place.system, { ...typed, caller: CALLER }));
    const before = await beginEnrolment(place.system, token);
    await writeFile(file, Buffer.alloc(32, 7));
    const after = await beginEnrolment(place.system, token);
    expect(after?.secret).toMatch(/^[A-Z2-7 ]+$/);
    expect(after?.secret).not.toBe(before?.secret);
    expect(await beginEnrolment(place.system, token)).toEqual(after);
    await close();
  });

  it('is got over by voiding what it sealed, on record, and never by a password alone', async () => {
    const { database, close, place, file } = await begin();
    const { person } = await firstAdministrator(place);
    expect(await resetLostKey(place.system, 'to see')).toBeNull();
    await rm(file);
    const operator = { ...place.system, actor: 'cli:anna' };
    expect(await resetLostKey(operator, 'the disk died')).toEqual([person]);
    await requireIdentityKey(place.system);
    expect((await signInWithPassword(place.system, ada)).kind).toBe('refused');
    const found = await findPerson(place.as(OPERATOR), ada.email);
    const made = await newLink(place.as(OPERATOR), {
      person: found?.id ?? '',
      reason: 'lost',
      firstUnit: 'Central North',
    });
    if (made.kind === 'refused') throw new Error(JSON.stringify(made));
    expect((await follow(place, made.link)).person).toBe(person);
    const { rows } = await sql`select actor, reason, whom from platform.audit
      where action = 'users.reset-lost-key'`.execute(database.system);
    expect(rows).toEqual([{ actor: 'cli:anna', reason: 'the disk died', whom: person }]);
    await close();
  });
});
