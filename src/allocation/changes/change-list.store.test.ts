import { afterAll, beforeAll, expect, it } from 'vitest';
import { holdDemonstration } from '../../../test/builders/held-figures.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import type { PlanOptions } from '../model.ts';
import { adoptPlan, withdrawPlan } from '../service.ts';
import { changesOf } from './change-list-service.ts';

const NOW = new Date('2026-03-10T12:00:00Z');

describeStores('the change list of a published plan', (open) => {
  let kept: EmptyRecords;
  beforeAll(async () => {
    kept = await open();
    const system = { ...testPlatform(kept.database), records: kept.records };
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    await holdDemonstration(kept.records);
  });
  afterAll(() => kept.close());

  it('is for anyone: against the plan before it, with the cause of every ward', async () => {
    const visitor = testPlatform(kept.database, { principal: { kind: 'visitor' }, now: NOW });
    const adopt = async (rest: Partial<PlanOptions>) => {
      const asked = { unit: 'Central North', asAt: '2026-03-01', dwo: 118, pcso: 48, ...rest };
      const adopted = await adoptPlan(testPlatform(kept.database, { now: NOW }), asked);
      if (adopted.kind !== 'published') throw new Error(`It can be adopted: ${adopted.kind}.`);
      return adopted.plan;
    };
    const weighed = (weights: Record<string, number>) => ({ weights: { name: 'w', version: '1', weights } });
    const first = await adopt(weighed({ 'recorded-crime': 1, 'anti-social-behaviour': 1 }));
    expect(await changesOf(visitor, first.id)).toMatchObject({ before: null, when: 'past', changes: null });

    const second = await adopt({ ...weighed({ 'recorded-crime': 1, 'anti-social-behaviour': 9 }), dwo: 120 });
    const list = await changesOf(visitor, second.id);
    expect(list).toMatchObject({ plan: { id: second.id }, before: { id: first.id }, when: 'past', because: null });
    if (list?.changes?.kind !== 'compared') throw new Error('The wards are the same.');
    const { changes } = list;
    expect(changes.differs).toEqual(['officers', 'weights']);
    expect(changes.wards.length + changes.unchanged).toBe(37);
    const gained = changes.wards.reduce((sum, { before, after }) => sum + after.dwo - before.dwo, 0);
    expect(gained).toBe(2);
    for (const { because } of changes.wards) expect(because).not.toEqual([]);
    expect(await changesOf(visitor, '999')).toBeNull();

    expect(list.before?.withdrawn).toBeNull();
    const later = new Date('2026-03-11T12:00:00Z');
    const reason = 'Robberies were counted twice.';
    await withdrawPlan(testPlatform(kept.database, { now: later }), { id: first.id, reason });
    const since = await changesOf(visitor, second.id);
    expect(since).toMatchObject({ before: { id: first.id, withdrawn: { reason } }, when: 'past' });
    expect(since?.changes).toEqual(changes);
  });
});
