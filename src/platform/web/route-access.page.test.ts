import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Asker, type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { type Principal, ROLES, type Role } from '../access/index.ts';
import { NotFound, PUBLISHED, type RouteAccess } from './index.ts';

const importing: RouteAccess = { kind: 'allowed', module: 'imports', act: 'write' };
const visitor: Principal = { kind: 'visitor' };
const scope = { unit: 'Central North', borough: null, ward: null };
const holding = (role: Role): Principal => ({
  kind: 'person',
  person: `person:${role}`,
  grants: [{ role, scope, organisation: null }],
  demonstration: false,
  steppedUp: false,
});

let pages: PageServer;
beforeEach(async () => {
  pages = await pageServer((server) => {
    const say = async ({ platform }: { platform: { actor: string } }) => platform.actor;
    server.get('/open', { config: { access: PUBLISHED } }, say);
    server.get('/way-in', { config: { access: { kind: 'way-in' } } }, say);
    server.get('/own', { config: { access: { kind: 'signed-in' } } }, say);
    server.get('/imports', { config: { access: importing } }, say);
    server.post('/imports', { config: { access: importing } }, say);
    server.get('/hidden', { config: { access: { kind: 'signed-in' } } }, () => {
      throw new NotFound('There is no such case.');
    });
  });
});
afterEach(() => pages.close());

const status = async (asker: Asker, url: string) => (await asker.get(url)).statusCode;

it('refuses to mount a route that does not say who may call it', async () => {
  const unready = await pageServer((server) => {
    expect(() => server.get('/forgotten', async () => 'anything')).toThrow(
      'GET /forgotten does not say who may call it: give it config.access.',
    );
    expect(() => server.post('/forgotten', { config: {} }, async () => 'anything')).toThrow('POST /forgotten');
  });
  await unready.close();
});

it('lists what is mounted with who may call it', () => {
  expect(pages.server.mountedRoutes).toContainEqual({
    method: 'POST',
    url: '/imports',
    access: importing,
    takesFiles: false,
  });
  const kinds = new Set(pages.server.mountedRoutes.map(({ access }) => access.kind));
  expect([...kinds].toSorted()).toEqual(['allowed', 'published', 'signed-in', 'way-in']);
});

it('lets anyone read what is published and find the way in', async () => {
  expect(await status(pages.as(visitor), '/open')).toBe(200);
  expect(await status(pages.as(visitor), '/way-in')).toBe(200);
});

it('sends a visitor to sign in and back, and never elsewhere', async () => {
  for (const url of ['/own', '/imports?page=2']) {
    const answer = await pages.as(visitor).get(url);
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(`/sign-in?next=${encodeURIComponent(url)}`);
  }
});

it('answers a visitor’s form with a page that offers sign-in', async () => {
  const answer = await pages.as(visitor).post('/imports');
  expect(answer.statusCode).toBe(401);
  expect(answer.body).toContain('<a class="govuk-link" href="/sign-in">');
});

it.each(ROLES)('lets a person who is %s do what the matrix allows', async (role) => {
  const asker = pages.as(holding(role));
  const allowed = role === 'analyst' || role === 'command';
  expect(await status(asker, '/own')).toBe(200);
  expect(await status(asker, '/imports')).toBe(allowed ? 200 : 403);
  expect((await asker.post('/imports')).statusCode).toBe(allowed ? 200 : 403);
});

it('says what is missing and whom to ask', async () => {
  const { body } = await pages.as(holding('officer')).get('/imports');
  expect(body).toContain('Not for your role');
  expect(body).toContain('Your role does not allow you to change imports: ask an administrator of your command unit');
});

it('hands a handler the platform of who asks, and of nobody else', async () => {
  expect((await pages.as(holding('analyst')).get('/open')).body).toBe('person:analyst');
  expect((await pages.as(holding('command')).get('/open')).body).toBe('person:command');
  expect((await pages.as(visitor).get('/open')).body).toBe('visitor');
});

it('answers a record that a person may not know of as one that is not there', async () => {
  expect(await status(pages.as(holding('officer')), '/hidden')).toBe(404);
});

it('takes a token nobody was given for no token at all', async () => {
  const asker = pages.as(visitor);
  asker.cookies.set('wardroom', 'guessed');
  expect(await status(asker, '/own')).toBe(303);
  asker.cookies.set('wardroom', 'x'.repeat(4_000));
  expect([200, 303]).toContain(await status(asker, '/own'));
});
