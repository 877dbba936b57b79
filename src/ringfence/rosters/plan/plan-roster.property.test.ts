import fc from 'fast-check';
import { expect, it } from 'vitest';
import { heldDuty, recordsHeld, rosterOf } from '../../../../test/builders/roster-records.ts';
import { planRoster } from './plan-roster.ts';

const two = (number: number) => String(number).padStart(2, '0');
const rowArbitrary = fc
  .record({
    officer: fc.constantFrom('P1', 'P1', 'P2', 'P3', 'P9'),
    day: fc.integer({ min: 23, max: 27 }),
    start: fc.integer({ min: 0, max: 23 }),
    hours: fc.integer({ min: 0, max: 12 }),
    code: fc.constantFrom('WARD', 'WORKED', 'WARD', 'COURT', 'CUSTODY', 'RD', 'LEAVE', 'RDW-AID-UNIT', 'RDB', 'WHAT'),
  })
  .map(({ officer, day, start, hours, code }) => {
    const off = code === 'RD' || code === 'LEAVE';
    const times = off ? ',' : `${two(start)}:00,${two((start + hours) % 24)}:00`;
    return `${officer},2026-10-${day},${times},${code},,,,,${code === 'RDB' ? '2026-10-24' : ''}`;
  });
const DUTIES = [
  heldDuty(7, '2026-10-24T06:00Z', '2026-10-24T14:00Z'),
  heldDuty(8, '2026-10-25T21:00Z', '2026-10-26T05:00Z', { confirmed: 'officer' }),
];

it('takes every row once, loses none, and does not mind their order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(rowArbitrary, { minLength: 1, maxLength: 14 }),
      fc.boolean(),
      fc.infiniteStream(fc.nat()),
      (rows, whole, keys) => {
        const records = recordsHeld({ duties: DUTIES });
        const planned = planRoster({ ...rosterOf(...rows), whole }, records);
        const { outcomes } = planned;
        expect(Object.values(outcomes).reduce((sum, each) => sum + each, 0)).toBe(rows.length);
        expect(planned.held.filter(({ line }) => line > 0)).toHaveLength(outcomes.held);
        const shuffled = rows
          .map((row) => ({ row, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
        expect(planRoster({ ...rosterOf(...shuffled), whole }, records).outcomes).toEqual(outcomes);
      },
    ),
    { numRuns: 300, seed: 20261025 },
  );
});

it('plans no duty over another, nor over one that is held and stays', () => {
  fc.assert(
    fc.property(fc.uniqueArray(rowArbitrary, { minLength: 1, maxLength: 14 }), fc.boolean(), (rows, whole) => {
      const planned = planRoster({ ...rosterOf(...rows), whole }, recordsHeld({ duties: DUTIES }));
      const moved = new Map(planned.change.map(({ duty, during }) => [duty.id, during]));
      const gone = new Set(planned.removeDuties.map(({ id }) => id));
      const stand = [
        ...DUTIES.filter(({ id }) => !gone.has(id)).map(({ id, officer, during }) => ({
          officer,
          during: moved.get(id) ?? during,
        })),
        ...planned.add,
      ].toSorted((a, b) => a.officer - b.officer || a.during.from.getTime() - b.during.from.getTime());
      for (const [index, { officer, during }] of stand.entries()) {
        const before = stand[index - 1];
        if (before?.officer === officer) expect(during.from >= before.during.to).toBe(true);
      }
    }),
    { numRuns: 300, seed: 20260329 },
  );
});
