import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AccountServer, accountServer, type Guest, linkOn } from '../../../test/builders/account-pages.ts';
import type { Asker } from '../../../test/builders/page-server.ts';
import { codeAt, PASSWORD } from '../../../test/builders/people.ts';
import { listGrants, listPeople } from './service.ts';

let place: AccountServer;
let ada: Guest;
beforeEach(async () => {
  place = await accountServer();
  ada = await place.first();
});
afterEach(async () => {
  expect(place.faults).toEqual([]);
  await place.close();
});

const idOf = async (name: string) =>
  (await listPeople(place.system)).find((person) => person.name === name)?.id ?? 'nobody';
const grantOf = async (name: string) => (await listGrants(place.system, await idOf(name)))[0]?.id ?? 'none';
const bo = { name: 'Bo Second', email: 'bo@example.gov.uk', organisation: '' };

/** Adds a person through the pages, and lets them in. */
async function invited(person = bo, by: Asker = ada.browser): Promise<Guest> {
  const added = await by.post('/people/add', person);
  return place.follow(linkOn(added.body));
}

/** Proposes a role for the whole unit through the pages. */
const propose = async (name: string, role: string, by: Asker = ada.browser) =>
  by.post(`/people/${await idOf(name)}/role`, { role, place: 'Central North', from: '2026-03-10', until: '' });

const approve = async (name: string, by: Asker = ada.browser) =>
  by.post(`/people/roles/${await grantOf(name)}/approve`, {});

describe('people', () => {
  it('are added with a link shown once, and listed with state, roles and when they were last seen', async () => {
    const added = await ada.browser.post('/people/add', bo);
    expect(added.body).toContain(`http://127.0.0.1:3000${linkOn(added.body)}`);
    const listed = await ada.browser.get('/people');
    expect(listed.body).toContain('Invited, has not signed in');
    expect(listed.body).toContain('Never');
    expect(listed.body).toContain('Administrator, Central North');
    expect(listed.body).toContain('10 March 2026 at 12:00');
    const disabled = await ada.browser.get('/people?state=disabled');
    expect(disabled.body).toContain('Nobody fits');
    const administrators = await ada.browser.get('/people?role=administrator');
    expect(administrators.body).toContain('Ada First');
    expect(administrators.body).not.toContain('Bo Second');
  });

  it('are not added with an address that somebody has, or without a name; what was typed stays', async () => {
    const refused = await ada.browser.post('/people/add', {
      name: ' ',
      email: 'ADA@example.gov.uk',
      organisation: 'X',
    });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('Somebody has that e-mail address already');
    expect(refused.body).toContain('href="#name"');
    expect(refused.body).toContain('value="ADA@example.gov.uk"');
  });

  it('are shown to nobody without the role, and changed by nobody who only reads', async () => {
    const { browser } = await invited();
    const id = await idOf('Ada First');
    for (const url of ['/people', `/people/${id}`, '/people/approvals', '/people/roles-on', '/people/add'])
      expect([url, (await browser.get(url)).statusCode]).toEqual([url, 403]);
    const second = await invited({ ...bo, name: 'Cy Second', email: 'cy@example.gov.uk' });
    await propose('Cy Second', 'command');
    await approve('Cy Second');
    place.later(3);
    await propose('Bo Second', 'auditor');
    await approve('Bo Second', second.browser);
    place.later(3);
    const read = await browser.get(`/people/${id}`);
    expect(read.statusCode).toBe(200);
    expect(read.body).not.toContain('/disable');
    for (const url of ['/people/add', `/people/${id}/edit`, `/people/${id}/disable`, `/people/${id}/role`])
      expect([url, (await browser.get(url)).statusCode]).toEqual([url, 403]);
    expect((await browser.post(`/people/${id}/disable`, { reason: 'curious' })).statusCode).toBe(403);
    expect((await place.browser().get('/people')).headers.location).toBe('/sign-in?next=%2Fpeople');
  });

  it('edited by two at once are compared, and nothing typed is lost', async () => {
    await ada.browser.post('/people/add', bo);
    const id = await idOf('Bo Second');
    const opened = (await ada.browser.get(`/people/${id}/edit`)).body;
    expect(opened).toContain('name="version" value="1"');
    const seen = { 'seen-name': bo.name, 'seen-email': bo.email, 'seen-organisation': '', version: '1' };
    const first = await ada.browser.post(`/people/${id}/edit`, { ...seen, ...bo, name: 'Bo Theirs' });
    expect(first.headers.location).toBe(`/people/${id}?done=saved`);
    const stale = await ada.browser.post(`/people/${id}/edit`, {
      ...seen,
      ...bo,
      name: 'Bo Mine',
      organisation: 'Met',
    });
    expect(stale.statusCode).toBe(409);
    expect(stale.body).toContain('Somebody changed this first');
    expect(stale.body).toContain('value="Bo Theirs"');
    expect(stale.body).toContain('value="Bo Mine"');
    expect(stale.body).toContain('name="organisation" value="Met"');
    expect(stale.body).toContain('name="version" value="2"');
    const resolved = { 'seen-name': 'Bo Theirs', 'seen-email': bo.email, 'seen-organisation': '', version: '2' };
    await ada.browser.post(`/people/${id}/edit`, { ...resolved, ...bo, name: 'Bo Mine', organisation: 'Met' });
    expect((await ada.browser.get(`/people/${id}`)).body).toContain('<h1 class="w-title">Bo Mine</h1>');
  });

  it('are disabled with a reason, and let in again by a new link', async () => {
    const { browser } = await invited();
    const id = await idOf('Bo Second');
    expect((await ada.browser.post(`/people/${id}/disable`, { reason: ' ' })).statusCode).toBe(400);
    expect((await ada.browser.post(`/people/${id}/disable`, { reason: 'left' })).headers.location).toContain(
      'done=disabled',
    );
    place.later(3);
    expect((await browser.get('/account')).headers.location).toContain('/sign-in');
    const link = await ada.browser.post(`/people/${id}/link`, { reason: 'came back' });
    expect(linkOn(link.body)).not.toBe('');
    expect((await place.browser().get(linkOn(link.body))).body).toContain('Choose a new password');
  });

  it('have their sessions ended by an administrator, with a reason', async () => {
    const { browser } = await invited();
    const id = await idOf('Bo Second');
    const page = (await ada.browser.get(`/people/${id}`)).body;
    const end = /\/people\/[^"]+\/sessions\/[^"]+\/end/.exec(page)?.[0] ?? '';
    expect((await ada.browser.get(end)).body).toContain('End a session of Bo Second');
    expect((await ada.browser.post(end, { reason: '' })).statusCode).toBe(400);
    expect((await ada.browser.post(end, { reason: 'lost phone' })).headers.location).toContain('done=session');
    place.later(3);
    expect((await browser.get('/account')).headers.location).toContain('/sign-in');
  });

  it('who are nobody are not found', async () => {
    for (const id of ['person:0000000000000000', 'ada@example.gov.uk'])
      expect((await ada.browser.get(`/people/${id}`)).statusCode).toBe(404);
  });
});

describe('roles', () => {
  it('are proposed with what is missing said beside its field', async () => {
    await ada.browser.post('/people/add', bo);
    const id = await idOf('Bo Second');
    const asked = await ada.browser.get(`/people/${id}/role`);
    expect(asked.body).toContain('Bloomsbury, Camden');
    expect(asked.body).toContain('value="2026-03-10"');
    expect(asked.body).toContain('You can approve it alone');
    const empty = await ada.browser.post(`/people/${id}/role`, { role: '', place: '', from: '2026-03-10', until: '' });
    expect(empty.statusCode).toBe(400);
    expect(empty.body).toContain('Choose a role.');
    expect(empty.body).toContain('Choose where the role is held.');
    const nowhere = { role: 'officer', place: 'Central North/E09000033', from: '2026-03-10', until: '' };
    expect((await ada.browser.post(`/people/${id}/role`, nowhere)).body).toContain('has no borough E09000033');
    const early = { role: 'analyst', place: 'Central North', from: '2026-03-09', until: '' };
    expect((await ada.browser.post(`/people/${id}/role`, early)).body).toContain('id="from-error"');
  });

  it('are approved alone by the first administrator until a second person can, and never again', async () => {
    await invited();
    expect((await propose('Bo Second', 'command')).headers.location).toContain('done=proposed');
    const alone = (await ada.browser.get('/people/approvals')).body;
    expect(alone).toContain('Approve alone');
    expect(alone).toContain('you may let in a second person alone');
    expect(alone).not.toContain('Nobody can approve');
    expect((await approve('Bo Second')).headers.location).toBe('/people/approvals?done=approved');
    place.later(3);
    await ada.browser.post('/people/add', { ...bo, name: 'Cy Third', email: 'cy@example.gov.uk' });
    await propose('Cy Third', 'analyst');
    const waiting = (await ada.browser.get('/people/approvals')).body;
    expect(waiting).toContain('Analyst, Central North');
    expect(waiting).not.toContain('Approve alone');
    const link = await ada.browser.post(`/people/${await idOf('Cy Third')}/link`, { reason: 'lost' });
    expect(link.statusCode).toBe(400);
    expect(link.body).toContain('only the owner of the data folder makes this link');
    const tried = await approve('Cy Third');
    expect(tried.statusCode).not.toBe(303);
    const shown = (await ada.browser.get(`/people/${await idOf('Bo Second')}`)).body;
    expect(shown).toContain('Approved alone by Ada First');
  });

  it('are approved by a second person, ended with a reason, and found on their days', async () => {
    const second = await invited();
    await propose('Bo Second', 'command');
    await approve('Bo Second');
    place.later(3);
    const added = await ada.browser.post('/people/add', { ...bo, name: 'Cy Third', email: 'cy@example.gov.uk' });
    await propose('Cy Third', 'analyst');
    const early = (await second.browser.get('/people/approvals')).body;
    expect(early).toContain('Has the address cy@example.gov.uk, and has never signed in.');
    expect(early).toContain('once they have signed in with a second factor');
    expect((await approve('Cy Third', second.browser)).statusCode).toBe(400);
    await place.follow(linkOn(added.body));
    const page = (await second.browser.get('/people/approvals')).body;
    expect(page).toContain(
      'Signs in as cy@example.gov.uk, first on 10 March 2026 at 12:00, by a link that Ada First made.',
    );
    expect(page).toContain('<span class="govuk-visually-hidden">: Analyst, Central North, for Cy Third</span>');
    expect((await approve('Cy Third', second.browser)).headers.location).toContain('done=approved');
    const end = `/people/roles/${await grantOf('Cy Third')}/end`;
    expect((await ada.browser.post(end, { reason: '' })).statusCode).toBe(400);
    expect((await ada.browser.post(end, { reason: 'moved' })).headers.location).toContain('done=ended');
    const today = (await ada.browser.get('/people/roles-on?date=2026-03-10')).body;
    expect(today).toContain('Cy Third');
    expect(today).toContain('<b>3 roles</b> on 10 March 2026');
    const tomorrow = (await ada.browser.get('/people/roles-on?date=2026-03-11')).body;
    expect(tomorrow).not.toContain('Cy Third');
    expect((await ada.browser.get('/people/roles-on?date=10%2F3')).statusCode).toBe(400);
    expect((await ada.browser.get(end)).statusCode).toBe(404);
  });

  it('are declined with a reason', async () => {
    await invited();
    await propose('Bo Second', 'analyst');
    const end = `/people/roles/${await grantOf('Bo Second')}/end`;
    expect((await ada.browser.get(end)).body).toContain('Decline a role');
    expect((await ada.browser.post(end, { reason: 'not needed' })).headers.location).toContain('done=declined');
    expect((await ada.browser.get('/people/approvals')).body).toContain('Nothing waits.');
  });
});

describe('one’s own account', () => {
  const signIn = async (code: string) => {
    const browser = place.browser();
    await browser.post('/sign-in', { email: 'ada@example.gov.uk', password: PASSWORD });
    await browser.post('/sign-in/second-factor', { code });
    return browser;
  };

  it('lists sessions and ends another, and all the others', async () => {
    const other = await signIn(ada.recoveryCodes[0] ?? '');
    const page = (await ada.browser.get('/account')).body;
    expect(page).toContain('(this one)');
    const sessions = [...page.matchAll(/action="\/account\/sessions\/end".*?name="session" value="([^"]+)"/g)];
    expect(sessions).toHaveLength(1);
    const ended = await ada.browser.post('/account/sessions/end', { session: sessions[0]?.[1] ?? '' });
    expect(ended.headers.location).toBe('/account?done=session');
    place.later(3);
    expect((await other.get('/account')).headers.location).toContain('/sign-in');
    const third = await signIn(ada.recoveryCodes[1] ?? '');
    await ada.browser.post('/account/sessions/end-others');
    place.later(3);
    expect((await third.get('/account')).headers.location).toContain('/sign-in');
    expect((await ada.browser.get('/account')).statusCode).toBe(200);
  });

  it('changes the password only with the present one', async () => {
    const wrong = await ada.browser.post('/account/password', { present: 'no', password: 'five green boats row' });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toContain('id="present-error"');
    const weak = await ada.browser.post('/account/password', { present: PASSWORD, password: 'short' });
    expect(weak.body).toContain('id="password-error"');
    const done = await ada.browser.post('/account/password', { present: PASSWORD, password: 'five green boats row' });
    expect(done.headers.location).toBe('/account?done=password');
  });

  it('makes new recovery codes with a code, and voids the old', async () => {
    expect((await ada.browser.post('/account/recovery-codes', { code: '000000' })).statusCode).toBe(400);
    const [old = '', spent = ''] = ada.recoveryCodes;
    const made = await ada.browser.post('/account/recovery-codes', { code: spent });
    expect(made.body.match(/<li>[^<]+<\/li>/g)?.length).toBeGreaterThanOrEqual(10);
    const browser = await signIn(old);
    expect((await browser.get('/account')).headers.location).toContain('/sign-in');
  });

  it('replaces the authenticator by a code of each; until then the present one works', async () => {
    const page = (await ada.browser.get('/account/authenticator')).body;
    const sealed = /name="sealed" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const secret = (/w-secret">([A-Z2-7 ]+)</.exec(page)?.[1] ?? '').replaceAll(' ', '');
    const code = codeAt(secret, place.now());
    const without = await ada.browser.post('/account/authenticator', { sealed, present: '000000', code });
    expect(without.statusCode).toBe(400);
    expect(without.body).toContain('id="present-error"');
    const foreign = await (await invited()).browser.post('/account/authenticator', { sealed, present: '1', code });
    expect(foreign.body).toContain('That took too long');
    place.later(60);
    const [present, next] = [codeAt(ada.secret, place.now()), codeAt(secret, place.now())];
    const done = await ada.browser.post('/account/authenticator', { sealed, present, code: next });
    expect(done.body).toContain('Keep your recovery codes');
    place.later(60);
    const old = await signIn(codeAt(ada.secret, place.now()));
    expect((await old.get('/account')).headers.location).toContain('/sign-in');
    const anew = await signIn(codeAt(secret, place.now()));
    expect((await anew.get('/account')).statusCode).toBe(200);
  });

  it('asks for a code again to approve a role, make a link or disable somebody, a quarter of an hour after the last', async () => {
    const bo = /person:[0-9a-f]{16}/.exec((await ada.browser.get('/people')).body)?.[0] ?? '';
    place.later(16 * 60);
    const sensitive = [`/people/${bo}/link`, `/people/${bo}/disable`];
    for (const page of sensitive) {
      const confirm = `/account/confirm?next=${encodeURIComponent(page)}`;
      expect((await ada.browser.get(page)).headers.location).toBe(confirm);
      expect((await ada.browser.post(page, { reason: 'x' })).headers.location).toBe(confirm);
    }
    const approve = await ada.browser.post('/people/roles/grant:0000000000000000/approve');
    expect(approve.headers.location).toBe('/account/confirm?next=%2Fpeople%2Fapprovals');
    const code = codeAt(ada.secret, place.now());
    await ada.browser.post('/account/confirm', { code, next: '/people' });
    // At once: what the process remembers of the visit is forgotten with the code.
    for (const page of sensitive) expect((await ada.browser.get(page)).statusCode).toBe(200);
  });

  it('asks for a fresh code before what needs one, and goes on to it', async () => {
    const page = await ada.browser.get('/account/confirm?next=%2Fpeople');
    expect(page.body).toContain('name="next" value="/people"');
    place.later(60);
    const wrong = await ada.browser.post('/account/confirm', { code: '1', next: '/people' });
    expect(wrong.statusCode).toBe(400);
    const code = codeAt(ada.secret, place.now());
    expect((await ada.browser.post('/account/confirm', { code, next: '/people' })).headers.location).toBe('/people');
  });
});

it('what each role may do is for everybody to read', async () => {
  const { body, statusCode } = await place.browser().get('/permissions');
  expect(statusCode).toBe(200);
  expect(body).toContain('What a role of auditor may do');
  expect(body).toContain('sees, with reason');
});
