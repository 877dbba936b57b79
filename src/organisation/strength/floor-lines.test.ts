import { expect, test } from 'vitest';
import { floorLines } from './floor-lines.ts';

const breach = {
  ward: 'Bunhill',
  wardCode: 'E05013699',
  boroughCode: 'E09000019',
  kind: 'dwo' as const,
  measured: 'deployable' as const,
  from: '2026-03-10',
  to: '2026-04-19',
  floor: 2,
  whole: 1,
  fullTimeEquivalents: 1.9,
  heads: 2,
};
const check = {
  unit: 'Central North',
  synthetic: false,
  from: '2026-01-01',
  to: '2026-12-31',
  deployableKnown: true,
  breaches: [breach, { ...breach, from: '2026-06-01', to: '2026-06-01' }],
  unrecorded: [{ borough: 'Camden', from: '2026-01-01', to: '2026-02-28' }],
};

test('how many wards, runs and days, then each run; days nobody knows of are told', () => {
  const [head, unknown, , table] = floorLines(check);
  expect(head).toBe(
    'Central North from 1 January 2026 to 31 December 2026: no ward below its floor as posted; 1 ward below the floor as deployable, in 2 runs of days, 42 days in all.',
  );
  expect(unknown).toContain('the wards of Camden is not recorded from 1 January 2026 to 28 February 2026');
  expect(table).toMatchObject({
    rows: [
      ['Bunhill', 'officers', 'deployable', '2026-03-10', '2026-04-19', '41', '1 of 2', '1.9', '2'],
      ['Bunhill', 'officers', 'deployable', '2026-06-01', '2026-06-01', '1', '1 of 2', '1.9', '2'],
    ],
  });
});

test('a reader without absences hears of who is posted alone', () => {
  const lines = floorLines({ ...check, deployableKnown: false, breaches: [], unrecorded: [] });
  expect(lines).toEqual([
    'Central North from 1 January 2026 to 31 December 2026: no ward below its floor as posted.',
    'Absences are not shown to you, so that only who is posted is checked.',
  ]);
});
