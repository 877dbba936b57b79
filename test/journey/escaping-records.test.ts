import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { adoptPlan, withdrawPlan } from '../../src/allocation/service.ts';
import { type Principal, personOf } from '../../src/platform/access/index.ts';
import { recordAudit } from '../../src/platform/audit/index.ts';
import { mountEveryRoute, whoMayOpenAll } from '../builders/every-route.ts';
import { holdDemonstration } from '../builders/held-figures.ts';
import { type PageServer, pageServer } from '../builders/page-server.ts';
import { browserPath } from './browser.ts';
import { launch, readHostile } from './hostile-browser.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

const chromium = await browserPath();
const NOTHING = { ran: 0, armed: [] };
const ANN = whoMayOpenAll('person:00000000000000aa');
const BEN = 'person:00000000000000bb';
const WAITING = 'grant:000000000000fffe';
const HELD = 'grant:000000000000ffff';
/** As records can hold them. */
const TEXTS = HOSTILE_TEXTS.map((text) => text.replaceAll('\0', ''));
const WRITTEN = '&lt;script>canary()';
vi.setConfig({ testTimeout: 120_000 });

const hex = (number: number) => number.toString(16).padStart(16, '0');

/** What of a text an e-mail address may have in it: visible ASCII. */
const asAddress = (text: string) => text.replaceAll(/[^!-?A-~]/g, '') || 'example.org';

/** Many texts at a time, for records of which a page shows one. */
const quarters = [0, 1, 2, 3].map((quarter) =>
  TEXTS.filter((text, at) => at % 4 === quarter && !/\p{Surrogate}/u.test(text))
    .toReversed()
    .join('\n'),
);

describe.skipIf(chromium === null)('a hostile text that the records hold', () => {
  let pages: PageServer;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(chromium ?? '');
    pages = await pageServer(mountEveryRoute);
  });
  afterAll(async () => {
    await browser?.close();
    await pages?.close();
  });

  /** What a browser makes of pages, each of which must show a text of ours. */
  async function read(addresses: readonly string[], as: Principal, shown: { name?: string } = {}) {
    const asker = pages.as(as, shown);
    await asker.post('/audit/reason', { reason: TEXTS[0] ?? '' });
    const answered: string[] = [];
    for (const address of addresses) answered.push((await asker.get(address)).body);
    addresses.forEach((address, at) => {
      expect(answered[at], address).toContain(WRITTEN);
    });
    return readHostile(browser, answered);
  }

  it('is text as a reason for withdrawing a plan, to every reader', async () => {
    const { records } = pages.system;
    await holdDemonstration(records);
    const answered: string[] = [];
    // A plan is withdrawn once, so each has as many texts for its reason as there are in a quarter.
    for (const [at, reason] of quarters.entries()) {
      const adopted = await adoptPlan(pages.system, { unit: null, asAt: '2026-03-01', dwo: 118 + at, pcso: 48 });
      const id = 'plan' in adopted && 'id' in adopted.plan ? adopted.plan.id : '';
      await withdrawPlan(pages.system, { id, reason });
      for (const reader of [{ kind: 'visitor' } as const, ANN])
        answered.push((await pages.as(reader).get(`/allocation/plans/${id}`)).body);
    }
    expect(answered.filter((page) => page.includes('This plan was withdrawn'))).toHaveLength(2 * quarters.length);
    expect(answered.join('')).toContain(WRITTEN);
    expect(await readHostile(browser, answered)).toEqual(NOTHING);
    await sql`update identity.demonstration set state = 'off'`.execute(records);
  });

  it('is text as the name, e-mail and organisation of a person, on every page about people', async () => {
    for (const [at, text] of TEXTS.entries())
      await sql`insert into identity.person (id, name, email, organisation, state, created_at) values
        (${`person:${hex(at + 1000)}`}, ${text}, ${`${at}@${asAddress(text)}`}, ${text}, 'active', now())`.execute(
        pages.system.records,
      );
    await sql`insert into identity.person (id, name, email, organisation, state, first_administrator, created_at)
      values (${personOf(ANN)}, 'Ann', 'ann@example.org', null, 'active', false, now()),
      (${BEN}, ${TEXTS.join(' ')}, ${'"<script>canary()</script>"@example.org'}, ${quarters[0]}, 'active', true, now())`.execute(
      pages.system.records,
    );
    const about = ['', '/edit', '/role', '/link', '/disable'].map((page) => `/people/${BEN}${page}`);
    expect(await read(['/people', ...about, '/audit'], ANN, { name: TEXTS[0] ?? '' })).toEqual(NOTHING);
  });

  it('is text as the organisation of a role and the reason why it ended', async () => {
    for (const [at, text] of TEXTS.entries())
      await sql`insert into identity.role_grant (id, person, role, unit, organisation, may_approve, from_date,
          proposed_by, proposed_at, ended_by, ended_at, end_reason) values
        (${`grant:${hex(at)}`}, ${BEN}, 'council', ${text}, ${text}, false, '2026-01-01', 'wardroom', now(),
          ${`cli:${text}`}, now(), ${text})`.execute(pages.system.records);
    await sql`insert into identity.role_grant (id, person, role, unit, organisation, may_approve, from_date,
        proposed_by, proposed_at, approved_by, approved_at, alone) values
      (${WAITING}, ${BEN}, 'council', 'Central North', ${TEXTS.join(' ')}, false, '2026-01-01', 'wardroom', now(),
        null, null, false),
      (${HELD}, ${BEN}, 'administrator', 'Central North', ${TEXTS.join(' ')}, true, '2026-01-01', 'wardroom', '2026-01-01',
        'wardroom', '2026-01-01', true)`.execute(pages.system.records);
    const addresses = [`/people/${BEN}`, '/people/approvals', '/people/roles-on', `/people/roles/${WAITING}/end`];
    expect(await read(addresses, ANN)).toEqual(NOTHING);
  });

  it('is text as everything that the audit says of who did what', async () => {
    await pages.system.records.transaction().execute(async (trx) => {
      for (const text of TEXTS.filter((each) => !/\p{Surrogate}/u.test(each)))
        await recordAudit(trx, {
          ...{ module: 'users', actor: `cli:${text}`, action: text, subject: text, role: text, whom: BEN },
          ...{ reason: text, detail: { [text]: text } },
        });
    });
    const newest = TEXTS.length;
    const addresses = [0, 50, 100, 150].map((older) => `/audit?before=${newest - older}`);
    expect(await read(['/audit', ...addresses], ANN)).toEqual(NOTHING);
  });

  it('is text in each field of a search of the audit', async () => {
    await sql`delete from identity.role_grant`.execute(pages.system.records);
    await sql`delete from identity.person`.execute(pages.system.records);
    const asker = pages.as(ANN);
    const answered: string[] = [];
    for (const text of HOSTILE_TEXTS) {
      await asker.post('/audit/reason', { reason: text, next: `/audit?who=${encodeURIComponent(text)}` });
      const fields = ['who', 'whom', 'what', 'module', 'from', 'to'].map((name): [string, string] => [name, text]);
      const { statusCode, body } = await asker.get(`/audit?${new URLSearchParams(fields)}`);
      // No text is a day, so what was typed is shown again.
      expect(statusCode).toBe(400);
      answered.push(body);
    }
    const next = new URLSearchParams([['next', `/audit?who=${quarters[0]}`]]);
    answered.push((await asker.get(`/audit/reason?${next}`)).body);
    expect(answered.join('')).toContain(WRITTEN);
    expect(await readHostile(browser, answered)).toEqual(NOTHING);
  });
});
