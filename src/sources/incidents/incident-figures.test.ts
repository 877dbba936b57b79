import { expect, it } from 'vitest';
import type { Month } from '../../lib/calendar/month.ts';
import { type TallyRow, wardTally } from '../street/tally.ts';
import { forceArea } from './force-area.ts';
import type { IncidentCounts } from './incident-counts.ts';
import { incidentFigures } from './incident-figures.ts';

const KIND = { kind: 'outcomes', whole: 'all', always: ['all', 'type/rare'] } as const;
const WARDS = [
  { code: 'E05000001', boroughCode: 'E09000007' },
  { code: 'E05000002', boroughCode: 'E09000007' },
  { code: 'E05000003', boroughCode: 'E09000001' },
];

/** Counts of rows given as [month, ward (null for none), categories besides the whole]. */
function countsOf(force: string, rows: [month: Month, ward: string | null, types: string[]][]): IncidentCounts {
  const wardSet = { version: 'wards-2022' as const, wards: WARDS };
  const [whole, byCategory] = [wardTally(wardSet), wardTally(wardSet)];
  const forces = wardTally({ version: 'police-forces', wards: [{ code: '', boroughCode: null }] });
  for (const [month, ward, types] of rows) {
    for (const type of ['all', ...types]) {
      const row: TallyRow = { force, month, type, ward: ward ?? '', count: 1 };
      forces.add([{ ...row, ward: '' }]);
      if (ward === null) continue;
      byCategory.add([row]);
      if (type === 'all') whole.add([row]);
    }
  }
  const months = [...new Set(rows.map(([month]) => month))].sort();
  return { months: new Map([[force, months]]), tallies: [whole], byCategory: [byCategory], forces };
}

const runs = (counts: IncidentCounts, command = [counts]) => {
  const { series, coverage, notices } = incidentFigures(KIND, counts, command);
  const values = [...series].map((run) => [`${run.areaCode} ${run.category}`, run.values] as const);
  return { values: Object.fromEntries(values), coverage, notices };
};

it('has zero where there is a file, nothing where there is none, and the whole force with rows in no ward', () => {
  const counts = countsOf('metropolitan', [
    ['2024-01', 'E05000001', ['type/charged']],
    ['2024-03', 'E05000002', []],
    ['2024-03', null, ['type/charged']],
  ]);
  const { values, coverage } = runs(counts);
  expect(values).toEqual({
    'E23000001 outcomes/all': [1, null, 2],
    'E23000001 outcomes/type/rare': [0, null, 0],
    'E23000001 outcomes/type/charged': [1, null, 1],
    'E05000001 outcomes/all': [1, null, 0],
    'E05000001 outcomes/type/rare': [0, null, 0],
    'E05000001 outcomes/type/charged': [1, null, 0],
    'E05000002 outcomes/all': [0, null, 1],
    'E05000002 outcomes/type/rare': [0, null, 0],
    'E05000002 outcomes/type/charged': [0, null, 0],
  });
  const publisher = 'outcomes-metropolitan';
  expect(coverage).toEqual([
    { month: '2024-01', publisher, boundaryVersion: 'police-forces', total: 1 },
    { month: '2024-03', publisher, boundaryVersion: 'police-forces', total: 2 },
    { month: '2024-01', publisher, boundaryVersion: 'wards-2022', total: 1 },
    { month: '2024-03', publisher, boundaryVersion: 'wards-2022', total: 1 },
  ]);
});

it('notes once each row in the wards of another force', () => {
  const counts = countsOf('metropolitan', [
    ['2024-01', 'E05000001', []],
    ['2024-01', 'E05000003', ['type/charged', 'type/other']],
  ]);
  const { values, notices } = runs(counts);
  expect(Object.keys(values).some((key) => key.startsWith('E05000003'))).toBe(false);
  expect(notices).toEqual([
    { reason: 'wards-2022: in the area of another police force: kept, not counted in its wards', count: 1 },
  ]);
});

it('judges files of different months together, as if they were one archive', () => {
  const first = countsOf('metropolitan', [['2024-01', 'E05000001', []]]);
  const second = countsOf('metropolitan', [['2024-02', null, []]]);
  expect(runs(second).values).not.toHaveProperty(['E05000001 outcomes/all']);
  expect(runs(second, [first, second]).values).toMatchObject({ 'E05000001 outcomes/all': [0] });
});

it('gives the railway police no ward, and a force outside London no official area', () => {
  expect(Object.keys(runs(countsOf('btp', [['2024-01', 'E05000001', []]])).values)).toEqual([
    'btp outcomes/all',
    'btp outcomes/type/rare',
  ]);
  expect(forceArea('kent')).toEqual({ areaCode: 'kent', boundaryVersion: 'unplaced' });
  expect(forceArea('city-of-london')).toEqual({ areaCode: 'E23000034', boundaryVersion: 'police-forces' });
});
