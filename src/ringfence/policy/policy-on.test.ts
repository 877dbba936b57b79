import { expect, test } from 'vitest';
import { adoptedFrom } from '../../../test/builders/ringfence-cases.ts';
import { PERMITTED_DEFAULT } from './permitted-default.ts';
import { policyOn } from './policy-on.ts';

const first = adoptedFrom('2026-03-01', {}, 1);
const second = adoptedFrom('2026-06-01', {}, 2);

test('the last to have come into force holds, in whatever order they are given', () => {
  for (const timeline of [
    [first, second],
    [second, first],
  ]) {
    const held = ['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01', '2030-01-01'].map(
      (day) => policyOn(timeline, day).id,
    );
    expect(held).toEqual([null, 1, 1, 2, 2]);
  }
});

test('before any, and where a unit adopted none, what is shipped holds', () => {
  expect(policyOn([], '2026-06-01')).toBe(PERMITTED_DEFAULT);
  expect(policyOn([first], '2010-01-01')).toBe(PERMITTED_DEFAULT);
});

test('of two from the same day the one that was adopted last holds', () => {
  const again = { ...adoptedFrom('2026-06-01', {}, 1), adoptedAt: new Date('2026-05-30T10:00:00Z') };
  const before = { ...second, adoptedAt: new Date('2026-05-29T10:00:00Z') };
  expect([policyOn([again, before], '2026-06-01').id, policyOn([before, again], '2026-06-01').id]).toEqual([1, 1]);
});
