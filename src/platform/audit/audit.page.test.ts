import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { type AccountServer, accountServer, type Guest, linkOn } from '../../../test/builders/account-pages.ts';
import { listGrants, listPeople } from '../identity/service.ts';
import { readHead } from './head-text.ts';
import { OPENSSL_LINES } from './pages/heads-page.tsx';

let place: AccountServer;
let ada: Guest;
let auditor: Guest;
/** Somebody who signed in; the first administrator proposed a role for them, and `approver` approved it. */
async function joined(name: string, role: string, approver?: Guest): Promise<Guest> {
  const email = `${role}@example.gov.uk`;
  const added = await ada.browser.post('/people/add', { name, email, organisation: '' });
  const guest = await place.follow(linkOn(added.body));
  const id = (await listPeople(place.system)).find((person) => person.name === name)?.id ?? '';
  await ada.browser.post(`/people/${id}/role`, { role, place: 'Central North', from: '2026-03-10', until: '' });
  const [grant] = await listGrants(place.system, id);
  await (approver ?? ada).browser.post(`/people/roles/${grant?.id}/approve`);
  place.later(3);
  return guest;
}

beforeEach(async () => {
  place = await accountServer();
  ada = await place.first();
  // Alone the first administrator lets in who approves the rest.
  const commander = await joined('Bo Commander', 'command');
  auditor = await joined('=Cy Auditor', 'auditor', commander);
});
afterEach(async () => {
  expect(place.faults).toEqual([]);
  await place.close();
});

const giveReason = () => auditor.browser.post('/audit/reason', { reason: 'yearly review', next: '/audit' });

it('the audit asks why before it shows anything, and writes down that somebody looked', async () => {
  const first = await auditor.browser.get('/audit?module=users');
  expect(first.headers.location).toBe('/audit/reason?next=%2Faudit%3Fmodule%3Dusers');
  const asked = await auditor.browser.get(first.headers.location ?? '');
  expect(asked.body).toContain('Why do you look at the audit?');
  expect(asked.body).toContain('name="next" value="/audit?module=users"');
  const empty = await auditor.browser.post('/audit/reason', { reason: ' ', next: '/audit?module=users' });
  expect(empty.statusCode).toBe(400);
  expect(empty.body).toContain('href="#reason"');
  const given = await auditor.browser.post('/audit/reason', { reason: 'yearly review', next: '/audit?module=users' });
  expect(given.headers.location).toBe('/audit?module=users');
  const { body } = await auditor.browser.get('/audit?module=users');
  expect(body).toContain('Your reason: <b>yearly review</b>');
  expect(body).toContain('<b>Ada First</b>');
  expect(body).toContain('approved the role command for Bo Commander, alone');
  expect(body).toContain('<b>Bo Commander</b> approved the role auditor for =Cy Auditor');
  expect((await auditor.browser.get('/audit?module=audit')).body).toContain('Reason: yearly review');
});

it('the reason is the session’s own, and ends with disuse', async () => {
  await giveReason();
  expect((await auditor.browser.get('/audit')).statusCode).toBe(200);
  place.later(29 * 60);
  expect((await auditor.browser.get('/account')).statusCode).toBe(200);
  place.later(2 * 60);
  expect((await auditor.browser.get('/audit')).statusCode).toBe(303);
});

it('a reason leads on to the audit and nowhere else', async () => {
  for (const next of ['/people', '//elsewhere.example', 'https://elsewhere.example'])
    expect((await auditor.browser.post('/audit/reason', { reason: 'x', next })).headers.location).toBe('/audit');
});

it('searches by who, on whom, what and when, with names in the words and identities in the address', async () => {
  await giveReason();
  const people = await listPeople(place.system);
  const id = people.find(({ name }) => name === 'Ada First')?.id ?? '';
  const hers = (await auditor.browser.get(`/audit?who=${id}`)).body;
  expect(hers).toContain(`<option value="${id}" selected>Ada First</option>`);
  expect(hers).not.toContain('<b>=Cy Auditor</b>');
  // Details in words: what holds nothing is left out.
  expect(hers).toMatch(/>Alone<\/dt>\s*<dd[^>]*><span[^>]*>(Yes|No)</);
  expect(hers).not.toMatch(/>(null|false|true)</);
  expect((await auditor.browser.get(`/audit?whom=${id}`)).body).toContain('followed the first administrator’s link');
  expect((await auditor.browser.get('/audit?what=nothing-like-it')).body).toContain('Nothing fits.');
  expect((await auditor.browser.get('/audit?to=2026-03-09')).body).toContain('Nothing fits.');
  const wrong = await auditor.browser.get('/audit?from=10%2F3');
  expect(wrong.statusCode).toBe(400);
  expect(wrong.body).toContain('id="from-error"');
});

it('goes through more than a page by the number of an entry', async () => {
  await giveReason();
  for (let looks = 0; looks < 60; looks += 1) await auditor.browser.get('/audit?what=none');
  const first = (await auditor.browser.get('/audit?module=audit')).body;
  const next = /href="(\/audit\?module=audit&amp;before=\d+)"/.exec(first)?.[1]?.replace('&amp;', '&') ?? '';
  const second = (await auditor.browser.get(next)).body;
  expect(second).toContain('Earlier entries');
  const entries = (body: string) => [...body.matchAll(/entry (\d+) · audit/g)].map(([, seq]) => Number(seq));
  expect(entries(first)).toHaveLength(50);
  expect(Math.max(...entries(second))).toBe(Math.min(...entries(first)) - 1);
});

it('is taken away as CSV in which nothing is a formula', async () => {
  expect((await auditor.browser.get('/audit/entries.csv')).headers.location).toContain('/audit/reason');
  await auditor.browser.post('/audit/reason', { reason: '=1+1', next: '/audit' });
  await auditor.browser.get('/audit');
  const { headers, body } = await auditor.browser.get('/audit/entries.csv');
  expect(headers['content-type']).toContain('text/csv');
  expect(headers['content-disposition']).toBe('attachment; filename="audit-2026-03-10.csv"');
  expect(body.split('\n')[0]).toContain('entry,at,module');
  expect(body).toContain('users.add');
  expect(body).toContain(",'=1+1,");
  expect(body).not.toMatch(/(^|,)"?[=+@-]/m);
});

it('is checked, and heads are made, listed and taken away with the key that proves them', async () => {
  const before = await auditor.browser.get('/audit/check');
  expect(before.body).toContain('<b>Nothing was rewritten</b>');
  expect(before.body).toContain('no head was ever exported');
  expect((await place.browser().get('/audit/key.pem')).statusCode).toBe(404);
  expect((await auditor.browser.post('/audit/heads')).headers.location).toBe('/audit/check');
  const after = (await auditor.browser.get('/audit/check')).body;
  const [, name = ''] = /href="\/audit\/heads\/([^"]+)"/.exec(after) ?? [];
  const head = await auditor.browser.get(`/audit/heads/${name}`);
  const key = await place.browser().get('/audit/key.pem');
  expect(readHead(head.body, name, key.body).because).toBeNull();
  const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
  expect(readHead(head.body, name, other).head).toBeNull();
  expect((await auditor.browser.get('/audit/heads/..%2Fkeys%2Faudit-signing.pem')).statusCode).toBe(404);
});

it('heads are for anyone: listed, the latest by itself, and checked with openssl alone as the page says', async () => {
  const council = place.browser();
  expect((await council.get('/audit/heads')).body).toContain('None was made yet.');
  expect((await council.get('/audit/heads/latest.json')).statusCode).toBe(404);
  expect((await council.get('/audit/heads.json')).json()).toEqual({ key: '/audit/key.pem', heads: [] });
  await auditor.browser.post('/audit/heads');
  place.later(60);
  await auditor.browser.post('/audit/heads');
  const page = (await council.get('/audit/heads')).body;
  const { key, heads } = (await council.get('/audit/heads.json')).json();
  expect(heads).toHaveLength(2);
  expect(heads[0].signed > heads[1].signed).toBe(true);
  expect(page).toContain(`href="${heads[0].href}"`);
  const latest = await council.get('/audit/heads/latest.json');
  expect(latest.body).toBe((await council.get(heads[0].href)).body);
  const pem = (await council.get(key)).body;
  expect(readHead(latest.body, 'latest', pem).head).toMatchObject({ seq: heads[0].entry, hash: heads[0].hash });

  const folder = await mkdtemp(join(inject('runFolder'), 'council-'));
  await writeFile(join(folder, 'head.json'), latest.body);
  await writeFile(join(folder, 'public.pem'), pem);
  // As they are read on the page, where white space is one space.
  const shown = OPENSSL_LINES.map((line) => line.replaceAll(/\s+/g, ' '));
  const typed = () => execFileSync('sh', ['-ec', shown.join('\n')], { cwd: folder, stdio: 'pipe' }).toString();
  const [, fingerprint = ''] = /SHA-256: <span class="w-secret">([0-9a-f]{64})</.exec(page) ?? [];
  expect(fingerprint).not.toBe('');
  expect(typed()).toContain(fingerprint);
  expect(typed()).toContain('Signature Verified Successfully');
  await writeFile(join(folder, 'head.json'), latest.body.replace(/entry \d+/, 'entry 999999'));
  expect(typed).toThrow();
});

it('gives no head out whose signature does not fit, and no other file', async () => {
  await auditor.browser.post('/audit/heads');
  const folder = join(place.system.dataFolder, 'audit-heads');
  const forged = 'audit-head-daily-2030-01-01.json';
  await writeFile(join(folder, forged), '{ "text": "wardroom audit head 1", "signature": "AAAA" }');
  const council = place.browser();
  expect((await council.get('/audit/heads.json')).json().heads).toHaveLength(1);
  expect((await council.get('/audit/heads/latest.json')).statusCode).toBe(200);
  for (const name of [forged, '..%2Fkeys%2Faudit-signing.pem', 'audit-signing.pem'])
    expect([name, (await council.get(`/audit/heads/${name}`)).statusCode]).toEqual([name, 404]);
});

it('is for auditors alone, but for its heads', async () => {
  for (const url of ['/audit', '/audit/reason', '/audit/check', '/audit/entries.csv'])
    expect([url, (await ada.browser.get(url)).statusCode]).toEqual([url, 403]);
  expect((await ada.browser.post('/audit/heads')).statusCode).toBe(403);
  expect((await place.browser().get('/audit')).headers.location).toBe('/sign-in?next=%2Faudit');
});
