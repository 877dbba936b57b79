import { expect, it } from 'vitest';
import { monthReportOf, tallyOfMinutes } from '../../../test/builders/ringfence-report.ts';
import { ringFenceTables } from './ring-fence-tables.ts';

const CAMDEN = { code: 'E09000007', name: 'Camden' };

it('gives every public month by ward, and by borough and type with what was rostered', () => {
  const borough = tallyOfMinutes({
    ...{ confirmedMinutes: 900, breachMinutes: 100 },
    byReason: [{ reason: 'training', ruling: 'breach', minutes: 100 }],
  });
  const report = monthReportOf({ boroughs: [{ ...CAMDEN, ...borough }] });
  const [wards, types] = ringFenceTables([report, { ...report, month: '2026-11' }], '2026-12-10');
  expect(wards).toMatchObject({ name: 'ring-fence', made: '2026-12-10' });
  expect([...(wards?.rows ?? [])].map(([month]) => month)).toEqual(['2026-10', '2026-11']);
  expect(types?.columns.map(({ name }) => name)).toEqual(expect.arrayContaining(['borough_code', 'rostered_minutes']));
  const at = (name: string) => types?.columns.findIndex((column) => column.name === name) ?? -1;
  expect(
    [...(types?.rows ?? [])]
      .slice(0, 2)
      .map((row) => [row[at('abstraction_type')], row[at('abstracted_minutes')], row[at('rostered_minutes')]]),
  ).toEqual([
    ['Not Abstracted', 900, 1000],
    ['Training', 100, 1000],
  ]);
});

it('marks made-up months, and gives no table without a month', () => {
  const tables = ringFenceTables([monthReportOf({ synthetic: true })], '2026-12-10');
  expect(tables.map(({ notes }) => /made[ -]up/i.test(notes.join(' ')))).toEqual([true, true]);
  expect(ringFenceTables([], '2026-12-10')).toEqual([]);
});
