import { expect, it } from 'vitest';
import type { Month } from '../../lib/calendar/month.ts';
import { whyNothingOf } from './why-nothing-of.ts';

const TODAY = { area: 'Camden', today: '2026-03-10', lastClosed: '2026-01' as Month };

it('promises a month by the calendar only where the calendar will bring it', () => {
  expect(whyNothingOf('2026-02', TODAY)).toContain('by the calendar, in the month after it');
  expect(whyNothingOf('2026-03', TODAY)).toContain('by the calendar, in the month after it');
  expect(whyNothingOf('2026-04', TODAY)).toBe('Nothing is public of April 2026: it has not begun.');
  for (const past of ['2024-03', '2025-12'])
    expect(whyNothingOf(past, TODAY)).toMatch(/no duties of Camden were recorded here in it, and no publication/);
  expect(whyNothingOf('soon', TODAY)).toBe('“soon” is not a month: write it as 2026-10.');
});
