import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AccountServer, accountServer } from '../../../test/builders/account-pages.ts';
import { codeAt, PASSWORD } from '../../../test/builders/people.ts';
import { beginDemonstration, firstAdministratorLink } from './service.ts';

let place: AccountServer;
beforeEach(async () => {
  place = await accountServer();
});
afterEach(async () => {
  expect(place.faults).toEqual([]);
  await place.close();
});

const SETTINGS = { name: 'Ada First', email: 'ada@example.gov.uk', password: PASSWORD };

describe('a one-time link', () => {
  it('changes nothing however often it is looked at, and works once', async () => {
    const path = (await firstAdministratorLink(place.system, 'Central North'))?.path ?? '';
    for (let looks = 0; looks < 3; looks += 1) {
      const looked = await place.browser().get(path);
      expect(looked.statusCode).toBe(200);
      expect(looked.body).toContain('Become the first administrator');
      expect(looked.body).toContain('autocomplete="new-password"');
    }
    const redeemed = await place.browser().post(path, SETTINGS);
    expect([redeemed.statusCode, redeemed.headers.location]).toEqual([303, '/sign-in/set-up']);
    const again = await place.browser().post(path, SETTINGS);
    expect(again.statusCode).toBe(410);
    expect((await place.browser().get(path)).body).toContain('This link does not work');
  });

  it('is good still after a password that is too short, which is said beside the field and in the list', async () => {
    const path = (await firstAdministratorLink(place.system, 'Central North'))?.path ?? '';
    const refused = await place.browser().post(path, { ...SETTINGS, password: 'short' });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('<title>Error: Become the first administrator');
    expect(refused.body).toContain('href="#password"');
    expect(refused.body).toContain('id="password-error"');
    expect(refused.body).toContain('value="Ada First"');
    expect(refused.body).not.toContain('value="short"');
    expect((await place.browser().post(path, SETTINGS)).statusCode).toBe(303);
  });
});

describe('signing in', () => {
  it('asks for the password, then the code, and goes on to the page that was asked for', async () => {
    const { secret } = await place.first();
    place.later(60);
    const browser = place.browser();
    expect((await browser.get('/account')).headers.location).toBe('/sign-in?next=%2Faccount');
    expect((await browser.get('/sign-in?next=%2Faccount')).body).toContain('name="next" value="/account"');
    const half = await browser.post('/sign-in', { email: SETTINGS.email, password: PASSWORD, next: '/account' });
    expect(half.headers.location).toBe('/sign-in/second-factor?next=%2Faccount');
    expect((await browser.get('/account')).statusCode, 'half signed in is not signed in').toBe(303);
    const page = await browser.get('/sign-in/second-factor?next=%2Faccount');
    expect(page.body).toContain('autocomplete="one-time-code"');
    const whole = await browser.post('/sign-in/second-factor', {
      code: codeAt(secret, place.now()),
      next: '/account',
    });
    expect(whole.headers.location).toBe('/account');
    const account = await browser.get('/account');
    expect(account.body).toContain('Ada First');
    expect(account.body).toContain('Administrator, Central North');
  });

  it('takes a recovery code once', async () => {
    const { recoveryCodes } = await place.first();
    expect(recoveryCodes).toHaveLength(10);
    const [code = ''] = recoveryCodes;
    const statuses: number[] = [];
    for (let tries = 0; tries < 2; tries += 1) {
      const browser = place.browser();
      await browser.post('/sign-in', { email: SETTINGS.email, password: PASSWORD });
      statuses.push((await browser.post('/sign-in/second-factor', { code })).statusCode);
    }
    expect(statuses).toEqual([303, 400]);
  });

  it('answers an unknown address and a wrong password in the same words, and shows no password again', async () => {
    await place.first();
    const answers = await Promise.all(
      ['ada@example.gov.uk', 'nobody@example.gov.uk'].map((email) =>
        place.browser().post('/sign-in', { email, password: 'not the password' }),
      ),
    );
    const said = answers.map(({ body }) => /error-summary__list">(.*?)<\/ul>/.exec(body)?.[1]);
    expect(said[0]).toBe(said[1]);
    expect(said[0]).toContain('do not fit together');
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 400]);
    expect(answers[0]?.body).not.toContain('not the password');
  });

  it('lets the browser remember who signed in fully, past signing out, and nobody who signed in half', async () => {
    const { browser, secret } = await place.first();
    expect(browser.cookies.has('wardroom-device')).toBe(true);
    await browser.post('/sign-out');
    expect(browser.cookies.has('wardroom-device')).toBe(true);
    place.later(60);
    const stranger = place.browser();
    await stranger.post('/sign-in', { email: SETTINGS.email, password: PASSWORD });
    expect(stranger.cookies.has('wardroom-device')).toBe(false);
    const whole = await stranger.post('/sign-in/second-factor', { code: codeAt(secret, place.now()) });
    const kept = [whole.headers['set-cookie']].flat().find((each) => each?.startsWith('wardroom-device='));
    expect(kept).toMatch(/Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/);
    for (let tries = 0; tries < 6; tries += 1)
      await place.browser().post('/sign-in', { email: SETTINGS.email, password: 'not the password' });
    const typed = { email: SETTINGS.email, password: PASSWORD };
    expect((await place.browser().post('/sign-in', typed)).statusCode).toBe(400);
    expect((await browser.post('/sign-in', typed)).statusCode).toBe(303);
  });

  it('says beside each field what is missing', async () => {
    const { body, statusCode } = await place.browser().post('/sign-in', {});
    expect(statusCode).toBe(400);
    expect(body).toContain('Type your e-mail address.');
    expect(body).toContain('Type your password.');
  });

  it.each(['//elsewhere.example', 'https://elsewhere.example/', '/\\elsewhere.example', '/sign-in', '/link/abc'])(
    'never goes on to %s',
    async (next) => {
      const { body } = await place.browser().get(`/sign-in?next=${encodeURIComponent(next)}`);
      expect(body).toContain('name="next" value="/"');
    },
  );

  it('shows the second factor to be set up as a picture without a style, and as text', async () => {
    const path = (await firstAdministratorLink(place.system, 'Central North'))?.path ?? '';
    const browser = place.browser();
    await browser.post(path, SETTINGS);
    const { body } = await browser.get('/sign-in/set-up');
    expect(body).toMatch(/<svg class="w-qr" viewBox="0 0 \d+ \d+" role="img"/);
    expect(body).not.toMatch(/ style=|<style/);
    const wrong = await browser.post('/sign-in/set-up', { code: '000000' });
    expect(wrong.statusCode).toBe(400);
    expect(/w-secret">([A-Z2-7 ]+)</.exec(wrong.body)?.[1]).toBe(/w-secret">([A-Z2-7 ]+)</.exec(body)?.[1]);
  });

  it('sends who is not half signed in back to the beginning', async () => {
    for (const step of ['/sign-in/second-factor', '/sign-in/set-up']) {
      expect((await place.browser().get(step)).headers.location).toBe('/sign-in');
      expect((await place.browser().post(step, { code: '123456' })).headers.location).toBe('/sign-in');
    }
  });

  it('ends with signing out, in the records too', async () => {
    const { browser } = await place.first();
    const stolen = new Map(browser.cookies);
    expect((await browser.post('/sign-out')).headers.location).toBe('/signed-out');
    expect((await browser.get('/signed-out')).body).toContain('You are signed out');
    place.later(3);
    for (const [name, value] of stolen) browser.cookies.set(name, value);
    expect((await browser.get('/account')).headers.location).toContain('/sign-in');
  });
});

describe('the demonstration', () => {
  it('offers a button for each of its people, and one press signs in', async () => {
    const scope = { unit: 'Central North', borough: null, ward: null };
    const others = { scope, organisation: null };
    await beginDemonstration(place.system, [
      { name: 'Avery Demo', role: 'auditor', ...others },
      { name: 'Morgan Demo', role: 'command', ...others },
      { name: 'Sunita Demo', role: 'command', mailbox: 'superintendent', ...others },
    ]);
    const browser = place.browser();
    const { body } = await browser.get('/sign-in');
    const [commander, second, person = ''] = [...body.matchAll(/name="person" value="([^"]+)"/g)].map(
      ([, id = '']) => id,
    );
    expect(new Set([commander, second, person]).size).toBe(3);
    expect(body).toContain('Checks who did what, and why; changes nothing.');
    expect((await browser.post('/sign-in/demonstration', { person })).headers.location).toBe('/');
    const account = await browser.get('/account');
    expect(account.body).toContain('Avery Demo');
    expect(account.body).not.toContain('/account/password');
    expect((await browser.get('/account/authenticator')).statusCode).toBe(404);
  });

  it('is neither offered nor done where it is off', async () => {
    const browser = place.browser();
    const person = 'person:0123456789abcdef';
    expect((await browser.get('/sign-in')).body).not.toContain('Try Wardroom as');
    expect((await browser.post('/sign-in/demonstration', { person })).statusCode).toBe(404);
    expect((await browser.post('/sign-in/demonstration', { person: 'king' })).statusCode).toBe(400);
  });
});
