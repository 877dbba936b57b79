import { expect, it } from 'vitest';
import { sayStep } from './say-step.ts';

const NOW = new Date('2026-03-10T12:00:00Z');
const said = (from: string, to: string | null) =>
  sayStep(
    'recorded',
    { from: new Date(from), to: to === null ? null : new Date(to), reason: 'custody', order: null },
    NOW,
  ).replace(/^Recorded: Custody |, nobody has said by whose order\.$/g, '');

it.each([
  ['2026-03-10T09:00Z', '2026-03-10T10:00Z', 'from 09:00 to 10:00'],
  ['2026-03-09T09:00Z', '2026-03-09T10:00Z', 'from 09:00 to 10:00 on 9 March 2026'],
  ['2026-03-08T22:00Z', '2026-03-09T02:00Z', 'from 22:00 on 8 March 2026 to 02:00 on 9 March 2026'],
  ['2026-03-09T09:00Z', null, 'from 09:00 on 9 March 2026 without an end yet'],
])('says the day of %s to %s once where both ends share it', (from, to, words) => {
  expect(said(from, to)).toBe(words);
});
