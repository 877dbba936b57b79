import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { holdApprovers, somebody } from '../../test/builders/approvers.ts';
import { holdDemonstration, holdFigures } from '../../test/builders/held-figures.ts';
import { describeStores, type EmptyRecords } from '../../test/builders/records.ts';
import { testPlatform } from '../../test/builders/test-platform.ts';
import { burglaries } from '../../test/builders/ward-figures.ts';
import { ensureReferenceAreas } from '../geography/service.ts';
import { ensureReferenceUnit } from '../organisation/service.ts';
import type { Records } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { PlanOptions } from './model.ts';
import {
  adoptPlan,
  approvePlan,
  findProposal,
  listPlans,
  planAllocation,
  planInForce,
  previewPlan,
  proposePlan,
  publishPlan,
} from './service.ts';

const asked: PlanOptions = { unit: 'Central North', asAt: '2026-03-01', dwo: 118, pcso: 48 };

const NOW = new Date('2026-03-01T12:00:00Z');

/** Wardroom itself acts, as it does for the demonstration: it publishes at once. */
async function prepare({ database, records }: EmptyRecords): Promise<Platform> {
  const platform = testPlatform(database, { now: NOW });
  await ensureReferenceAreas({ ...platform, records });
  await ensureReferenceUnit({ ...platform, records });
  return platform;
}
const holdReal = (records: Records) =>
  holdFigures(records, burglaries('wards-2022', '2024-01', '2026-02'), { vintage: 'spring', kind: 'mps-ward' });

async function adopt(platform: Platform, options: PlanOptions) {
  const adoption = await adoptPlan(platform, options);
  if (adoption.kind !== 'published') throw new Error(`the example can be adopted: ${adoption.kind}`);
  return adoption.plan;
}
async function audits(records: Records) {
  const { rows } = await sql`select actor, action, subject from platform.audit where action like 'allocation.%'
    order by seq`.execute(records);
  return rows;
}

describeStores('allocation', (open) => {
  it('keeps an adopted plan whole, with who and when, and audits it', async () => {
    const opened = await open();
    const { records, close } = opened;
    const platform = await prepare(opened);
    await holdReal(records);
    const adopted = await adopt(platform, asked);
    const inForce = await planInForce(records, 'Central North', '2026-03-01');
    expect(inForce).toEqual(adopted);
    expect(inForce).toMatchObject({ inForceFrom: '2026-03-01', publishedAt: NOW, alone: true, synthetic: false });
    expect(inForce?.plan).toEqual(await planAllocation(records, asked));
    const subject = `Plan of Central North, number ${adopted.id}`;
    expect(await audits(records)).toEqual(
      ['draft', 'propose', 'approve', 'publish'].map((move) => ({
        actor: 'wardroom',
        action: `allocation.${move}-plan`,
        subject,
      })),
    );
    await close();
  });

  it('is in force from its date until the next one is', async () => {
    const opened = await open();
    const { records, close } = opened;
    const platform = await prepare(opened);
    await holdReal(records);
    const first = await adopt(platform, asked);
    const later = await adopt(platform, { ...asked, asAt: '2026-06-01', dwo: 120 });
    const corrected = await adopt(platform, { ...asked, asAt: '2026-06-01', dwo: 121 });
    const idOn = async (date: string) => (await planInForce(records, 'Central North', date))?.id ?? null;
    expect(await idOn('2026-02-28')).toBeNull();
    expect(await idOn('2026-05-31')).toBe(first.id);
    expect(await idOn('2026-06-01')).toBe(corrected.id);
    expect((await listPlans(records, 'Central North')).map(({ id }) => id)).toEqual([corrected.id, later.id, first.id]);
    await close();
  });

  it('ends with its wards', async () => {
    const opened = await open();
    const { records, close } = opened;
    const platform = await prepare(opened);
    await holdFigures(records, burglaries('wards-2014', '2016-01', '2018-06'), { vintage: 'old', kind: 'mps-ward' });
    await adopt(platform, { ...asked, asAt: '2018-07-01' });
    expect((await planInForce(records, 'Central North', '2022-05-04'))?.plan.wards).toHaveLength(34);
    expect(await planInForce(records, 'Central North', '2022-05-05')).toBeNull();
    await close();
  });

  it('a plan from made-up figures counts only while no real ones are held', async () => {
    const opened = await open();
    const { records, close } = opened;
    const platform = await prepare(opened);
    await holdDemonstration(records);
    const madeUp = await adopt(platform, asked);
    expect(madeUp.synthetic).toBe(true);
    expect((await planInForce(records, 'Central North', '2026-03-01'))?.id).toBe(madeUp.id);
    await holdReal(records);
    expect(await planInForce(records, 'Central North', '2026-03-01')).toBeNull();
    const real = await adopt(platform, asked);
    expect((await planInForce(records, 'Central North', '2026-03-01'))?.id).toBe(real.id);
    // The real import is taken back: the plan people adopted stands, whatever the demonstration's date.
    await sql`update sources.import set reverted_at = now() where kind <> 'synthetic'`.execute(records);
    await adopt(platform, { ...asked, asAt: '2026-04-01' });
    expect((await planInForce(records, 'Central North', '2026-04-01'))?.id).toBe(real.id);
    await close();
  });

  it('refuses to adopt what is no plan, and changes nothing', async () => {
    const opened = await open();
    const { records, close } = opened;
    const platform = await prepare(opened);
    expect(await adoptPlan(platform, asked)).toMatchObject({ kind: 'refused', plan: { kind: 'no demand' } });
    await holdReal(records);
    expect(await adoptPlan(platform, { ...asked, dwo: 70 })).toMatchObject({
      kind: 'refused',
      plan: { kind: 'infeasible', because: [{ rule: 'ward-floor' }] },
    });
    expect(await listPlans(records, 'Central North')).toEqual([]);
    expect(await audits(records)).toEqual([]);
    await close();
  });

  it('waits for a second person where one could approve, and once published is the plan in force', async () => {
    const opened = await open();
    const { records, database, close } = opened;
    await prepare(opened);
    await holdReal(records);
    await holdApprovers(records, ['b', 'c']);
    const [analyst, commander] = [somebody('a', 'analyst'), somebody('b', 'command')].map((principal) =>
      testPlatform(database, { principal, now: NOW }),
    );
    if (analyst === undefined || commander === undefined) throw new Error('two people');
    const proposed = await adoptPlan(analyst, asked);
    expect(proposed).toMatchObject({ kind: 'proposed', already: false });
    expect(await adoptPlan(analyst, asked)).toMatchObject({ kind: 'proposed', already: true });
    const id = proposed.kind === 'proposed' ? proposed.id : '';
    expect(await planInForce(records, null, '2026-03-01')).toBeNull();
    const preview = await previewPlan(commander, { id });
    expect(preview).toMatchObject({
      before: null,
      after: { kind: 'protected', record: { published: 2 * 37 + 2, primary: 0, secondary: 0 } },
    });
    const contentHash = preview?.item.contentHash ?? '';
    await expect(approvePlan(analyst, { id, contentHash })).rejects.toThrow('Your role does not allow you');
    expect(await approvePlan(commander, { id, contentHash })).toMatchObject({ kind: 'done' });
    expect(await publishPlan(commander, { id })).toMatchObject({ kind: 'done' });
    expect(await planInForce(database.records, null, '2026-03-01')).toMatchObject({ id, alone: false });
    expect(await adoptPlan(analyst, asked)).toMatchObject({ kind: 'in force already', plan: { id } });
    expect(await proposePlan(analyst, { ...asked, dwo: 119, seen: 'another' })).toEqual({ kind: 'changed' });
    await close();
  });

  it('of the same plan adopted by many at once, puts one in force', async () => {
    const opened = await open();
    const { records, close } = opened;
    const platform = await prepare(opened);
    await holdReal(records);
    const all = await Promise.all(Array.from({ length: 4 }, () => adoptPlan(platform, asked)));
    expect(all.map(({ kind }) => kind).toSorted()).toEqual([
      ...['in force already', 'in force already', 'in force already', 'published'],
    ]);
    await close();
  });

  it('keeps plans adopted before two people were needed in force and readable, under their numbers', async () => {
    const opened = await open();
    const { records, database, close } = opened;
    const platform = await prepare(opened);
    await holdReal(records);
    const plan = await planAllocation(records, asked);
    await sql`drop schema publication cascade`.execute(records);
    await sql
      .raw(/create table allocation.plan [\s\S]*?;/.exec(await migration('0001-founding'))?.[0] ?? '')
      .execute(records);
    await sql`insert into allocation.plan (unit, in_force_from, adopted_at, adopted_by, synthetic, options, plan)
      values ('Central North', '2026-03-01', ${NOW.toISOString()}::timestamptz, 'cli:anna', false,
        ${JSON.stringify(asked)}::jsonb, ${JSON.stringify(plan)}::jsonb)`.execute(records);
    await records.transaction().execute(async (trx) => sql.raw(await migration('0016-publication')).execute(trx));
    expect(await planInForce(database.records, null, '2026-03-01')).toEqual({
      ...{ id: '1', unit: 'Central North', inForceFrom: '2026-03-01', publishedAt: NOW, sequence: 1, alone: true },
      ...{ boundaryVersion: 'wards-2022', synthetic: false, withdrawn: null, plan, decision: null },
    });
    expect(await findProposal(platform, { id: '1' })).toMatchObject({
      item: { state: 'published', drafted: { by: 'cli:anna' }, alone: true },
      content: { options: asked, plan },
    });
    expect(await adoptPlan(platform, asked)).toMatchObject({ kind: 'in force already', plan: { id: '1' } });
    expect((await adopt(platform, { ...asked, dwo: 119 })).id).toBe('2');
    await close();
  });
});

const migration = (name: string) => readFile(new URL(`../../migrations/${name}.sql`, import.meta.url), 'utf8');
