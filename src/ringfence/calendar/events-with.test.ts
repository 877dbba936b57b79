import { expect, test } from 'vitest';
import { emergency } from '../../../test/builders/ringfence-cases.ts';
import { eventsWith } from './events-with.ts';

const postponed = {
  ...emergency(),
  key: 'carnival-2026',
  kind: 'carnival' as const,
  firstDay: '2026-09-06',
  lastDay: '2026-09-07',
};

test('what a unit entered takes the place of what is shipped, by its key, and the rest is added', () => {
  const events = eventsWith([postponed, emergency()], [2026]);
  expect(events.map(({ key, firstDay }) => [key, firstDay])).toEqual([
    ['emergency-2026-08-03-bridge', '2026-08-03'],
    ['carnival-2026', '2026-09-06'],
    ['new-years-eve-2026', '2026-12-31'],
  ]);
});

test('other years keep what is shipped', () => {
  const days = eventsWith([postponed], [2025, 2027]).map(({ key }) => key);
  expect(days).toEqual(['carnival-2025', 'new-years-eve-2025', 'carnival-2026', 'carnival-2027', 'new-years-eve-2027']);
});
