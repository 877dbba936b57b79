import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CAMDEN, personWith, UNIT } from '../../../test/builders/each-principal.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import type { Principal } from '../../platform/access/index.ts';
import { chartEntries } from './charts-service.ts';
import type { EntryTyped } from './entry-problems.ts';
import { enterChartSetting, withdrawChartSetting } from './settings-service.ts';

const madeUpAnalyst: Principal = {
  ...{ kind: 'person', person: 'person:dddddddddddddddd', demonstration: true, steppedUp: false },
  grants: [{ role: 'analyst', scope: { unit: UNIT, borough: null, ward: null }, organisation: null }],
};

describeStores('what is entered about charts', (open) => {
  let opened: EmptyRecords;
  beforeEach(async () => {
    opened = await open();
    const system = { ...testPlatform(opened.database), records: opened.records };
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
  });
  afterEach(() => opened.close());

  it('is entered once by who may, read by everybody, withdrawn with a reason and never changed', async () => {
    const analyst = testPlatform(opened.database, {
      principal: personWith('analyst', { unit: UNIT, borough: null, ward: null }),
    });
    const visitor = testPlatform(opened.database, { principal: { kind: 'visitor' } });
    const typed: EntryTyped = {
      ...{ measure: 'burglary', area: 'Camden', from: '2024-03', to: '' },
      kind: 'step change',
      reason: 'A new recording system.',
    };
    const entry = await enterChartSetting(analyst, typed);
    expect(entry).toMatchObject({ area: CAMDEN, boroughCode: CAMDEN, from: '2024-03', to: null, withdrawn: null });
    expect((await enterChartSetting(analyst, typed)).id).toBe(entry.id);
    await expect(enterChartSetting(analyst, { ...typed, reason: 'Another.' })).rejects.toThrow('withdraw it first');
    await expect(enterChartSetting(analyst, { ...typed, area: 'Barnet' })).rejects.toThrow();
    await expect(enterChartSetting(analyst, { ...typed, reason: ' ' })).rejects.toThrow('Say why');
    await expect(enterChartSetting(visitor, { ...typed, from: '2024-05' })).rejects.toThrow();
    expect(await chartEntries(visitor.records, { measure: 'burglary', area: CAMDEN })).toHaveLength(1);

    const changed = analyst.records.transaction().execute(async (trx) => {
      await sql`update performance.chart_setting set withdrawn_because = 'x'`.execute(trx);
    });
    await expect(changed).rejects.toThrow();
    const seen = { id: entry.id, measure: 'burglary', area: CAMDEN };
    const madeUp = testPlatform(opened.database, { principal: madeUpAnalyst });
    await expect(withdrawChartSetting(madeUp, { ...seen, because: 'It was May.' })).rejects.toThrow('real people');
    await withdrawChartSetting(analyst, { ...seen, because: 'It was May.' });
    await expect(withdrawChartSetting(analyst, { ...seen, because: 'Again.' })).rejects.toThrow('already');
    const [kept] = await chartEntries(visitor.records, { measure: 'burglary', area: CAMDEN });
    expect(kept?.withdrawn?.because).toBe('It was May.');
    expect((await enterChartSetting(analyst, { ...typed, from: '2024-05' })).from).toBe('2024-05');
  });
});
