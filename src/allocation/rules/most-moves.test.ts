import { expect, test } from 'vitest';
import { nowHas, planOf, termsFor } from '../../../test/builders/plan-terms.ts';
import { fullPlanQuestion } from '../full-plan-question.ts';
import { mostMoves } from './most-moves.ts';

const at = (most: number, officers: number, now = nowHas(5, 5, 2, 2)) =>
  termsFor({ dwo: officers, pcso: 4 }, { review: { side: { 'most-moves': { officers: most } }, current: now } });

test('reads with its number and what it is counted against', () => {
  expect(mostMoves.inForce(at(6, 14))?.sentence).toBe('At most 6 officers change ward, against the rules file.');
  expect(mostMoves.inForce(at(1, 14))?.sentence).toBe('At most 1 officer changes ward, against the rules file.');
  expect(mostMoves.inForce(termsFor({ dwo: 14, pcso: 4 }))).toBeNull();
});

test('broken by one officer too many who changes ward, and by nothing else', () => {
  expect(mostMoves.breach(at(1, 14), planOf(at(1, 14), [4, 5, 3, 2]))).toBeNull();
  expect(mostMoves.breach(at(1, 14), planOf(at(1, 14), [4, 4, 3, 3]))).toBe(
    '2 officers change ward, and at most 1 may.',
  );
});

test('who is new to the unit changes no ward, and who leaves it changes none', () => {
  expect(mostMoves.breach(at(0, 17), planOf(at(0, 17), [5, 5, 4, 3]))).toBeNull();
  expect(mostMoves.breach(at(0, 17), planOf(at(0, 17), [4, 5, 4, 4]))).not.toBeNull();
  expect(mostMoves.breach(at(0, 12), planOf(at(0, 12), [4, 4, 2, 2]))).toBeNull();
  expect(fullPlanQuestion(at(6, 17)).moves).toEqual({ current: [5, 5, 2, 2], most: 9 });
  expect(fullPlanQuestion(at(6, 12)).moves?.most).toBe(6);
});

test('a floor or a ceiling that makes more change ward is told', () => {
  expect(mostMoves.conflicts(at(1, 14, nowHas(6, 6, 1, 1)))[0]?.sentence).toBe(
    "The floor makes 2 officers change ward and at most 1 may: allow 2, or leave the rule 'most moves' out.",
  );
  expect(mostMoves.conflicts(at(0, 14, nowHas(8, 2, 2, 2)))[0]?.sentence).toContain('The ceiling makes 1 officer');
  expect(mostMoves.conflicts(at(2, 14, nowHas(6, 6, 1, 1)))).toEqual([]);
});
