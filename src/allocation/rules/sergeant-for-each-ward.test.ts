import { expect, test } from 'vitest';
import { inARow, planOf, termsFor, wardsIn } from '../../../test/builders/plan-terms.ts';
import { fullPlanQuestion } from '../full-plan-question.ts';
import { sergeantForEachWard } from './sergeant-for-each-ward.ts';

const at = (sergeants: number, elsewhere = 0) =>
  termsFor({ dwo: 14, pcso: 4 }, { wards: wardsIn('CCCC'), sergeants: inARow(sergeants, 4, elsewhere) });
const leads = (...wards: string[]) => ({ wards, tier: wards.length > 1 ? ('Standard' as const) : ('Medium' as const) });

test('reads with who leads and who is elsewhere', () => {
  expect(sergeantForEachWard.inForce(at(3.5, 0.5))?.sentence).toBe(
    'Every ward is led by one sergeant: 3 sergeants (3.5 less 0.5 in posts elsewhere) for 4 wards.',
  );
  expect(sergeantForEachWard.inForce(termsFor({ dwo: 14, pcso: 4 }))).toBeNull();
});

test('broken by a ward with no sergeant, one with two, or a sergeant too many, and by nothing else', () => {
  const broken = (...sergeants: ReturnType<typeof leads>[]) =>
    sergeantForEachWard.breach(at(3), planOf(at(3), [4, 4, 3, 3], sergeants));
  expect(broken(leads('E01', 'E02'), leads('E03'), leads('E04'))).toBeNull();
  expect(broken(leads('E01', 'E02'), leads('E03'))).toBe('D is led by no sergeant.');
  expect(broken(leads('E01', 'E02'), leads('E02', 'E03'), leads('E04'))).toBe('B is led by 2 sergeants.');
  expect(broken(leads('E01'), leads('E02'), leads('E03'), leads('E04'))).toBe(
    '4 sergeants lead wards and there are 3.',
  );
});

test('half a post elsewhere leaves a whole number to the solver, and a half too much is refused', () => {
  expect(fullPlanQuestion(at(3.5, 0.5)).sergeants?.sergeants).toBe(3);
  expect(sergeantForEachWard.conflicts(at(3.5, 0.5))).toEqual([]);
  expect(sergeantForEachWard.conflicts(at(3.5, 0.25))).toEqual([
    {
      rule: 'sergeant-for-each-ward',
      sentence:
        '3.5 sergeants less 0.25 elsewhere leave 3.25, and a ward is led by a whole sergeant. Change the number of sergeants, or of those elsewhere.',
    },
  ]);
});

test('more sergeants than wards, or more elsewhere than there are, is told', () => {
  expect(sergeantForEachWard.conflicts(at(5))[0]?.sentence).toBe(
    'There are 5 sergeants and only 4 wards to lead. Take away 1, or say how many are in posts elsewhere.',
  );
  expect(sergeantForEachWard.conflicts(at(2, 3))[0]?.sentence).toBe('3 of 2 sergeants cannot be elsewhere: say fewer.');
  expect(sergeantForEachWard.conflicts(at(4))).toEqual([]);
});
