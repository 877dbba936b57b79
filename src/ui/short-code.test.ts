import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortCodes } from './short-code.ts';

describe('shortCodes', () => {
  it('abbreviates as a reader would', () => {
    const names = [
      'Belsize',
      'Camden Square',
      'Camden Town',
      'Highbury',
      'Highgate',
      'Holborn & Covent Garden',
      'Kentish Town North',
      'Kentish Town South',
      "King's Cross",
      "St Mary's & St James'",
      "St Peter's & Canalside",
      'West Hampstead',
    ];
    expect(Object.fromEntries(shortCodes(names))).toEqual({
      Belsize: 'Bels',
      'Camden Square': 'Cam Sq',
      'Camden Town': 'Cam Tn',
      Highbury: 'Highb',
      Highgate: 'Highg',
      'Holborn & Covent Garden': 'Holb',
      'Kentish Town North': 'Kent N',
      'Kentish Town South': 'Kent S',
      "King's Cross": 'King X',
      "St Mary's & St James'": 'St Mar',
      "St Peter's & Canalside": 'St Pet',
      'West Hampstead': 'W Ham',
    });
  });

  it('never gives two names one code, nor a long code', () => {
    // Few letters, so that names begin alike.
    const name = fc.stringMatching(/^[AB][ab]{0,8}( (Park|North|[AB][ab]{1,6}))?$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 60 }), (names) => {
        const codes = [...shortCodes(names).values()];
        expect(new Set(codes).size).toBe(names.length);
        for (const code of codes) expect(code.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  it('does not depend on the order of the names', () => {
    const names = ['Mill Hill', 'Mill Park', 'Millbank', 'Millway'];
    expect(shortCodes(names.toReversed())).toEqual(shortCodes(names));
  });
});
