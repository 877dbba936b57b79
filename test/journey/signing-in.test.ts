import { mkdtemp, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { type RunningServer, serve } from '../../src/app/serve.ts';
import { ROLES } from '../../src/platform/access/index.ts';
import { secret } from '../../src/platform/identity/openid/index.ts';
import { ROLE_WORDS } from '../../src/platform/identity/role-words.ts';
import { firstAdministratorLink } from '../../src/platform/identity/service.ts';
import { type AccountServer, accountServer, linkOn } from '../builders/account-pages.ts';
import { demonstrationFolder } from '../builders/demonstration-folder.ts';
import { startOpenIdProvider } from '../builders/openid-provider.ts';
import { codeAt, PASSWORD } from '../builders/people.ts';
import { browserPath, type Visit, visit } from './browser.ts';
import { readers } from './readers.ts';

const chromium = await browserPath();
const ASSETS = join(fileURLToPath(new URL('../..', import.meta.url)), 'dist', 'assets');
vi.setConfig({ testTimeout: 300_000 });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** What a person's authenticator holds, as they see it on the page. */
async function keyOn(page: Page): Promise<string> {
  return ((await page.locator('.w-secret').first().textContent()) ?? '').replaceAll(' ', '');
}

/** From a one-time link to a session: password, second factor, recovery codes. */
async function letIn(place: AccountServer, { page, look }: Visit, path: string): Promise<string> {
  await page.goto(path);
  await look('one-time link');
  await press(page, 'Go on');
  await page.getByText('There is a problem').waitFor();
  await look('one-time link with errors');
  const name = page.getByLabel('Your name');
  if ((await name.count()) > 0) {
    await name.fill('Ada First');
    await page.getByLabel('Your e-mail address').fill('ada@example.gov.uk');
  }
  await page.getByLabel('New password').fill(PASSWORD);
  await press(page, 'Go on');
  await heading(page, 'Set up your second factor');
  await look('second factor to set up');
  const key = await keyOn(page);
  await page.getByLabel('Code', { exact: true }).fill('000000');
  await press(page, 'Confirm');
  await page.getByText('That code is not right').first().waitFor();
  await look('second factor with a wrong code');
  expect(await keyOn(page)).toBe(key);
  await page.getByLabel('Code', { exact: true }).fill(codeAt(key, place.now()));
  await press(page, 'Confirm');
  await heading(page, 'Keep your recovery codes');
  await look('recovery codes');
  expect(await page.locator('.w-codes li').count()).toBe(10);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  return key;
}

async function signIn(
  place: AccountServer,
  page: Page,
  { email, key, next }: Record<'email' | 'key' | 'next', string>,
) {
  place.later(60);
  await page.context().clearCookies();
  await page.goto(next);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await press(page, 'Sign in');
  await heading(page, 'Enter your code');
  await page.getByLabel('Code', { exact: true }).fill(codeAt(key, place.now()));
  await press(page, 'Go on');
  await page.waitForURL(`**${next}`);
}

/** Adds a person and answers the link that invites them. */
async function invite({ page, look }: Visit, name: string, email: string): Promise<string> {
  await page.goto('/people/add');
  await press(page, 'Add');
  await page.getByText('There is a problem').waitFor();
  await look('add a person with errors');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail address').fill(email);
  await press(page, 'Add');
  await heading(page, 'Hand over this link');
  await look('a new link');
  return linkOn(await page.content());
}

async function propose({ page, look }: Visit, name: string, role: string, where: string): Promise<void> {
  await page.goto('/people');
  await page.getByRole('link', { name, exact: true }).click();
  await heading(page, name);
  await page.getByRole('link', { name: 'Propose a role' }).click();
  await look('propose a role');
  await press(page, 'Propose it');
  await page.getByText('Choose a role.').first().waitFor();
  await look('propose a role with errors');
  await page.getByLabel('Role').selectOption({ label: role });
  await page.getByLabel('Where').selectOption({ label: where });
  await press(page, 'Propose it');
  await page.getByText('The role is proposed').waitFor();
  await look('a person with a proposed role');
}

async function approve({ page, look }: Visit, button: string): Promise<void> {
  await page.goto('/people/approvals');
  await look('roles that wait');
  await page.getByRole('button', { name: button }).first().press('Enter');
  await page.getByText('The role is approved.').waitFor();
  await look('a role approved');
}

async function searchAudit(visited: Visit): Promise<void> {
  const { page, look } = visited;
  await page.goto('/audit');
  await heading(page, 'Why do you look at the audit?');
  await look('why the audit');
  await press(page, 'Go on');
  await page.getByText('There is a problem').waitFor();
  await look('why the audit with an error');
  await page.getByLabel('Reason').fill('A yearly review');
  await press(page, 'Go on');
  await heading(page, 'Audit');
  await look('audit');
  await page.getByLabel('Who', { exact: true }).selectOption({ label: 'Ada First' });
  await press(page, 'Search');
  await page.getByText('proposed the role').first().waitFor();
  await page.getByText('Details of entry').first().click();
  await look('audit searched');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'All that fit, as CSV' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain('users.propose-role');
  await page.getByRole('link', { name: 'Check that nothing was rewritten' }).click();
  await page.getByText('Nothing was rewritten').waitFor();
  await press(page, 'Make a head now');
  await page.getByRole('table', { name: 'The latest heads' }).waitFor();
  await look('audit checked');
}

describe.skipIf(chromium === null)('signing in and giving roles, by keyboard', () => {
  it.each(readers('without script'))('from the first link to the audit, %s', async (_name, reader) => {
    const place = await accountServer([], { assetsFolder: ASSETS });
    const address = await place.server.listen({ host: '127.0.0.1', port: 0 });
    const visited = await visit(chromium ?? '', address, reader);
    const { page, look } = visited;
    try {
      const link = await firstAdministratorLink(place.system, 'Central North');
      const ada = await letIn(place, visited, link?.path ?? '');
      await page.goto('/account');
      await look('account');
      await page.getByRole('button', { name: 'Sign out here' }).press('Enter');
      await heading(page, 'You are signed out');
      await look('signed out');
      await page.goto('/sign-in');
      await look('sign-in');
      await page.getByLabel('E-mail address').fill('ada@example.gov.uk');
      await page.getByLabel('Password').fill('not the password');
      await press(page, 'Sign in');
      await page.getByText('do not fit together').waitFor();
      await look('sign-in refused');
      await signIn(place, page, { email: 'ada@example.gov.uk', key: ada, next: '/people' });
      await look('people');

      const boLink = await invite(visited, 'Bo Second', 'bo@example.gov.uk');
      await propose(visited, 'Bo Second', 'Command', 'Central North, the whole unit');
      await page.goto('/people/approvals');
      expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
      await look('a role that waits until its holder has signed in');
      await page.context().clearCookies();
      const bo = await letIn(place, visited, boLink);
      await signIn(place, page, { email: 'ada@example.gov.uk', key: ada, next: '/people' });
      await approve(visited, 'Approve alone');
      const cyLink = await invite(visited, 'Cy Auditor', 'cy@example.gov.uk');
      await propose(visited, 'Cy Auditor', 'Auditor', 'Central North, the whole unit');
      await page.goto('/people/approvals');
      expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
      await look('roles that wait for somebody else');

      await page.context().clearCookies();
      const cy = await letIn(place, visited, cyLink);
      await signIn(place, page, { email: 'bo@example.gov.uk', key: bo, next: '/people' });
      await approve(visited, 'Approve');
      await page.goto('/people/roles-on?date=2026-03-10');
      await look('roles on a day');

      await signIn(place, page, { email: 'cy@example.gov.uk', key: cy, next: '/account' });
      await searchAudit(visited);
    } finally {
      await visited.close();
      await place.close();
    }
  });

  it.each(readers('with script'))('one’s own account, %s', async (_name, reader) => {
    const place = await accountServer([], { assetsFolder: ASSETS });
    const address = await place.server.listen({ host: '127.0.0.1', port: 0 });
    const visited = await visit(chromium ?? '', address, reader);
    const { page, look } = visited;
    try {
      const link = await firstAdministratorLink(place.system, 'Central North');
      const key = await letIn(place, visited, link?.path ?? '');
      for (const path of [
        '/account/password',
        '/account/authenticator',
        '/account/recovery-codes',
        '/account/confirm',
      ]) {
        await page.goto(path);
        await look(path.slice(1).replace('/', ' '));
      }
      await page.goto('/account/password');
      await press(page, 'Change it');
      await page.getByText('Your present password is not right').first().waitFor();
      await look('password with an error');
      await page.goto('/permissions');
      await look('permissions');
      await page.goto('/people');
      await page.getByRole('link', { name: 'Ada First', exact: true }).last().click();
      await page.getByRole('link', { name: 'Change details' }).click();
      await look('change details');
      const other = place.browser();
      place.later(60);
      await other.post('/sign-in', { email: 'ada@example.gov.uk', password: PASSWORD });
      await other.post('/sign-in/second-factor', { code: codeAt(key, place.now()) });
      const seen = { 'seen-name': 'Ada First', 'seen-email': 'ada@example.gov.uk', 'seen-organisation': '' };
      const version = await page.locator('input[name=version]').inputValue();
      const theirs = { name: 'Ada Theirs', email: 'ada@example.gov.uk', organisation: '', version, ...seen };
      await other.post(new URL(page.url()).pathname, theirs);
      await page.getByLabel('Name', { exact: true }).fill('Ada Mine');
      await press(page, 'Save');
      await heading(page, 'Somebody changed this first');
      await look('a stale edit');
      await page.getByLabel('What you entered').check();
      await press(page, 'Save');
      await heading(page, 'Ada Mine');
      await look('a person');
    } finally {
      await visited.close();
      await place.close();
    }
  });
});

describe.skipIf(chromium === null)('the sign-in page', () => {
  it('is gone through by the tab key alone, and takes a pasted code', async () => {
    const place = await accountServer([], { assetsFolder: ASSETS });
    const address = await place.server.listen({ host: '127.0.0.1', port: 0 });
    const { page, close } = await visit(chromium ?? '', address, { width: 1280, script: true });
    const tabTo = async (id: string) => {
      for (let presses = 0; presses < 30; presses += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((wanted) => document.activeElement?.id === wanted, id)) return;
      }
      throw new Error(`No press of the tab key reaches ${id}.`);
    };
    try {
      const { secret: key } = await place.first();
      place.later(60);
      await page.goto('/sign-in?next=%2Faccount');
      await tabTo('email');
      await page.keyboard.type('ada@example.gov.uk');
      await page.keyboard.press('Tab');
      await page.keyboard.insertText(PASSWORD);
      await page.keyboard.press('Enter');
      await heading(page, 'Enter your code');
      await tabTo('code');
      await page.keyboard.insertText(`${codeAt(key, place.now())} `);
      await page.keyboard.press('Enter');
      await heading(page, 'Your account');
    } finally {
      await close();
      await place.close();
    }
  });
});

describe.skipIf(chromium === null)('a new folder without the demonstration', () => {
  it('lets its first administrator in by the link that starting it shows', async () => {
    const dataFolder = await mkdtemp(join(inject('runFolder'), 'journey-'));
    const settings = { dataFolder, databaseUrl: null, host: '127.0.0.1', port: 0, operator: 'journey' };
    const server = await serve({ ...settings, demonstration: false });
    const { page, look, close } = await visit(chromium ?? '', server.address, { width: 320, script: true });
    try {
      await page.goto('/sign-in');
      expect(await page.getByText('Try Wardroom as').count()).toBe(0);
      await page.goto(server.firstAdministratorLink ?? '/none');
      await page.getByLabel('Your name').fill('Ada First');
      await page.getByLabel('Your e-mail address').fill('ada@example.gov.uk');
      await page.getByLabel('New password').fill(PASSWORD);
      await press(page, 'Go on');
      await heading(page, 'Set up your second factor');
      await page.getByLabel('Code', { exact: true }).fill(codeAt(await keyOn(page), new Date()));
      await press(page, 'Confirm');
      await page.getByRole('link', { name: 'I have kept them' }).click();
      await page.getByRole('link', { name: 'People' }).click();
      await heading(page, 'People');
      await look('people of a new folder');
      await page.getByRole('link', { name: 'Add a person' }).click();
      await page.getByLabel('Name', { exact: true }).fill('Bo Second');
      await page.getByLabel('E-mail address').fill('bo@example.gov.uk');
      await press(page, 'Add');
      await heading(page, 'Hand over this link');
      await page.getByRole('link', { name: 'I have copied it' }).click();
      await page.getByRole('link', { name: 'Propose a role' }).click();
      await page.getByLabel('Where').selectOption({ label: 'Bloomsbury, Camden' });
      await look('propose a role in a ward');
    } finally {
      await close();
      await server.close();
    }
  });
});

describe.skipIf(chromium === null)('signing in at an organisation’s provider', () => {
  it('leads there and back, and on to the page that was asked for', async () => {
    const port = await freePort();
    const here = `http://127.0.0.1:${port}`;
    const bo = { subject: 'bo', email: 'bo@camden.gov.uk', emailVerified: true, name: 'Bo', secondFactor: true };
    const running = await startOpenIdProvider({
      redirectUris: [`${here}/sign-in/openid/camden/callback`],
      signOutUris: [`${here}/signed-out`],
      people: [bo],
    });
    const camden = {
      name: 'camden',
      title: 'Camden Council',
      issuer: running.issuer,
      clientId: running.clientId,
      clientSecret: secret(running.clientSecret),
      clientAuthentication: null,
      emailIsTrusted: true,
      emailDomains: ['camden.gov.uk'],
      secondFactor: ['mfa'],
      organisation: 'Camden Council',
    };
    const place = await accountServer([camden], { assetsFolder: ASSETS });
    await place.server.listen({ host: '127.0.0.1', port });
    const { page, look, close } = await visit(chromium ?? '', here, { width: 1280, script: true });
    try {
      const ada = await place.first();
      await ada.browser.post('/people/add', { name: 'Bo', email: bo.email, organisation: 'Camden Council' });
      await page.goto('/account');
      await look('sign-in with a provider');
      await page.getByRole('link', { name: 'Sign in with Camden Council' }).press('Enter');
      await page.getByLabel('User name').fill('bo');
      await page.getByRole('button', { name: 'Sign in' }).press('Enter');
      await page.waitForURL(`${here}/account`);
      await page.getByText('the organisation’s account').waitFor();
      await page.getByRole('button', { name: 'Sign out here' }).press('Enter');
      await page.getByRole('link', { name: 'sign out at Camden Council too' }).press('Enter');
      await page.getByRole('button', { name: 'Yes' }).press('Enter');
      await page.waitForURL(`${here}/signed-out**`);
    } finally {
      await close();
      await place.close();
      await running.close();
    }
  });
});

describe.skipIf(chromium === null)('the demonstration', () => {
  let server: RunningServer;
  beforeAll(async () => {
    const dataFolder = await demonstrationFolder();
    server = await serve({ dataFolder, databaseUrl: null, host: '127.0.0.1', port: 0, operator: 'journey' });
  });
  afterAll(() => server?.close());

  it.each(readers('without script'))('signs in as each role with one press, %s', async (_name, reader) => {
    const { page, look, close } = await visit(chromium ?? '', server.address, reader);
    try {
      await page.goto('/sign-in');
      await look('sign-in of the demonstration');
      const offered = await page.locator('button[name=person]').allInnerTexts();
      // Two people command, for no one may approve what they proposed; each is offered by their own title.
      const titles = ROLES.flatMap((role) =>
        role === 'command' ? ['Commander', 'Superintendent'] : [ROLE_WORDS[role]],
      );
      expect(offered.toSorted()).toEqual(titles.toSorted());
      for (const title of titles) {
        await page.goto('/sign-in?next=%2Faccount');
        await press(page, title);
        await page.waitForURL('**/account');
        await page.getByText('Demo-').first().waitFor();
        await page.getByRole('button', { name: 'Sign out here' }).press('Enter');
        await heading(page, 'You are signed out');
      }
      await page.goto('/sign-in?next=%2Faccount');
      await press(page, ROLE_WORDS.chair);
      await page.waitForURL('**/account');
      await look('account of a made-up person');
    } finally {
      await close();
    }
  });
});

/** A port that nothing listens at now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
