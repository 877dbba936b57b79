import { describe, expect, it } from 'vitest';
import { type EstimateAsked, estimateFile } from './estimate-file.ts';
import { type PredictorAsked, parsePredictor } from './read-predictors.ts';

describe('a predictor as it is typed', () => {
  it.each<[string, PredictorAsked | null]>([
    ['beer', { column: 'beer', times: null }],
    ['beer@1975', { column: 'beer', times: ['1975', '1975'] }],
    ['beer@1984..1988', { column: 'beer', times: ['1984', '1988'] }],
    ['mail@home @ 2016-04 .. 2016-06', { column: 'mail@home', times: ['2016-04', '2016-06'] }],
    ['beer@', null],
    ['beer@1984..', null],
    ['beer@1984..1985..1988', null],
    ['@1984', null],
    ['', null],
  ])('%s', (text, asked) => expect(parsePredictor(text)).toEqual(asked));
});

const UNITS = ['Aton', 'Bton', 'Cton', 'Dton', 'Eton'];
/** Bars are figures of 2003 to 2006 alone, as many as ten and one more for each unit; Aton, the third, gains 7 from 2007 on. */
const LINES = UNITS.flatMap((unit, place) =>
  Array.from({ length: 10 }, (_, at) => {
    const level = 10 * ((place + 2) % 5) + ((at * (place + 2)) % 3);
    return `${unit},${2001 + at},${level + (place === 0 && at >= 6 ? 7 : 0)},${at >= 2 && at < 6 ? 10 + ((place + 2) % 5) : 'NA'}`;
  }),
);
const answer = (predictors: readonly string[], changes: Partial<EstimateAsked> = {}) =>
  estimateFile(['area,year,crimes,bars', ...LINES].join('\n'), {
    ...{ columns: { unit: 'area', time: 'year', outcome: 'crimes' }, treated: ['Aton'], start: '2007' },
    ...{ method: 'sc', mode: 'exact' },
    predictors: predictors.flatMap((text) => parsePredictor(text) ?? []),
    ...changes,
  });
const because = (...asked: Parameters<typeof answer>) => {
  const found = answer(...asked);
  return found.kind === 'refused' ? found.because : null;
};

describe('an estimate with predictors', () => {
  it('is like the treated unit in them, and names each with its weight', () => {
    const found = answer(['bars@2003..2006', 'crimes']);
    if (found.kind !== 'estimated' || !('predictors' in found)) throw new Error('It was not estimated.');
    const [bars, crimes] = found.predictors;
    expect([bars?.name, crimes?.name]).toEqual(['bars@2003..2006', 'crimes']);
    expect(bars?.treated).toBe(12);
    expect(bars?.synthetic).toBeCloseTo(12, 5);
    expect((bars?.weight ?? 0) + (crimes?.weight ?? 0)).toBeCloseTo(1, 9);
    expect(Math.abs(found.estimate - 7)).toBeLessThan(1);
    expect([found.pValue, found.smallestP, found.placebos.length]).toEqual([0.2, 0.2, 4]);
  });

  it('is refused for a figure that is missing within the times, by unit and time', () => {
    expect(because(['bars@2003..2006'])).toBeNull();
    expect(because(['bars@2002..2006'])).toMatch(/^Aton has no bars for 2002: name times/);
    expect(because(['bars'])).toMatch(/^Aton has no bars for 2001/);
  });

  it('is refused for times that come after the start, or are not there', () => {
    expect(because(['crimes@2005..2007'])).toMatch(/^2007 is not before the start/);
    expect(because(['crimes@2006..2005'])).toMatch(/run backwards/);
    expect(because(['crimes@1999'])).toMatch(/^The file has no time "1999"/);
    expect(because(['bar'])).toMatch(/^The file has no column "bar": did you mean "bars"/);
  });

  it('is refused with any other method, and for several treated units', () => {
    expect(because(['crimes'], { method: 'sdid' })).toMatch(/^Predictors go with one treated unit, --method sc/);
    expect(because(['crimes'], { mode: 'as published' })).toMatch(/^Predictors go with/);
    expect(because(['crimes'], { treated: ['Aton', 'Bton'] })).toMatch(/^Predictors go with/);
  });
});
