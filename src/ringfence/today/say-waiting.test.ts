import { expect, it } from 'vitest';
import { sayWaiting } from './say-waiting.ts';

it('says nothing of nothing', () => {
  expect(sayWaiting([])).toBeNull();
});

it('says how many wait, and since when by London’s clock', () => {
  expect(sayWaiting([{ at: '2026-03-04T14:42:00Z' }])).toEqual({
    count: '1 record waiting to send',
    since: 'from 14:42',
  });
  const summer = [{ at: '2026-07-04T15:00:00Z' }, { at: '2026-07-04T14:42:00Z' }];
  expect(sayWaiting(summer)).toEqual({ count: '2 records waiting to send', since: 'from 15:42' });
});
