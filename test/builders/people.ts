import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { generateSync } from 'otplib';
import { inject } from 'vitest';
import type { Principal, Role } from '../../src/platform/access/index.ts';
import type { Database } from '../../src/platform/database/index.ts';
import type { Caller, KnownPlaces, NewLink, SignInOutcome } from '../../src/platform/identity/index.ts';
import {
  actAs,
  addPerson,
  approveRoleAlone,
  beginEnrolment,
  confirmEnrolment,
  firstAdministratorLink,
  offeredPeople,
  proposeRole,
  redeemLink,
  signInAsDemonstration,
} from '../../src/platform/identity/service.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { testPlatform } from './test-platform.ts';

/** The password of everybody in tests: long, and about nobody. */
export const PASSWORD = 'nine blue kettles sing';

/** A browser that holds no token. */
export const CALLER: Caller = {
  address: '192.0.2.1',
  userAgent: 'Mozilla/5.0 (X11; Linux) Firefox/140.0',
  token: null,
};

/** One unit of one borough of two wards. */
export const PLACES: KnownPlaces = async () => [
  {
    name: 'Central North',
    boroughs: [
      {
        code: 'E09000007',
        name: 'Camden',
        wards: [
          { code: 'E05013653', name: 'Bloomsbury' },
          { code: 'E05013654', name: 'Camden Square' },
        ],
      },
    ],
  },
];

/** A place of records where people sign in: Wardroom's own platform, whose clock a test moves. */
export interface SignInPlace {
  system: Platform;
  /** Moves the clock on. */
  later(seconds: number): void;
  /** The platform of who acts. */
  as(principal: Principal): Platform;
  /** The platform of a person, with the roles they hold now. */
  asPerson(idOrEmail: string): Promise<Platform>;
}

/** @param start the instant the clock begins at */
export async function signInPlace(database: Database, start = new Date('2026-03-10T12:00:00Z')): Promise<SignInPlace> {
  const dataFolder = await mkdtemp(join(inject('runFolder'), 'identity-'));
  let now = start;
  const clock = () => now;
  const as = (principal: Principal): Platform => ({ ...testPlatform(database, { dataFolder, principal }), now: clock });
  const system: Platform = { ...as({ kind: 'wardroom' }), records: database.system };
  return {
    system,
    as,
    later(seconds) {
      now = new Date(now.getTime() + seconds * 1000);
    },
    async asPerson(idOrEmail) {
      const found = await actAs(system, idOrEmail);
      if (found === null) throw new Error(`Nobody active is called ${idOrEmail}.`);
      const { person, grants } = found;
      return as({ kind: 'person', person, grants, demonstration: false, steppedUp: true });
    },
  };
}

/** Somebody signed in, with what their authenticator holds. */
export interface SignedInPerson {
  token: string;
  person: string;
  secret: string;
  recoveryCodes: readonly string[];
}

/** The code of an authenticator now. */
export const codeAt = (secret: string, at: Date): string =>
  generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) });

/** Goes on from a half sign-in that needs a second factor set up. */
export async function enrol(
  { system }: SignInPlace,
  half: SignInOutcome,
  caller: Caller = CALLER,
): Promise<SignedInPerson> {
  if (half.kind !== 'half' || half.needs !== 'enrolment')
    throw new Error(`No enrolment is needed: ${JSON.stringify(half)}`);
  const begun = await beginEnrolment(system, half.token);
  const secret = (begun?.secret ?? '').replaceAll(' ', '');
  const code = codeAt(secret, system.now());
  const done = await confirmEnrolment(system, { token: half.token, code, caller });
  if (done.kind !== 'signed-in') throw new Error(`Not enrolled: ${JSON.stringify(done)}`);
  return { ...done, secret };
}

/** Follows a link to the end. */
export async function follow(
  place: SignInPlace,
  link: NewLink | null,
  typed: { name?: string; email?: string } = {},
): Promise<SignedInPerson> {
  const token = link?.path.split('/').at(-1) ?? '';
  return enrol(place, await redeemLink(place.system, { token, ...typed, password: PASSWORD, caller: CALLER }));
}

/** The first administrator, signed in. */
export async function firstAdministrator(place: SignInPlace): Promise<SignedInPerson> {
  const link = await firstAdministratorLink(place.system, 'Central North');
  return follow(place, link, { name: 'Ada First', email: 'ada@example.gov.uk' });
}

/** Lets people in past their pages: active, with a second factor that nobody holds. */
export async function letIn({ system }: SignInPlace, ...people: readonly string[]): Promise<void> {
  for (const person of people) {
    await sql`update identity.person set state = 'active' where id = ${person}`.execute(system.records);
    await sql`insert into identity.totp (person, sealed, confirmed_at) values (${person}, '\\x00', ${system.now()})
      on conflict do nothing`.execute(system.records);
  }
}

/** A second person, who may approve roles: let in by the first administrator alone. @returns who acts as them */
export async function secondPerson(place: SignInPlace, first: string): Promise<Platform> {
  const asked = { name: 'Chris Second', email: 'chris@example.gov.uk', organisation: null, firstUnit: '' };
  const administrator = await place.asPerson(first);
  const added = await addPerson(administrator, asked);
  if (added.kind !== 'done') throw new Error(JSON.stringify(added));
  await letIn(place, added.person.id);
  const made = await proposeRole(administrator, wholeUnit(added.person.id, 'command'));
  if (made.kind !== 'done') throw new Error(JSON.stringify(made));
  const approved = await approveRoleAlone(administrator, made.grant.id);
  if (approved.kind !== 'done') throw new Error(JSON.stringify(approved));
  return place.asPerson(added.person.id);
}

/**
 * Signs in as a made-up person, as one press does.
 * @param mailbox before the @ of their address, such as "command"
 * @returns null while the demonstration is off, or nobody is offered at that address
 */
export async function pressAs(system: Platform, mailbox: string) {
  const offered = (await offeredPeople(system)).find(({ email }) => email.startsWith(`${mailbox}@`));
  return offered === undefined ? null : signInAsDemonstration(system, { person: offered.person, caller: CALLER });
}

/** A role of the whole unit, from today. */
export const wholeUnit = (person: string, role: Role) => ({
  person,
  role,
  scope: { unit: 'Central North', borough: null, ward: null },
  from: '2026-03-10',
  until: null,
  places: PLACES,
});
