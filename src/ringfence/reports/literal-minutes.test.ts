import { expect, test } from 'vitest';
import type { LedgerTotal } from '../model.ts';
import { literalMinutes } from './literal-minutes.ts';

const of = (account: LedgerTotal['account'], reason: LedgerTotal['reason'], postClass: 'floor' | 'extra' = 'floor') =>
  literalMinutes({ account, reason, minutes: 60 }, postClass);

test.each([
  ['permitted', 'training', 60],
  ['breach', 'aid-force', 60],
  ['breach', 'event', 60],
  ['exception', 'event', 0],
  ['exception', 'rest-day-given-back', 0],
  ['breach', 'rest-day-given-back', 60],
  ['exception', 'aid-other-force', 60],
  ['unruled', 'custody', 60],
  ['confirmed', '', 0],
  ['leave', '', 0],
  ['overtime', 'aid-force', 0],
] as const)('%s of "%s" is %i minutes by the literal reading', (account, reason, minutes) => {
  expect(of(account, reason)).toBe(minutes);
});

test('of posts whose ring-fence was a hope in 2017 it says nothing', () => {
  expect(of('breach', 'custody', 'extra')).toBe(0);
});
