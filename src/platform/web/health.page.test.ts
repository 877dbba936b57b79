import { expect, it } from 'vitest';
import { pageServer } from '../../../test/builders/page-server.ts';
import type { Readiness } from './index.ts';

const asked = async (readiness: Readiness) => {
  const pages = await pageServer(() => undefined, undefined, { readiness });
  try {
    const [alive, ready] = [await pages.get('/health'), await pages.get('/health/ready')];
    return { alive: alive.json(), status: ready.statusCode, ready: ready.body, faults: pages.faults.join('') };
  } finally {
    await pages.close();
  }
};

it('says that it lives, and that what it needs works', async () => {
  expect(await asked(async () => null)).toMatchObject({
    alive: { status: 'ok' },
    status: 200,
    ready: '{"status":"ready"}',
  });
});

it('is tried once, however many ask at once', async () => {
  let tried = 0;
  const readiness: Readiness = async () => {
    tried += 1;
    return null;
  };
  const pages = await pageServer(() => undefined, undefined, { readiness });
  const answers = await Promise.all(Array.from({ length: 20 }, () => pages.get('/health/ready')));
  expect([tried, new Set(answers.map(({ statusCode }) => statusCode))]).toEqual([1, new Set([200])]);
  await pages.close();
});

it('lives on and says which part does not work; why is for the log', async () => {
  const error = new Error('no space left on /srv/wardroom');
  const { alive, status, ready, faults } = await asked(async () => ({ part: 'disk', error }));
  expect([alive, status, ready]).toEqual([{ status: 'ok' }, 503, '{"status":"not ready","part":"disk"}']);
  expect(faults).toContain('no space left');
});
