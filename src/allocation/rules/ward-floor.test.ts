import { expect, test } from 'vitest';
import { termsFor, wardsIn } from '../../../test/builders/plan-terms.ts';
import { wardFloor, wardFloorOn } from './ward-floor.ts';

const conflicts = (dwo: number, pcso: number, wards: number) =>
  wardFloor.conflicts(termsFor({ dwo, pcso }, { wards: wardsIn('C'.repeat(wards)) }));
const breach = (dwo: number, pcso: number, wards: { name: string; dwo: number; pcso: number }[]) =>
  wardFloor.breach(termsFor({ dwo, pcso }), {
    wards: wards.map((ward) => ({ code: '', borough: '', ...ward })),
    sergeants: [],
  });

test('two officers and a PCSO since 2017, one officer and a PCSO before', () => {
  expect(wardFloorOn('2017-01-01')).toEqual({ dwo: 2, pcso: 1 });
  expect(wardFloorOn('2016-12-31')).toEqual({ dwo: 1, pcso: 1 });
});

test('reads with its numbers, source and date', () => {
  const asked = { dwo: 118, pcso: 48 };
  const read = (asAt: string, more = {}) => wardFloor.inForce(termsFor({ ...asked, ...more }, { asAt }));
  expect(read('2026-03-01')).toMatchObject({
    name: 'ward-floor',
    sentence: 'Every ward has at least 2 dedicated ward officers and 1 PCSO.',
    from: '2017-01-01',
  });
  expect(read('2016-06-01')).toMatchObject({
    sentence: 'Every ward has at least 1 dedicated ward officer and 1 PCSO.',
    from: null,
  });
  expect(read('2026-03-01', { floors: { dwo: 3 } })).toMatchObject({
    sentence: 'Every ward has at least 3 dedicated ward officers and 1 PCSO.',
    source: 'Set for this plan.',
    from: null,
  });
  expect(read('2026-03-01', { floors: { dwo: 2 } })?.from).toBe('2017-01-01');
});

test('too few officers for it is told in the words of the design', () => {
  expect(conflicts(70, 48, 37)).toEqual([
    {
      rule: 'ward-floor',
      sentence:
        "The floor needs 74 officers (37 wards × 2) and there are 70. Add 4 officers or change the rule 'ward floor'.",
    },
  ]);
  expect(conflicts(74, 36, 37).map(({ sentence }) => sentence)).toEqual([
    "The floor needs 37 PCSOs (37 wards × 1) and there are 36. Add 1 PCSO or change the rule 'ward floor'.",
  ]);
  expect(conflicts(0, 0, 37)).toHaveLength(2);
  expect(conflicts(74, 37, 37)).toEqual([]);
});

test('broken by one ward below it, and by nothing else', () => {
  const wards = [
    { name: 'Barnsbury', dwo: 2, pcso: 1 },
    { name: 'Highgate', dwo: 9, pcso: 9 },
  ];
  expect(breach(11, 10, wards)).toBeNull();
  expect(breach(11, 10, [{ name: 'Holloway', dwo: 1, pcso: 1 }])).toBe('Holloway has 1 officer and the floor is 2.');
  expect(breach(11, 10, [{ name: 'Holloway', dwo: 2, pcso: 0 }])).toBe('Holloway has 0 PCSOs and the floor is 1.');
});
