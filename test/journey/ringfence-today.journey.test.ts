import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { identityRoutes } from '../../src/platform/identity/routes.tsx';
import { VISITOR } from '../../src/platform/web/index.ts';
import { planDuty } from '../../src/ringfence/duties/duty-service.ts';
import { revokeDevice } from '../../src/ringfence/phones/device-service.ts';
import { ringfenceRoutes } from '../../src/ringfence/routes.tsx';
import { type PageServer, pageServer } from '../builders/page-server.ts';
import { PLACES } from '../builders/people.ts';
import {
  type RingfencePerson,
  type RingfenceRecords,
  ringfencePrincipal,
  ringfenceRecords,
} from '../builders/ringfence-records.ts';
import { browserPath, visit } from './browser.ts';

const chromium = await browserPath();
const ASSETS = join(fileURLToPath(new URL('../..', import.meta.url)), 'dist', 'assets');
const DAY = '2026-03-10';
vi.setConfig({ testTimeout: 120_000 });

/** People of the test, each with a session of their name. */
const SESSIONS: readonly RingfencePerson[] = ['officer', 'colleague', 'pcso'];

/** How long a phone may take on a busy machine to keep what it keeps. */
const KEEPING = { timeout: 20_000 };

describe.skipIf(chromium === null)('an officer’s day on a phone', () => {
  /** Server and records read this one clock; pages are told. */
  const clock = new Date(`${DAY}T15:10:00Z`);
  /** Whether a request is lost on the way. */
  let isLost: (url: string) => boolean = () => false;
  /** Whether everything is lost that comes after records were posted. */
  let isLostAfterSending = false;
  /** Ids of records as they were posted. */
  const posted: string[] = [];
  let pages: PageServer;
  let laid: RingfenceRecords;
  let address: string;

  beforeAll(async () => {
    pages = await pageServer(
      (server, { system }) => {
        server.addHook('preHandler', async ({ url, body, raw }, reply) => {
          if (isLost(url)) {
            reply.hijack();
            raw.destroy();
          } else if (url === '/today/records') {
            posted.push(...(body as { records: { id: string }[] }).records.map(({ id }) => id));
            if (isLostAfterSending) isLost = (each) => each.startsWith('/today/');
          }
        });
        ringfenceRoutes(server);
        identityRoutes(server, { system, providers: [], places: PLACES });
      },
      clock,
      {
        assetsFolder: ASSETS,
        identify: () => async (token) => {
          const who = SESSIONS.find((each) => each === token);
          if (who === undefined) return VISITOR;
          const session = { id: who, startedAt: clock };
          return {
            principal: ringfencePrincipal(who),
            session,
            name: 'Ana Cole',
            roles: 'Ward officer',
            demonstrationOn: false,
          };
        },
      },
    );
    laid = await ringfenceRecords(pages.database, { now: clock });
    const plan = (officer: string, day: string, start: string, end: string) =>
      planDuty(laid.as('sergeant'), { officer: laid.officers[officer] ?? 0, day, start, end, kind: 'ward' });
    for (const officer of ['BLO-1', 'BLO-2', 'BLO-P']) await plan(officer, DAY, '14:00', '22:00');
    await plan('BLO-1', '2026-03-09', '14:00', '22:00');
    await plan('BLO-1', '2026-03-11', '15:00', '23:00');
    address = await pages.server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => pages?.close());

  const signIn = (context: BrowserContext, who: string) =>
    context.addCookies([{ name: pages.server.cookieNames.session, value: who, url: address }]);
  const itIs = async (time: string, page?: Page) => {
    clock.setTime(Date.parse(`${DAY}T${time}:00Z`));
    await page?.context().clock.setFixedTime(clock);
  };
  /** With script, on a phone in the hand; the worker has kept what it keeps. */
  const phone = async (who: RingfencePerson) => {
    const visited = await visit(chromium ?? '', address, { width: 360, script: true, losesNetwork: true });
    await visited.page.setViewportSize({ width: 360, height: 740 });
    await visited.page.clock.setFixedTime(clock);
    await signIn(visited.page.context(), who);
    await visited.page.goto('/today');
    const hasShell = () => visited.page.evaluate(async () => (await caches.match('/today/shell')) !== undefined);
    await expect.poll(hasShell, KEEPING).toBe(true);
    await expect.poll(() => rowsOf(visited.page), KEEPING).toMatchObject({ duty: 1, keys: 1 });
    return visited;
  };
  const callAway = async (page: Page, reason: string) => {
    await page.getByText('I am being called away').click();
    await page.getByRole('button', { name: new RegExp(`^${reason}`) }).click();
  };
  const absences = async (officer: string) => {
    const { rows } = await sql<{
      from: Date;
      to: Date | null;
      reason: string;
      by: string | null;
    }>`select lower(during) as "from",
      upper(during) as "to", reason, ordered_by as by from ringfence.absence where officer = ${laid.officers[officer]} order by 1`.execute(
      pages.system.records,
    );
    return rows.map(({ from, to, reason, by }) => [
      from.toISOString().slice(11, 16),
      to?.toISOString().slice(11, 16) ?? null,
      reason,
      by,
    ]);
  };

  it('records by plain forms where there is no script', async () => {
    await itIs('15:10');
    const { page, look, close } = await visit(chromium ?? '', address, { width: 320, script: false });
    await signIn(page.context(), 'pcso');
    await page.goto('/today');
    await page.getByText('I am being called away').press('Enter');
    await page.getByLabel('Ordered by').selectOption('The duty inspector');
    await page.getByRole('button', { name: 'Custody', exact: true }).press('Enter');
    await page.getByText('Recorded: you are away from now.').waitFor();
    await itIs('15:40');
    await page.getByRole('button', { name: 'I am back' }).press('Enter');
    await page.getByText('15:10 to 15:40').waitFor();
    await look('back');
    await page.getByRole('link', { name: /Change the times/ }).press('Enter');
    await page.getByLabel('Back at').fill('15:30');
    await page.getByRole('button', { name: 'Change it' }).press('Enter');
    await page.getByText('Say in a few words why it is changed.').first().waitFor();
    await look('change without why');
    await page.getByLabel('Why it is changed').fill('I was back earlier.');
    await page.getByRole('button', { name: 'Change it' }).press('Enter');
    await page.getByText('15:10 to 15:30').waitFor();
    expect(await absences('BLO-P')).toEqual([['15:10', '15:30', 'custody', 'duty-inspector']]);
    await close();
  });

  it('records without network, and sends once when it returns', async () => {
    await itIs('15:10');
    const { page, look, close } = await phone('officer');
    const context = page.context();
    await page.getByRole('button', { name: 'I was on the ward on 9 March 2026' }).waitFor();
    await look('today');
    isLost = () => true;
    await context.setOffline(true);
    await page.reload();
    await page.getByText('No signal.').waitFor();
    expect(await page.getByText('1 h 10 m on the ward').count()).toBe(1);
    await itIs('15:12', page);
    await page.getByText('I am being called away').click();
    await look('why, no network');
    await page.getByRole('button', { name: 'Guarding a scene', exact: true }).click();
    await page.getByText('1 record waiting to send, from 15:12').waitFor();
    await look('away, no network');
    await page.reload();
    await page.getByText('Away since 15:12').waitFor();
    await itIs('15:40', page);
    await page.getByRole('button', { name: 'I am back' }).press('Enter');
    await page.getByText('2 records waiting to send, from 15:12').waitFor();
    await look('back, no network');
    expect(await readable(page)).toEqual([]);
    const another = await context.newPage();
    await another.goto('/today');
    await another.getByText('2 records waiting to send').waitFor();
    isLost = () => false;
    await context.setOffline(false);
    for (const each of [page, another]) {
      await each.getByText('records waiting to send').waitFor({ state: 'detached' });
      await each.getByText('15:12 to 15:40').waitFor();
    }
    expect(await absences('BLO-1')).toEqual([['15:12', '15:40', 'scene-guard', null]]);
    expect(posted.toSorted()).toEqual([...new Set(posted)].toSorted());
    expect(posted).toHaveLength(2);
    await close();
  });

  it('waits for the same person’s sign-in, and keeps nothing of a duty after signing out', async () => {
    await itIs('16:00');
    const { page, look, close } = await phone('colleague');
    const context = page.context();
    await signIn(context, 'a session that ended');
    await page.reload();
    await page.getByText('You are signed out.').waitFor();
    await callAway(page, 'Training');
    await page.getByText('1 record waiting to send, from 16:00').waitFor();
    expect(await page.getByRole('link', { name: 'sign in to send it' }).getAttribute('href')).toBe(
      '/sign-in?next=%2Ftoday',
    );
    await look('signed out, waiting');

    await signIn(context, 'officer');
    await page.goto('/today');
    await page.getByText('1 record of somebody else waits on this phone').waitFor();
    await look('somebody else’s record');
    expect(await page.getByText('16:00 until now').count()).toBe(0);
    expect(await absences('BLO-2')).toEqual([]);

    await signIn(context, 'colleague');
    isLostAfterSending = true;
    await page.goto('/today');
    await expect.poll(() => absences('BLO-2')).toEqual([['16:00', null, 'training', 'training-unit']]);
    isLostAfterSending = false;
    await itIs('16:30', page);
    await page.getByRole('button', { name: 'I am back' }).click();
    await page.getByText('1 record waiting to send, from 16:30').waitFor();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('dialog', { name: '1 record not sent yet' }).waitFor();
    await look('signing out with something waiting');
    await page.getByRole('button', { name: 'Stay signed in' }).press('Enter');
    await page.getByText('1 record waiting to send, from 16:30').waitFor();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('button', { name: 'Sign out all the same' }).press('Enter');
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    expect(await readable(page)).toEqual([]);
    expect(await rowsOf(page)).toEqual({ duty: 0, keys: 1, phone: 1, queue: 1 });

    isLost = () => false;
    isLostAfterSending = true;
    await signIn(context, 'colleague');
    await page.goto('/today');
    await expect.poll(() => absences('BLO-2')).toEqual([['16:00', '16:30', 'training', 'training-unit']]);
    isLostAfterSending = false;
    await itIs('16:40', page);
    await callAway(page, 'Custody');
    await page.getByText('1 record waiting to send, from 16:40').waitFor();
    isLost = () => false;
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    expect(await rowsOf(page)).toEqual({ duty: 0, keys: 0, phone: 1, queue: 0 });
    expect((await absences('BLO-2')).at(-1)).toEqual(['16:40', null, 'custody', null]);
    await close();
  });

  it('gives everything up when it was revoked', async () => {
    await itIs('17:00');
    const { page, look, close } = await phone('officer');
    isLost = (url) => url.startsWith('/today/');
    await callAway(page, 'Emergency response');
    await page.getByText('1 record waiting to send, from 17:00').waitFor();
    const { rows } = await sql<{ id: string }>`select id from ringfence.device where officer = ${laid.officers['BLO-1']}
      order by first_at desc, last_at desc`.execute(pages.system.records);
    for (const { id } of rows) await revokeDevice(laid.as('sergeant', clock), { id, because: 'It was lost.' });
    isLost = () => false;
    await page.reload();
    await page.getByText('This phone was taken out of use').waitFor();
    await look('revoked');
    expect(await rowsOf(page)).toEqual({ duty: 0, keys: 0, phone: 1, queue: 0 });
    const held = await sql`select from ringfence.sent_record where outcome = 'held' and body ->> 'reason' = 'response'`;
    expect((await held.execute(pages.system.records)).rows).toHaveLength(1);
    await close();
  });
});

/** Words of a duty that can be read in anything the browser keeps, by anybody who opens it. */
const SECRET = ['Bloomsbury', 'BLO-', 'Cole', 'scene-guard', 'custody', 'training', DAY, '14:00', 'person:'];

async function readable(page: Page): Promise<string[]> {
  const kept = await page.evaluate(async () => {
    const texts: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    const write = (value: unknown): string => {
      if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value);
      if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
      if (value instanceof CryptoKey) return value.extractable ? 'a key that can be taken' : '';
      if (typeof value !== 'object' || value === null) return String(value);
      return Object.entries(value)
        .map(([key, each]) => `${key} ${write(each)}`)
        .join(' ');
    };
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
      });
      for (const table of db.objectStoreNames) {
        for (const ask of ['getAll', 'getAllKeys'] as const) {
          const found = await new Promise<unknown>((resolve) => {
            const asked = db.transaction(table).objectStore(table)[ask]();
            asked.onsuccess = () => resolve(asked.result);
          });
          texts.push(write(found));
        }
      }
      db.close();
    }
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) {
        const answer = await caches.match(request);
        if (!request.url.includes('/assets/')) texts.push(request.url, (await answer?.text()) ?? '');
      }
    return texts;
  });
  expect(kept.length).toBeGreaterThan(8);
  return [...SECRET, 'a key that can be taken'].filter((word) => kept.some((text) => text.includes(word)));
}

/** How many rows each table of the phone has. */
const rowsOf = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('wardroom-today');
      opening.onsuccess = () => resolve(opening.result);
    });
    const counts: Record<string, number> = {};
    for (const table of db.objectStoreNames)
      counts[table] = await new Promise<number>((resolve) => {
        const asked = db.transaction(table).objectStore(table).count();
        asked.onsuccess = () => resolve(asked.result);
      });
    db.close();
    return counts;
  });
