import { expect, test } from 'vitest';
import { inARow, planOf, termsFor, wardsIn } from '../../../test/builders/plan-terms.ts';
import { fullPlanQuestion } from '../full-plan-question.ts';
import type { Tier } from '../review.ts';
import { sharedWards } from './shared-wards.ts';

const at = (sergeants: number, boroughs = 'CCCC') =>
  termsFor({ dwo: 14, pcso: 4 }, { wards: wardsIn(boroughs), sergeants: inARow(sergeants, boroughs.length) });
const leads = (tier: Tier, ...wards: string[]) => ({ wards, tier });

test('reads with how many lead two, and where adjacency comes from', () => {
  expect(sharedWards.inForce(at(3))?.sentence).toBe(
    '1 sergeant leads two; two wards share one only if they touch and lie in the same borough. By a list.',
  );
  expect(sharedWards.inForce(at(4))?.sentence).toContain('No sergeant leads two wards;');
  expect(sharedWards.inForce(termsFor({ dwo: 14, pcso: 4 }))).toBeNull();
});

test('broken by a third ward, wards apart or of two boroughs, or a tier that does not fit, and by nothing else', () => {
  const broken = (boroughs: string, ...sergeants: ReturnType<typeof leads>[]) =>
    sharedWards.breach(at(3, boroughs), planOf(at(3, boroughs), [4, 4, 3, 3], sergeants));
  expect(broken('CCII', leads('Standard', 'E02', 'E01'), leads('High', 'E03'), leads('Medium', 'E04'))).toBeNull();
  expect(broken('CCCC', leads('Standard', 'E01', 'E02', 'E03'))).toBe('A sergeant leads 3 wards: A, B, C.');
  expect(broken('CCCC', leads('Standard', 'E01', 'E03'))).toBe(
    'A, C share a sergeant and do not touch in one borough.',
  );
  expect(broken('CCII', leads('Standard', 'E02', 'E03'))).toBe(
    'B, C share a sergeant and do not touch in one borough.',
  );
  expect(broken('CCCC', leads('High', 'E01', 'E02'))).toBe('A, B share a sergeant and are High.');
  expect(broken('CCCC', leads('Standard', 'E01'))).toBe('A is Standard and shares no sergeant.');
});

test('tells the solver the pairs of one borough alone', () => {
  expect(fullPlanQuestion(at(3, 'CCII')).sergeants?.pairs).toEqual([
    [0, 1],
    [2, 3],
  ]);
});

test('fewer than half as many sergeants as wards, or too few pairs, is told with how many are needed', () => {
  expect(sharedWards.conflicts(at(2, 'CCCCC'))[0]?.sentence).toBe(
    '2 sergeants with two wards each lead 4 and there are 5: at least 3 sergeants are needed.',
  );
  expect(sharedWards.conflicts(at(2, 'CCCI'))[0]?.sentence).toBe(
    '2 sergeants for 4 wards need 2 pairs of wards that touch in the same borough, and 1 can be made at once: at least 3 sergeants are needed.',
  );
  expect(sharedWards.conflicts(at(2))).toEqual([]);
  const elsewhere = termsFor({ dwo: 14, pcso: 4 }, { wards: wardsIn('CCCC'), sergeants: inARow(2, 4, 3) });
  expect(sharedWards.conflicts(elsewhere)).toEqual([]);
});
