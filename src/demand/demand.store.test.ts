import { expect, it } from 'vitest';
import { holdDemonstration, holdFigures } from '../../test/builders/held-figures.ts';
import { describeStores } from '../../test/builders/records.ts';
import { burglaries } from '../../test/builders/ward-figures.ts';
import { referenceAreas } from '../geography/index.ts';
import { ensureReferenceAreas } from '../geography/service.ts';
import type { Month } from '../lib/calendar/month.ts';
import { ensureReferenceUnit } from '../organisation/service.ts';
import type { Records } from '../platform/database/index.ts';
import type { DemandIndex } from './model.ts';
import { type DemandRequest, demandIndex, requireUnit } from './service.ts';
import { WrongUsage } from './wrong-usage.ts';

async function prepare(records: Records): Promise<void> {
  const platform = {
    records,
    dataFolder: '/nowhere',
    actor: 'test',
    principal: { kind: 'wardroom' } as const,
    now: () => new Date('2026-03-01T12:00:00Z'),
  };
  await ensureReferenceAreas(platform);
  await ensureReferenceUnit(platform);
}
async function indexOf(records: Records, request: Partial<DemandRequest> = {}): Promise<DemandIndex> {
  const answer = await demandIndex(records, { unit: 'Central North', asAt: '2026-03-01', ...request });
  if (answer.kind !== 'index') throw new Error(answer.missing.map(({ reason }) => reason).join(' '));
  return answer;
}
const crimeOnly = { name: 'crime', version: '1', weights: { 'recorded-crime': 1 } };

describeStores('demand', (open) => {
  it('is reckoned from the figures held for the unit’s wards, in order of code', async () => {
    const { records, close } = await open();
    await prepare(records);
    await holdFigures(records, burglaries('wards-2022', '2024-01', '2026-02'), { vintage: 'spring', kind: 'mps-ward' });
    const index = await indexOf(records, { weights: crimeOnly });
    expect(index).toMatchObject({
      unit: 'Central North',
      boundaryVersion: 'wards-2022',
      window: { from: '2025-03', to: '2026-02', months: 12 },
      synthetic: false,
    });
    const codes = index.wards.map((ward) => ward.code);
    expect(codes).toHaveLength(37);
    expect(codes).toEqual(codes.toSorted());
    const total = (12 * 37 * 38) / 2;
    expect(index.used).toMatchObject([{ component: 'recorded-crime', vintage: 'spring', total }]);
    expect(index.wards.reduce((sum, ward) => sum + (ward.figures['recorded-crime'] ?? 0), 0)).toBe(total);
    await close();
  });

  it('as at a date: only months that had ended, and the wards of the day', async () => {
    const { records, close } = await open();
    await prepare(records);
    await holdFigures(records, burglaries('wards-2014', '2016-01', '2018-06'), { vintage: 'old', kind: 'mps-ward' });
    const index = await indexOf(records, { weights: crimeOnly, asAt: '2017-12-31' });
    expect(index).toMatchObject({ boundaryVersion: 'wards-2014', window: { from: '2017-01', to: '2017-12' } });
    expect(index.wards).toHaveLength(34);
    await close();
  });

  it('takes each component from the latest vintage that has the months: a later one hides nothing', async () => {
    const { records, close } = await open();
    await prepare(records);
    const spring = { kind: 'mps-ward' as const };
    await holdFigures(records, burglaries('wards-2022', '2018-01', '2024-12'), { vintage: 'full', ...spring });
    await holdFigures(records, burglaries('wards-2022', '2024-01', '2026-02'), { vintage: 'later', ...spring });
    const used = async (request: Partial<DemandRequest>) => {
      const { window, used: parts } = await indexOf(records, { weights: crimeOnly, ...request });
      return [window?.from, window?.to, parts[0]?.vintage];
    };
    expect(await used({ asAt: '2023-01-01' })).toEqual(['2022-01', '2022-12', 'full']);
    expect(await used({ asAt: '2024-11-30' })).toEqual(['2023-12', '2024-11', 'full']);
    expect(await used({ asAt: '2024-12-31' })).toEqual(['2024-01', '2024-12', 'later']);
    expect(await used({ asAt: '2026-03-01' })).toEqual(['2025-03', '2026-02', 'later']);
    const asked = (from: Month, to: Month, months: number) => used({ window: { from, to, months } });
    expect(await asked('2022-11', '2022-12', 2)).toEqual(['2022-11', '2022-12', 'full']);
    expect(await asked('2024-11', '2024-12', 2)).toEqual(['2024-11', '2024-12', 'later']);
    await expect(asked('2023-11', '2025-02', 16)).rejects.toThrow('has no figures for');
    await close();
  });

  it('considers every vintage for the default window: one that was imported last may end first', async () => {
    const { records, close } = await open();
    await prepare(records);
    const kind = 'mps-ward' as const;
    await holdFigures(records, burglaries('wards-2022', '2024-01', '2026-02'), { vintage: 'recent', kind });
    await holdFigures(records, burglaries('wards-2022', '2018-01', '2024-06'), { vintage: 'history', kind });
    const index = await indexOf(records, { weights: crimeOnly });
    expect([index.window?.to, index.used[0]?.vintage]).toEqual(['2026-02', 'recent']);
    await close();
  });

  it('takes a standing figure from the latest edition known on the day, and says of which month', async () => {
    const { records, close } = await open();
    await prepare(records);
    const kind = 'mps-ward' as const;
    const residents = (publisher: string, month: Month, each: number) =>
      referenceAreas('wards-2022').map(({ code }) => ({
        ...{ category: `${publisher}/residents`, publisher, areaCode: code, boundaryVersion: 'wards-2022' as const },
        ...{ firstMonth: month, values: [each] },
      }));
    await holdFigures(records, residents('census-2021', '2021-03', 10_000), { vintage: 'census', kind });
    await holdFigures(records, residents('population', '2024-06', 11_000), { vintage: 'later', kind });
    await holdFigures(records, residents('population', '2017-06', 9000), { vintage: 'earlier', kind });
    const weights = { name: 'residents', version: '1', weights: { residents: 1 } };
    const used = async (asAt: string) => (await indexOf(records, { weights, asAt })).used[0];
    expect(await used('2022-06-01')).toMatchObject({ vintage: 'census', asOf: '2021-03', total: 370_000 });
    expect(await used('2024-07-01')).toMatchObject({ vintage: 'later', asOf: '2024-06', total: 407_000 });
    await close();
  });

  it('has no window of a stub month, and says which month seems incomplete', async () => {
    const { records, close } = await open();
    await prepare(records);
    const stub = burglaries('wards-2022', '2024-02', '2026-02').map((run) => ({
      ...run,
      values: run.values.map((value, at) => (at === 0 ? 0 : value)),
    }));
    await holdFigures(records, stub, { vintage: 'recent', kind: 'mps-ward' });
    const answer = await demandIndex(records, { unit: null, asAt: '2025-01-31', weights: crimeOnly });
    expect(answer).toMatchObject({ kind: 'no demand' });
    expect(answer.missing[0]?.reason).toBe(
      'Recorded crime has no 12 complete months in a row that ended by 31 January 2025; it seems incomplete in February 2024, with 0 in these wards against a median of 703 in the months around it.',
    );
    expect((await indexOf(records, { asAt: '2025-02-28', weights: crimeOnly })).window?.from).toBe('2024-03');
    await close();
  });

  it('uses the founding weights when none are given, and marks made-up figures', async () => {
    const { records, close } = await open();
    await prepare(records);
    await holdDemonstration(records);
    const index = await indexOf(records);
    expect(index.weights.name).toBe('founding');
    expect(index.missing).toEqual([]);
    expect(index.synthetic).toBe(true);
    await close();
  });

  it('never mixes made-up figures with real ones', async () => {
    const { records, close } = await open();
    await prepare(records);
    await holdDemonstration(records);
    await holdFigures(records, burglaries('wards-2022', '2024-01', '2026-02'), { vintage: 'spring', kind: 'mps-ward' });
    const index = await indexOf(records);
    expect(index.synthetic).toBe(false);
    expect(index.used.map(({ component }) => component)).toEqual(['recorded-crime']);
    expect(index.missing.map(({ component }) => component)).toContain('residents');
    await close();
  });

  it('has reasons when nothing is held', async () => {
    const { records, close } = await open();
    await prepare(records);
    const answer = await demandIndex(records, { unit: null, asAt: '2026-03-01' });
    expect(answer).toMatchObject({ kind: 'no demand', unit: 'Central North' });
    expect(answer.missing).toHaveLength(6);
    await close();
  });

  it('knows its units, whatever the capitals', async () => {
    const { records, close } = await open();
    await prepare(records);
    expect(await requireUnit(records, ' central NORTH ')).toBe('Central North');
    expect(await requireUnit(records, null)).toBe('Central North');
    await expect(requireUnit(records, 'Atlantis')).rejects.toThrow(WrongUsage);
    await expect(requireUnit(records, 'Atlantis')).rejects.toThrow(
      'There is no command unit "Atlantis". Known: "Central North".',
    );
    await close();
  });
});
