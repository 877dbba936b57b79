import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstMark } from './first-mark.ts';
import { markSpecialCauses } from './mark-special-causes.ts';
import { limitsAround } from './xmr-limits.ts';

it('finds a mark among the points judged exactly where the whole marking has one', () => {
  const found = { marked: 0, unmarked: 0 };
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 3, maxLength: 24 }),
      fc.integer({ min: 0, max: 10 }),
      (drawn, start) => {
        const values = drawn.map((value) => value + 0.01);
        const from = Math.min(start, values.length - 1);
        const limits = limitsAround(0, 5.5);
        // Known up to a point alone: a run counts once it is whole.
        const until = firstMark(Float64Array.from(values), from, { centre: 0, reach: 5.5 });
        const marks = (length: number) =>
          markSpecialCauses(values.slice(0, length), new Array(length).fill(limits))
            .slice(from)
            .some((mark) => mark);
        expect(marks(until)).toBe(false);
        if (until < values.length) expect(marks(until + 1)).toBe(true);
        found[until < values.length ? 'marked' : 'unmarked'] += 1;
      },
    ),
    { seed: 7, numRuns: 2000 },
  );
  expect(Math.min(found.marked, found.unmarked)).toBeGreaterThan(200);
});
