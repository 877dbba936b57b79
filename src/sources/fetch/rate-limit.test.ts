import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Allowance, takeTurn } from './rate-limit.ts';

const API = { perSecond: 15, burst: 30 };

it('lets a burst through at once, then one every fifteenth of a second', () => {
  let allowance: Allowance | null = null;
  const waits = Array.from({ length: 33 }, () => {
    const turn = takeTurn(API, allowance, 1000);
    allowance = turn.after;
    return turn.wait;
  });
  expect(waits.slice(0, 30)).toEqual(Array(30).fill(0));
  expect(waits.slice(30).map((wait) => Math.round(wait))).toEqual([67, 133, 200]);
});

it('never makes more requests in any second than the burst and one second’s worth', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 60, maxLength: 200 }), (pauses) => {
      let allowance: Allowance | null = null;
      let now = 0;
      const made = pauses.map((pause) => {
        now += pause;
        const turn = takeTurn(API, allowance, now);
        allowance = turn.after;
        return now + turn.wait;
      });
      for (const start of made) {
        const within = made.filter((at) => at >= start && at < start + 1000).length;
        expect(within).toBeLessThanOrEqual(API.burst + API.perSecond);
      }
    }),
    { seed: 11, numRuns: 50 },
  );
});
