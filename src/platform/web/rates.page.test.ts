import { afterEach, expect, it, vi } from 'vitest';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { PUBLISHED } from './index.ts';
import { RATES } from './rates.ts';

let pages: PageServer;
const open = async (rates = RATES) => {
  pages = await pageServer(
    (server) => {
      const answer = async () => 'answered';
      server.get('/page', { config: { access: PUBLISHED } }, answer);
      server.get('/export', { config: { access: PUBLISHED, pace: 'heavy' } }, answer);
      server.get('/other-export', { config: { access: PUBLISHED, pace: 'heavy' } }, answer);
      server.get('/sign-in', { config: { access: { kind: 'way-in' }, pace: 'sign-in' } }, answer);
      server.post('/sign-in', { config: { access: { kind: 'way-in' }, pace: 'sign-in' } }, answer);
    },
    undefined,
    { rates },
  );
};
afterEach(async () => {
  vi.useRealTimers();
  await pages.close();
});

const statuses = async (times: number, ask: () => Promise<{ statusCode: number }>) => {
  const found: number[] = [];
  for (let at = 0; at < times; at += 1) found.push((await ask()).statusCode);
  return found;
};

it('answers a heavy request thirty times a minute, the next with a page that says when to go on', async () => {
  await open();
  expect(await statuses(31, () => pages.get('/export'))).toEqual([...Array(30).fill(200), 429]);
  const answer = await pages.get('/export');
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60);
  expect(answer.body).toContain('These figures were asked for too often from your address: wait a minute');
  expect((await pages.get('/page')).statusCode).toBe(200);
  expect((await pages.get('/other-export')).statusCode).toBe(200);
});

it('lets two hundred officers behind one address sign in within a minute, each after one mistake', async () => {
  await open();
  expect(RATES['sign-in']).toBeGreaterThanOrEqual(2 * 200);
  expect(await statuses(2 * 200, () => pages.postWithout('/sign-in'))).not.toContain(429);
});

it('takes so many attempts to sign in of an address, right or wrong, and shows the page still', async () => {
  await open({ ...RATES, 'sign-in': 10 });
  expect(await statuses(11, () => pages.post('/sign-in'))).toEqual([...Array(10).fill(200), 429]);
  expect((await pages.get('/sign-in')).statusCode).toBe(200);
  expect((await pages.postWithout('/sign-in')).statusCode).toBe(429);
});

it('limits everything together, what is not there too, and goes on after a minute', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T12:00:00Z') });
  await open({ ...RATES, general: 4 });
  expect(await statuses(3, () => pages.get('/page'))).toEqual([200, 200, 200]);
  expect(await statuses(2, () => pages.get('/nothing'))).toEqual([404, 429]);
  expect((await pages.get('/health')).statusCode).toBe(429);
  vi.setSystemTime(new Date('2026-03-10T12:01:01Z'));
  expect((await pages.get('/page')).statusCode).toBe(200);
});

it('counts IPv6 addresses by their network, in which one machine has as many as it likes', async () => {
  await open({ ...RATES, general: 3 });
  const from = async (remoteAddress: string) =>
    (await pages.server.inject({ method: 'GET', url: '/page', remoteAddress, headers: { host: '127.0.0.1:3000' } }))
      .statusCode;
  const one = ['2001:db8:1:2::1', '2001:db8:1:2::2', '2001:db8:1:2:a::3', '2001:db8:1:2::4'];
  const answered: number[] = [];
  for (const address of one) answered.push(await from(address));
  expect(answered).toEqual([200, 200, 200, 429]);
  expect(await from('2001:db8:1:3::1')).toBe(200);
});
