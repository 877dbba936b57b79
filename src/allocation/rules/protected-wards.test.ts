import { expect, test } from 'vitest';
import { nowHas, planOf, termsFor } from '../../../test/builders/plan-terms.ts';
import { fullPlanQuestion } from '../full-plan-question.ts';
import { protectedWards } from './protected-wards.ts';

const at = (officers = 14, atLeast: number | null = 4) =>
  termsFor(
    { dwo: officers, pcso: 4 },
    {
      review: {
        side: {
          'protected-wards': [
            { ward: 'E01', atLeast: null, because: '' },
            { ward: 'E03', atLeast, because: 'Clear, Hold, Build' },
          ],
        },
        current: nowHas(5, 5, 2, 2),
      },
    },
  );

test('reads with each ward, its number and why', () => {
  expect(protectedWards.inForce(at())?.sentence).toBe(
    'A keeps what it has now and C keeps at least 4 officers (Clear, Hold, Build).',
  );
  expect(protectedWards.inForce(termsFor({ dwo: 14, pcso: 4 }))).toBeNull();
});

test('of a ward that keeps what it has no number is told: who is posted is not for the public', () => {
  expect(protectedWards.inForce(at(14, null))?.sentence).not.toMatch(/\d/);
});

test('broken by one ward that keeps too few, and by nothing else', () => {
  expect(protectedWards.breach(at(), planOf(at(), [5, 2, 4, 3]))).toBeNull();
  expect(protectedWards.breach(at(), planOf(at(), [4, 3, 4, 3]))).toBe('A has 4 officers and is to keep 5.');
  expect(protectedWards.breach(at(), planOf(at(), [5, 3, 3, 3]))).toBe('C has 3 officers and is to keep 4.');
});

test('raises the least of those wards alone', () => {
  expect(fullPlanQuestion(at()).floors).toEqual([5, 2, 4, 2]);
});

test('too few officers for it is told, and a ward above the ceiling', () => {
  expect(protectedWards.conflicts(at(12))[0]?.sentence).toBe(
    'The floor and the protected wards need 13 officers and there are 12. Protect fewer, or add officers.',
  );
  expect(protectedWards.conflicts(at(14, 8))[0]?.sentence).toBe(
    'C is to keep 8 officers and the ceiling is 7. Protect fewer, or raise the ceiling.',
  );
  expect(protectedWards.conflicts(at())).toEqual([]);
});
