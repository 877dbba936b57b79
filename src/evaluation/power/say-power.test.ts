import { describe, expect, it } from 'vitest';
import type { LengthPower } from './model.ts';
import { sayInHundred, sayMissed, sayTried } from './say-power.ts';

const all = { taken: 406, of: 406 };

it('says on which months and groups it was tried', () => {
  const times = ['2010-04', '2010-05', '2026-03'] as const;
  expect(sayTried({ times, start: '2026-04' }, all)).toBe('Tried on the months from April 2010 to March 2026.');
  expect(sayTried({ times, start: '2027-01' }, { taken: 400, of: 4060 })).toBe(
    'Tried on the months from April 2010 to March 2026, 9 months before the start, with 400 of 4,060 groups, drawn by lot.',
  );
  expect(sayTried({ times, start: '2026-07' }, all)).toBe(
    'Tried on the months from April 2010 to March 2026, 3 months before the start.',
  );
});

it('never says that a chance is none or certain where it is not', () => {
  expect([0, 0.001, 0.334, 0.999, 1].map(sayInHundred)).toEqual([
    '0 in 100',
    'less than 1 in 100',
    '33 in 100',
    'more than 99 in 100',
    '100 in 100',
  ]);
});

describe('what a pilot would probably miss', () => {
  const length = (months: number, harm: number, benefit: number): LengthPower => ({
    ...{ months, refused: null, once: null, looks: null, level: null, pilots: 100 },
    ...{ chanceOfHarmBound: harm, chanceOfMinimumEffect: benefit },
  });
  const outcome = { role: 'primary', harmBoundPercent: 10, minimumEffectPercent: 5 } as const;
  const refused = { ...length(24, 0, 0), refused: 'Too long.' };

  it('is said by the length that is planned, or the longest below it that could be tried', () => {
    const lengths = [length(6, 0.1, 0.1), length(12, 0.49, 0.6), refused];
    const said = sayMissed({ outcome, lengths, planned: 24 });
    expect(said).toEqual([
      'This pilot would probably miss the harm that the charter says must not go unseen: a worsening of 10% is called with a chance of 49 in 100 in 12 months.',
    ]);
    expect(sayMissed({ outcome, lengths, planned: 6 })).toHaveLength(2);
  });

  it('is nothing from an even chance on, and no benefit of a guard', () => {
    expect(sayMissed({ outcome, lengths: [length(6, 0.5, 0.5)], planned: 6 })).toEqual([]);
    const guard = { ...outcome, role: 'guard' } as const;
    expect(sayMissed({ outcome: guard, lengths: [length(6, 0.9, 0)], planned: 6 })).toEqual([]);
  });
});
