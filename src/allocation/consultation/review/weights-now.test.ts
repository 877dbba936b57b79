import { expect, it } from 'vitest';
import { sayUnasked, sharesOf, unaskedParts } from './weights-now.ts';

const WEIGHTS = { weights: { 'recorded-crime': 30, residents: 15, 'anti-social-behaviour': 5, burglary: 0 } };

it('reckons weights as shares of the whole, of nothing too', () => {
  expect(sharesOf(WEIGHTS)).toEqual({
    ...{ 'recorded-crime': 0.6, residents: 0.3, 'anti-social-behaviour': 0.1, burglary: 0 },
  });
  expect(sharesOf({ weights: { residents: 0 } })).toEqual({ residents: 0 });
});

it('says what becomes of parts that count now and are not asked about', () => {
  const unasked = (...components: string[]) =>
    sayUnasked(
      unaskedParts(
        sharesOf(WEIGHTS),
        components.map((component) => ({ component })),
      ),
    );
  expect(unasked('recorded-crime', 'residents')).toBe(
    'Anti-social behaviour counts 10% now. It is not asked about here, and counts for nothing in any proposal.',
  );
  expect(unasked('recorded-crime')).toBe(
    'Residents counts 30% and anti-social behaviour counts 10% now. They are not asked about here, and count for nothing in any proposal.',
  );
  expect(unasked('recorded-crime', 'residents', 'anti-social-behaviour')).toBe(null);
});
