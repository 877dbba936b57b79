import { expect, test } from 'vitest';
import { termsFor, wardsIn } from '../../../test/builders/plan-terms.ts';
import type { PlannedNumbers } from '../model.ts';
import { wardCeiling, wardCeilingOn } from './ward-ceiling.ts';

const conflicts = (asked: PlannedNumbers, wards: number) =>
  wardCeiling.conflicts(termsFor(asked, { wards: wardsIn('C'.repeat(wards)) }));
const breach = (asked: PlannedNumbers, wards: { name: string; dwo: number; pcso: number }[]) =>
  wardCeiling.breach(termsFor(asked), {
    wards: wards.map((ward) => ({ code: '', borough: '', ...ward })),
    sergeants: [],
  });
const read = (asAt: string, asked: PlannedNumbers) => wardCeiling.inForce(termsFor(asked, { asAt }));

test('seven officers since 2017; PCSOs have none', () => {
  expect(wardCeilingOn('2017-01-01')).toEqual({ dwo: 7, pcso: null });
  expect(wardCeilingOn('2016-12-31')).toEqual({ dwo: null, pcso: null });
});

test('reads with its numbers, source and date', () => {
  expect(read('2026-03-01', { dwo: 118, pcso: 48 })).toMatchObject({
    name: 'ward-ceiling',
    sentence: 'No ward has more than 7 dedicated ward officers; PCSOs have no ceiling.',
    from: '2017-01-01',
  });
  expect(read('2026-03-01', { dwo: 118, pcso: 48, ceilings: { pcso: 3 } })).toMatchObject({
    sentence: 'No ward has more than 7 dedicated ward officers or 3 PCSOs.',
    source: 'Set for this plan.',
    from: null,
  });
  expect(read('2026-03-01', { dwo: 118, pcso: 48, ceilings: { dwo: null } })?.sentence).toBe(
    'A ward may have any number of dedicated ward officers and PCSOs.',
  );
  expect(read('2016-06-01', { dwo: 118, pcso: 48 })).toMatchObject({
    from: null,
    source: 'No ceiling was known before 2017.',
  });
});

test('too many officers for it is told in the words of the design', () => {
  expect(conflicts({ dwo: 300, pcso: 900 }, 37)).toEqual([
    {
      rule: 'ward-ceiling',
      sentence:
        "The ceiling leaves room for 259 officers (37 wards × 7) and there are 300. Take away 41 officers or change the rule 'ward ceiling'.",
    },
  ]);
  expect(conflicts({ dwo: 259, pcso: 900 }, 37)).toEqual([]);
});

test('a floor above it names both rules', () => {
  const [conflict] = conflicts({ dwo: 300, pcso: 40, floors: { dwo: 8 } }, 37);
  expect(conflict?.sentence).toBe(
    "The floor of 8 officers is above the ceiling of 7. Change the rule 'ward floor' or the rule 'ward ceiling'.",
  );
});

test('broken by one ward above it, and by nothing else', () => {
  const asked = { dwo: 9, pcso: 9 };
  expect(breach(asked, [{ name: 'Barnsbury', dwo: 7, pcso: 9 }])).toBeNull();
  expect(breach(asked, [{ name: 'Barnsbury', dwo: 8, pcso: 1 }])).toBe(
    'Barnsbury has 8 officers and the ceiling is 7.',
  );
  expect(breach({ ...asked, ceilings: { dwo: null } }, [{ name: 'B', dwo: 8, pcso: 1 }])).toBeNull();
});
