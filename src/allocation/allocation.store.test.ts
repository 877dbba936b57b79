import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { holdDemonstration, holdFigures } from '../../test/builders/held-figures.ts';
import { describeStores } from '../../test/builders/records.ts';
import { burglaries } from '../../test/builders/ward-figures.ts';
import { ensureReferenceAreas } from '../geography/service.ts';
import { ensureReferenceUnit } from '../organisation/service.ts';
import type { Records } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { PlanOptions } from './model.ts';
import { adoptPlan, listPlans, planAllocation, planInForce } from './service.ts';

const platformOf = (records: Records): Platform => ({
  records,
  dataFolder: '/nowhere',
  actor: 'cli:anna',
  principal: { kind: 'wardroom' } as const,
  now: () => new Date('2026-03-01T12:00:00Z'),
});
const asked: PlanOptions = { unit: 'Central North', asAt: '2026-03-01', dwo: 118, pcso: 48 };

async function prepare(records: Records): Promise<Platform> {
  const platform = platformOf(records);
  await ensureReferenceAreas(platform);
  await ensureReferenceUnit(platform);
  return platform;
}
const holdReal = (records: Records) =>
  holdFigures(records, burglaries('wards-2022', '2024-01', '2026-02'), { vintage: 'spring', kind: 'mps-ward' });

async function adopt(platform: Platform, options: PlanOptions) {
  const adoption = await adoptPlan(platform, options);
  if (adoption.kind !== 'adopted') throw new Error('the example can be adopted');
  return adoption.adopted;
}
async function audits(records: Records) {
  const { rows } = await sql`select actor, action, subject, detail::jsonb as detail from platform.audit
    where action = 'allocation.adopt-plan'`.execute(records);
  return rows;
}

describeStores('allocation', (open) => {
  it('keeps an adopted plan whole, with who and when, and audits it', async () => {
    const { records, close } = await open();
    const platform = await prepare(records);
    await holdReal(records);
    const adopted = await adopt(platform, asked);
    const inForce = await planInForce(records, 'Central North', '2026-03-01');
    expect(inForce).toEqual(adopted);
    expect(inForce).toMatchObject({
      inForceFrom: '2026-03-01',
      adoptedBy: 'cli:anna',
      adoptedAt: new Date('2026-03-01T12:00:00Z'),
      synthetic: false,
    });
    expect(inForce?.plan).toEqual(await planAllocation(records, asked));
    expect(await audits(records)).toMatchObject([
      { actor: 'cli:anna', subject: `Central North, plan ${adopted.id}`, detail: { officers: { dwo: 118, pcso: 48 } } },
    ]);
    await close();
  });

  it('is in force from its date until the next one is', async () => {
    const { records, close } = await open();
    const platform = await prepare(records);
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
    const { records, close } = await open();
    const platform = await prepare(records);
    await holdFigures(records, burglaries('wards-2014', '2016-01', '2018-06'), { vintage: 'old', kind: 'mps-ward' });
    await adopt(platform, { ...asked, asAt: '2018-07-01' });
    expect((await planInForce(records, 'Central North', '2022-05-04'))?.plan.wards).toHaveLength(34);
    expect(await planInForce(records, 'Central North', '2022-05-05')).toBeNull();
    await close();
  });

  it('a plan from made-up figures counts only while no real ones are held', async () => {
    const { records, close } = await open();
    const platform = await prepare(records);
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
    const { records, close } = await open();
    const platform = await prepare(records);
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
});
