import type { Command } from 'commander';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { firstAdministrator, follow, PLACES, type SignInPlace, signInPlace } from '../../../test/builders/people.ts';
import { emptyRecords } from '../../../test/builders/records.ts';
import { runCommands } from '../../../test/builders/run-commands.ts';
import type { OpenPlatform, Output } from '../command-line.ts';
import type { Platform } from '../platform.ts';
import { userCommands } from './commands.ts';
import { demonstrationCommands } from './demonstration-commands.ts';
import type { NewLink } from './model.ts';

const OPERATOR = { kind: 'operator', name: 'anna', as: null } as const;
const origin = () => 'https://wardroom.example';
const add = (program: Command, open: OpenPlatform, output: Output) =>
  userCommands(program, { open, output, places: () => PLACES, origin });
const user = (platform: Platform, ...args: string[]) => runCommands(add, platform, ['user', ...args]);
const linkIn = (lines: string[]): NewLink => ({
  path: lines.find((line) => line.startsWith('https://'))?.replace(origin(), '') ?? '',
  purpose: 'invitation',
  expiresAt: new Date(),
});

async function begin(): Promise<{
  place: SignInPlace;
  as: (email: string) => Promise<Platform>;
  close(): Promise<void>;
}> {
  const { database, close } = await emptyRecords();
  const place = await signInPlace(database);
  const as = async (email: string) => {
    const { principal } = await place.asPerson(email);
    if (principal.kind !== 'person') throw new Error('nobody');
    const { person, grants } = principal;
    return place.as({ kind: 'operator', name: 'anna', as: { person, grants } });
  };
  return { place, as, close };
}

it('adds the first person, who follows the printed link, and then others by the two-person rule', async () => {
  const { place, as, close } = await begin();
  const operator = place.as(OPERATOR);
  const first = await user(operator, 'add', 'ada@example.gov.uk', '--name', 'Ada First');
  await follow(place, linkIn(first.lines));
  expect((await user(operator, 'roles', 'ada@example.gov.uk')).lines[0]).toMatch(/^Administrator, Central North, from/);
  const second = await user(operator, 'add', 'bo@example.gov.uk', '--name', 'Bo', '--organisation', 'Camden Council');
  await follow(place, linkIn(second.lines));
  const grant = ['grant', 'bo@example.gov.uk', 'command', '--unit', 'Central North'];
  const proposed = await user(operator, ...grant);
  const id = /grant:[0-9a-f]{16}/.exec(proposed.lines[0] ?? '')?.[0] ?? '';
  expect((await user(operator, 'waiting')).lines).toEqual([
    expect.stringMatching(new RegExp(`^For Bo: Command, Central North.*, as ${id}\\.$`)),
  ]);
  expect(await user(operator, 'approve', id)).toMatchObject({ exitCode: 1 });
  expect(await user(await as('ada@example.gov.uk'), 'approve', 'grant:x')).toMatchObject({
    exitCode: 1,
    errors: ['There is no role grant:x: "wardroom user waiting" lists those that wait, with their ids.'],
  });
  const approved = await user(await as('ada@example.gov.uk'), 'approve', id);
  expect(approved.lines[0]).toContain('by one person alone, which stays on record');
  expect((await user(operator, 'waiting')).lines).toEqual(['No role waits.']);
  const list = await user(operator, 'list');
  expect(list.lines.slice(2).map((line) => line.split(/ {2,}/).slice(0, 4))).toEqual([
    ['Ada First', 'ada@example.gov.uk', 'police', 'active'],
    ['Bo', 'bo@example.gov.uk', 'Camden Council', 'active'],
  ]);
  await close();
});

it('brings a lost administrator back, and says so in the audit', async () => {
  const { place, close } = await begin();
  const lost = await firstAdministrator(place);
  const said = await user(place.as(OPERATOR), 'link', 'ada@example.gov.uk', '--reason', 'phone lost');
  const found = await follow(place, linkIn(said.lines));
  expect(found.person).toBe(lost.person);
  expect(found.secret).not.toBe(lost.secret);
  const audited = await sql`select actor, whom, reason, detail from platform.audit
    where action = 'users.make-link' order by seq desc limit 1`.execute(place.system.records);
  expect(audited.rows).toEqual([
    {
      actor: 'cli:anna',
      whom: lost.person,
      reason: 'phone lost',
      detail: '{"purpose":"reset","secondFactorToo":true}',
    },
  ]);
  await close();
});

it('says what is wrong, with the exit code for it', async () => {
  const { place, close } = await begin();
  await firstAdministrator(place);
  const operator = place.as(OPERATOR);
  const unit = ['--unit', 'Central North'];
  expect(await user(operator, 'grant', 'ada@example.gov.uk', 'chief', ...unit)).toMatchObject({ exitCode: 2 });
  expect(await user(operator, 'grant', 'no@example.gov.uk', 'analyst', ...unit)).toMatchObject({ exitCode: 1 });
  expect(await user(operator, 'add', 'nonsense', '--name', 'X')).toMatchObject({
    exitCode: 1,
    errors: ['Type an e-mail address of plain letters without accents, such as name@example.gov.uk.'],
  });
  const disabled = await user(operator, 'disable', 'ada@example.gov.uk', '--reason', 'left');
  expect(disabled).toMatchObject({ exitCode: 1, opened: 1, closed: 1 });
  await close();
});

it('shows, begins and ends the demonstration', async () => {
  const { place, close } = await begin();
  const edge = (program: Command, open: OpenPlatform, output: Output) =>
    demonstrationCommands(program, {
      open,
      openSystem: async () => ({ platform: place.system, close: async () => undefined }),
      output,
      people: [],
    });
  const run = (what: string) => runCommands(edge, place.as(OPERATOR), ['demonstration', what]);
  expect((await run('begin')).lines[0]).toContain('is on');
  expect((await run('end')).lines[0]).toContain('has ended');
  expect((await run('show')).lines[0]).toContain('for ever');
  expect(await run('begin')).toMatchObject({ exitCode: 1 });
  await close();
});
