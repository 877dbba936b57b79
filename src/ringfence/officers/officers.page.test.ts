import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import {
  emailOf,
  type RingfencePerson,
  type RingfenceRecords,
  ringfencePrincipal,
  ringfenceRecords,
} from '../../../test/builders/ringfence-records.ts';
import { runCommands } from '../../../test/builders/run-commands.ts';
import { officerCommands } from './officer-commands.ts';
import { officersRoutes } from './officers-routes.tsx';

let pages: PageServer;
let kept: RingfenceRecords;
beforeAll(async () => {
  pages = await pageServer((server) => officersRoutes(server));
  kept = await ringfenceRecords(pages.database);
});
afterAll(() => pages.close());

const asked = (who: RingfencePerson) => pages.as(ringfencePrincipal(who));
const linkAt = (officer: string) => `/ringfence/officers/${kept.officers[officer]}/link`;

test.each([
  ['inspector', 200],
  ['command', 200],
  ['sergeant', 403],
  ['officer', 403],
  ['analyst', 403],
  ['auditor', 403],
] as const)('the list answers a %s with %d', async (who, status) => {
  const { statusCode, body } = await asked(who).get('/ringfence/officers');
  expect(statusCode).toBe(status);
  expect(body.includes(emailOf('colleague'))).toBe(status === 200);
});

it('lists the officers of wards with who they are, and links one by e-mail address whatever its capitals', async () => {
  const inspector = asked('inspector');
  const { body } = await inspector.get('/ringfence/officers');
  expect(body).toContain('Dee Marsh (BUN-2)');
  expect(body).toContain('Bloomsbury and Holborn');
  expect(body).not.toContain('Ida Nunn');
  const page = await inspector.get(linkAt('BUN-2'));
  expect(page.body).toContain('Link Dee Marsh with who they sign in as');
  const answer = await inspector.post(linkAt('BUN-2'), { email: ` ${emailOf('unlinked').toUpperCase()} ` });
  expect(answer.headers.location).toBe('/ringfence/officers?done=linked&ward=Bunhill');
  const after = await inspector.get('/ringfence/officers?done=linked');
  expect(after.body).toContain(emailOf('unlinked'));
  expect(after.body).toContain('Linked: they see and record their own duties.');
  const audit = await sql<{ action: string; whom: string; subject: string }>`select action, whom, subject
    from platform.audit order by seq desc limit 1`.execute(pages.system.records);
  expect(audit.rows).toEqual([
    { action: 'ringfence.link-officer', whom: ringfencePrincipal('unlinked').person, subject: 'BUN-2' },
  ]);
  const gone = await inspector.post(`/ringfence/officers/${kept.officers['BUN-2']}/unlink`);
  expect(gone.headers.location).toBe('/ringfence/officers?done=unlinked&ward=Bunhill');
});

it('shows the officers of a ward, and those who are not linked', async () => {
  const { body } = await asked('inspector').get('/ringfence/officers?ward=Bunhill&linked=no');
  expect(body).toContain('Dee Marsh (BUN-2)');
  for (const other of ['Ana Cole (BLO-1)', 'Cai Evans (BUN-1)']) expect(body, other).not.toContain(other);
  expect((await asked('inspector').get('/ringfence/officers?ward=Nowhere')).body).toContain('Nobody fits');
  expect((await asked('inspector').get('/ringfence/officers?page=none')).statusCode).toBe(200);
});

it.each([
  ['BUN-2', 'inspector', 'Nobody says of themselves which officer they are: ask another inspector or command.'],
  ['BUN-2', 'nobody', 'Nobody of this address signs in here: ask an administrator to add them first.'],
  ['BUN-2', 'officer', 'This person is linked with Ana Cole already: unlink them first.'],
  ['BLO-2', 'unlinked', 'Somebody signs in as Ben Okafor already: unlink them first.'],
] as const)('refuses to link %s with %s', async (officer, who, sentence) => {
  const { statusCode, body } = await asked('inspector').post(linkAt(officer), { email: `${who}@example.gov.uk` });
  expect(statusCode).toBe(400);
  expect(body).toContain(sentence);
});

it('refuses to unlink oneself, an officer nobody signs in as, and an address of none', async () => {
  const sam = `/ringfence/officers/${kept.officers['SGT-C']}/unlink`;
  expect((await asked('sergeant').post(sam)).statusCode).toBe(403);
  const none = await asked('command').post(`/ringfence/officers/${kept.officers['BUN-2']}/unlink`);
  expect(none.body).toContain('Nobody signs in as Dee Marsh: there is nothing to unlink.');
  expect((await asked('command').get('/ringfence/officers/999999/link')).statusCode).toBe(404);
});

it('is linked, listed and unlinked from the command line', async () => {
  const run = (...words: string[]) =>
    runCommands((program, open, output) => officerCommands(program, { open, output }), pages.system, [
      'officer',
      ...words,
    ]);
  expect(await run('link', 'BUN-2', emailOf('unlinked'))).toMatchObject({ exitCode: 0 });
  const listed = await run('list', '--unit', 'central north');
  expect(listed.lines.find((line) => line.startsWith('BUN-2'))).toContain(emailOf('unlinked'));
  expect(await run('link', 'BUN-2', emailOf('unlinked'))).toMatchObject({
    exitCode: 2,
    errors: ['Somebody signs in as Dee Marsh already: unlink them first.'],
  });
  expect(await run('unlink', 'BUN-2')).toMatchObject({ exitCode: 0 });
  expect(await run('unlink', 'NOBODY')).toMatchObject({ exitCode: 2 });
});
