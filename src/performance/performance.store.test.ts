import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { CAMDEN, eachPrincipal, ISLINGTON, UNIT, WARD } from '../../test/builders/each-principal.ts';
import { holdFigures } from '../../test/builders/held-figures.ts';
import { describeStores, type EmptyRecords } from '../../test/builders/records.ts';
import { runCommands, type Said } from '../../test/builders/run-commands.ts';
import { testPlatform } from '../../test/builders/test-platform.ts';
import type { BoundaryVersion } from '../geography/index.ts';
import { ensureReferenceAreas } from '../geography/service.ts';
import { type Month, monthRange } from '../lib/calendar/month.ts';
import type { CategorySeries } from '../measures/index.ts';
import { ensureReferenceUnit } from '../organisation/service.ts';
import type { Platform } from '../platform/platform.ts';
import { findPerformanceArea } from './areas/areas-service.ts';
import { performanceCommands } from './commands.ts';
import { comparisonTable } from './comparison/comparison-service.ts';
import { monthlyFigures } from './figures/figures-service.ts';
import type { PerformanceArea } from './model.ts';
import { addMeasureSet, findMeasureSet } from './sets/sets-service.ts';

const ROBBERY = 'mps/robbery/robbery-of-personal-property';
const AS_AT = '2026-03-10';

/** A count that differs from month to month, so that a wrong month shows. */
function run(
  areaCode: string,
  boundaryVersion: BoundaryVersion,
  from: Month,
  to: Month,
  category = ROBBERY,
): CategorySeries {
  const values = monthRange(from, to).map((month) => 50 + Number(month.slice(2, 4)) + Number(month.slice(5)));
  return { category, areaCode, boundaryVersion, publisher: 'mps', firstMonth: from, values };
}
const setFile = (given: object) =>
  JSON.stringify({
    ...{ name: 'robbery-only', title: 'Robbery', from: '2026-01-01', source: 'Agreed at a meeting' },
    groups: [{ title: 'All', rows: [{ measure: 'personal-robbery', printed: '=Robbery' }] }],
    ...given,
  });

describeStores('performance', (open) => {
  let opened: EmptyRecords;
  let platform: Platform;
  beforeAll(async () => {
    opened = await open();
    platform = testPlatform(opened.database);
    const system = { ...platform, records: opened.records };
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    const boroughs = [CAMDEN, ISLINGTON].map((code) => run(code, 'boroughs-2022', '2014-04', '2024-03'));
    const wards = [run(WARD, 'wards-2022', '2014-04', '2024-03')];
    await holdFigures(opened.records, [...boroughs, ...wards], { vintage: 'March 2024', kind: 'mps-ward' });
    const later = run(ISLINGTON, 'boroughs-2022', '2024-04', '2025-03');
    await holdFigures(opened.records, [later], { vintage: 'March 2025', kind: 'mps-ward' });
  });
  afterAll(() => opened.close());

  const area = async (word: string | null): Promise<PerformanceArea> => {
    const found = await findPerformanceArea(platform, { word, asAt: AS_AT });
    if (found.kind === 'refused') throw new Error(found.because);
    return found.area;
  };
  const compare = async (asked: Partial<Parameters<typeof comparisonTable>[1]> & { of?: string | null }) =>
    comparisonTable(platform, {
      ...{
        area: await area(asked.of ?? 'Islington'),
        set: 'public-space',
        period: '2023-24',
        against: null,
        asAt: AS_AT,
      },
      ...asked,
    });
  const table = async (asked: Parameters<typeof compare>[0]) => {
    const found = await compare(asked);
    if (found.kind === 'refused') throw new Error(found.because);
    return found;
  };
  const because = async (asked: Parameters<typeof compare>[0]): Promise<string> => {
    const found = await compare(asked);
    return found.kind === 'refused' ? found.because : 'it was compared';
  };
  const command = (...args: string[]): Promise<Said> =>
    runCommands(performanceCommands, platform, ['performance', ...args]);

  it('compares every row of a set, with nulls and a reason where nothing is held', async () => {
    const { rows, vintage, periods } = await table({});
    expect(rows).toHaveLength(12);
    // Of 2022-23: nine months of 22 and three of 23, months 1 to 12, and 50 each.
    const previous = 12 * 50 + 9 * 22 + 3 * 23 + 78;
    expect(rows[0]).toMatchObject({
      measure: 'Personal Robbery',
      current: previous + 12,
      previous,
      change: 12,
      missing: null,
    });
    expect(rows[0]?.dispersionFrom).toBe(
      '6 earlier years of Islington, leaving out 2 with restrictions in the pandemic',
    );
    expect(
      rows.slice(1).every(({ current, pValue, missing }) => current === null && pValue === null && missing !== null),
    ).toBe(true);
    expect([vintage, periods.previous.asked]).toEqual(['March 2024', '2022-23']);
  });

  it('sums the boroughs of a unit, and none where one of them lacks a month', async () => {
    const unit = await area(null);
    expect(unit).toMatchObject({ name: UNIT, kind: 'unit', areaCodes: [CAMDEN, ISLINGTON] });
    const [summed] = await monthlyFigures(platform, {
      measures: ['personal-robbery'],
      areas: [unit],
      vintage: 'March 2024',
    });
    expect(summed?.values[0]).toBe(2 * (50 + 14 + 4));
    expect(
      await monthlyFigures(platform, { measures: ['personal-robbery'], areas: [unit], vintage: 'March 2025' }),
    ).toEqual([]);
  });

  it('never mixes vintages: it says which hold which period, and reads the one that is asked for', async () => {
    const mixed = await because({ period: '2024-25' });
    expect(mixed).toContain('in the vintage "March 2025" only');
    expect(mixed).toContain('in "March 2024" only');
    expect(await because({ period: '2024-25', vintage: 'March 2025' })).toContain('go from April 2024 to March 2025');
    expect((await table({ vintage: 'march 2024' })).vintage).toBe('March 2024');
    expect(await because({ vintage: 'March 2020' })).toContain('choose "March 20');
  });

  it('refuses a period beyond the data, overlapping periods and what cannot be read', async () => {
    expect(await because({ period: '2030-31' })).toContain('which is not all of April 2030 to March 2031');
    expect(await because({ period: '2014-15' })).toContain('April 2013 to March 2014');
    expect(await because({ against: '2023-04..2023-06' })).toContain('overlap');
    expect(await because({ period: 'last year' })).toContain('is not a period');
    expect(await because({ set: 'publik-space' })).toContain('did you mean public-space?');
  });

  it('labels a back-cast ward, and does not refuse it', async () => {
    const { rows, remarks } = await table({ of: WARD });
    expect(rows[0]).toMatchObject({ backCast: true, missing: null });
    expect(remarks.join(' ')).toContain('counted earlier months again');
  });

  it('adds a set, and its next version from a later day, and changes neither', async () => {
    const analyst = eachPrincipal().find(({ who }) => who === 'analyst in the unit');
    if (!analyst) throw new Error('no analyst');
    const acting = testPlatform(opened.database, { principal: analyst.principal });
    const add = (given: object) => addMeasureSet(acting, { unit: null, source: setFile(given) });
    expect(await add({})).toMatchObject({ kind: 'added', set: { version: 1 } });
    expect(await add({ from: '2025-12-31' })).toMatchObject({ kind: 'refused' });
    expect(await add({ from: '2106-06-01', title: 'Robbery again' })).toMatchObject({
      kind: 'added',
      set: { version: 2 },
    });
    const inForce = async (asAt: string) => findMeasureSet(platform.records, { name: 'Robbery Only', asAt });
    expect(await inForce('2106-05-31')).toMatchObject({ set: { version: 1, title: 'Robbery' } });
    expect(await inForce('2106-06-01')).toMatchObject({ set: { version: 2 } });
    expect(await inForce('2025-12-31')).toMatchObject({ kind: 'refused' });
    const visitor = testPlatform(opened.database, { principal: { kind: 'visitor' } });
    await expect(addMeasureSet(visitor, { unit: null, source: setFile({ name: 'theirs' }) })).rejects.toThrow();
    expect(await findMeasureSet(visitor.records, { name: 'robbery-only', asAt: AS_AT })).toMatchObject({ kind: 'set' });
    await expect(
      acting.records.transaction().execute((trx) => sql`update performance.measure_set set title = 'x'`.execute(trx)),
    ).rejects.toThrow();
  });

  it('answers on the command line with exit codes 0, 1 and 2', async () => {
    const asked = ['--area', 'Islington', '--period', '2023-24'];
    expect((await command('table', ...asked, '--against', '2022-23', '--json')).json).toMatchObject({
      area: { code: ISLINGTON, name: 'Islington', kind: 'borough' },
      set: { name: 'public-space', version: 1 },
      rows: expect.arrayContaining([expect.objectContaining({ measure: 'Personal Robbery', days: [366, 365] })]),
    });
    const csv = await command('table', ...asked, '--set', 'robbery-only', '--csv');
    expect(csv.lines.join('\n')).toContain("All,'=Robbery,personal-robbery,");
    const report = await command('report', ...asked, '--set', 'robbery-only');
    expect(report.lines[0]).toContain('1. This compares Islington in April 2023 to March 2024 (366 days)');
    expect((await command('report', ...asked, '--set', 'robbery-only', '--json')).json).toMatchObject({
      title: expect.stringMatching(/^Islington: /),
      paragraphs: report.lines.map((line) => line.trimEnd()),
    });
    const codes = [
      await command('table', ...asked),
      await command('table', '--area', 'Nowhere'),
      await command('table', ...asked, '--against', '2023-24'),
      await command('table', '--area', 'Islington', '--period', '2023-13'),
      await command('table', '--nonsense'),
      await command('table', ...asked, '--csv', '--json'),
      await command('as-published', 'islington-2024-07'),
      await command('as-published', 'islington-2024'),
    ].map(({ exitCode }) => exitCode);
    expect(codes).toEqual([0, 1, 1, 2, 2, 2, 0, 1]);
  });

  it('reads a set from a file on the command line, and shows it', async () => {
    const file = join(await mkdtemp(join(inject('runFolder'), 'set-')), 'set.json');
    await writeFile(file, setFile({ name: 'from-a-file' }));
    expect((await command('set', 'add', file)).lines).toEqual([
      expect.stringContaining('from-a-file: Robbery, version 1'),
    ]);
    expect((await command('set', 'list')).lines.join('\n')).toContain('from-a-file');
    expect((await command('set', 'show', 'from a file')).lines.join('\n')).toContain('=Robbery');
    expect((await command('set', 'add', `${file}.none`)).exitCode).toBe(1);
  });
});
