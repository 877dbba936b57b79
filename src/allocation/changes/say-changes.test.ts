import { expect, it } from 'vitest';
import type { ChangedWard } from './model.ts';
import { saySummary } from './say-changes.ts';

const ward = (before: [number, number], after: [number, number]): ChangedWard => ({
  ...{ code: 'E1', name: 'Bunhill', borough: 'Islington', because: [['weights']], sentence: '' },
  before: { dwo: before[0], pcso: before[1] },
  after: { dwo: after[0], pcso: after[1] },
});

it('says that PCSOs are counted where one moves, since other pages count officers alone', () => {
  const officer = ward([2, 1], [3, 1]);
  expect(saySummary([officer], 3, ['weights'])[0]).toBe('1 ward gains, 0 lose and 3 stay as before.');
  expect(saySummary([officer, ward([2, 1], [2, 2])], 2, ['weights'])[0]).toBe(
    '2 wards gain, 0 lose and 2 stay as before, counting PCSOs.',
  );
});
