import { expect, test } from 'vitest';
import { tallyOf } from '../reports/tally-of.ts';
import type { ClosingLine } from './model.ts';
import { reasonsShown } from './reasons-shown.ts';

let id = 0;
/** A line of each of some officers. */
const of = (
  officers: readonly number[],
  reason: ClosingLine['reason'],
  minutes: number,
  orderedBy: ClosingLine['orderedBy'] = 'training-unit',
): ClosingLine[] =>
  officers.map((officer) => {
    id += 1;
    const kind = { account: 'permitted', reason, orderedBy, late: false, postClass: 'floor' } as const;
    return { ...kind, id, wardCode: 'W', officer, minutes };
  });
const shown = (parts: readonly ClosingLine[][], given = {}) => reasonsShown(parts, tallyOf(parts.flat()), given);
const reasonsOf = (parts: readonly ClosingLine[][], given = {}) =>
  shown(parts, given).byReason.map(({ reason, minutes }) => [reason, minutes]);

test('what is left of a ruling is never one officer’s, nor one reason', () => {
  const training = of([1, 2, 3], 'training', 480);
  const union = of([4, 5, 6], 'union', 400);
  // 313 minutes at court are one officer's: the smallest reason goes with them.
  expect(reasonsOf([training, union, of([1], 'court-own-case', 313)])).toEqual([
    ['not-shown', 1513],
    ['training', 1440],
  ]);
  expect(reasonsOf([training, of([1], 'court-own-case', 313)])).toEqual([['not-shown', 1753]]);
  expect(reasonsOf([training, union])).toEqual([
    ['training', 1440],
    ['union', 1200],
  ]);
  // Three officers, and one reason: whoever knows which it is reads it.
  expect(reasonsOf([training, of([4, 5], 'union', 100), of([6], 'court-own-case', 50)])).toHaveLength(2);
});

test('a ruling that only one group of a borough has is told there without reasons', () => {
  const training = of([1, 2, 3], 'training', 480);
  expect(reasonsOf([training, []], { fewestGroups: 2 })).toEqual([['not-shown', 1440]]);
  expect(reasonsOf([training, of([4], 'training', 60)], { fewestGroups: 2 })).toEqual([['training', 1500]]);
});

test('a role is told apart only where no reason of one or two officers is left beside it', () => {
  const training = of([1, 2, 3], 'training', 480);
  const odd = of([4], 'training', 200, 'duty-inspector');
  const court = of([5, 6, 7], 'court-own-case', 100, 'duty-inspector');
  // Training less what the training unit ordered would be one officer's.
  expect(shown([training, odd, court]).byOrder.map(({ orderedBy }) => orderedBy)).toEqual(['not-shown']);
  expect(shown([training, court]).byOrder.map(({ orderedBy }) => orderedBy)).toEqual([
    'training-unit',
    'duty-inspector',
  ]);
});

test('what comes to anything else than what is public is told without reasons', () => {
  const training = of([1, 2, 3], 'training', 480);
  const minutes = tallyOf(of([1, 2, 3], 'training', 500));
  expect(reasonsShown([training], minutes).byReason).toEqual([
    { reason: 'not-shown', ruling: 'permitted', minutes: 1500 },
  ]);
});
