import { expect, test } from 'vitest';
import { nowHas, planOf, termsFor } from '../../../test/builders/plan-terms.ts';
import { fullPlanQuestion } from '../full-plan-question.ts';
import { mostLost } from './most-lost.ts';

const at = (most: number, officers = 14, now = nowHas(5, 5, 2, 2)) =>
  termsFor({ dwo: officers, pcso: 4 }, { review: { side: { 'most-lost': { officers: most } }, current: now } });

test('reads with its number', () => {
  expect(mostLost.inForce(at(1))?.sentence).toBe('No ward loses more than 1 officer, against the rules file.');
  expect(mostLost.inForce(at(0))?.sentence).toBe('No ward loses an officer, against the rules file.');
  expect(mostLost.inForce(termsFor({ dwo: 14, pcso: 4 }))).toBeNull();
});

test('broken by one ward that loses one too many, and by nothing else', () => {
  expect(mostLost.breach(at(1), planOf(at(1), [4, 4, 3, 3]))).toBeNull();
  expect(mostLost.breach(at(1), planOf(at(1), [3, 5, 3, 3]))).toBe('A loses 2 officers, and a ward loses at most 1.');
});

test('raises the least of each ward', () => {
  expect(fullPlanQuestion(at(1)).floors).toEqual([4, 4, 2, 2]);
});

test('too few officers for it is told, and a ward above the ceiling', () => {
  expect(mostLost.conflicts(at(0, 12))[0]?.sentence).toBe(
    'If no ward loses more than 0, 14 officers are needed and there are 12. Let a ward lose more, or add officers.',
  );
  expect(mostLost.conflicts(at(1, 14, nowHas(9, 1, 2, 2)))[0]?.sentence).toBe(
    'A has 9 now and loses 1 at most, and the ceiling is 7. Let a ward lose more, or raise the ceiling.',
  );
  expect(mostLost.conflicts(at(1))).toEqual([]);
});
