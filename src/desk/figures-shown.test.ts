import { describe, expect, it } from 'vitest';
import { crimeOfEveryWard, measureInView, seriesInView, unitPageModel } from '../../test/builders/desk-views.ts';
import { figuresShown } from './figures-shown.ts';

const shown = (name: string, series = crimeOfEveryWard()) =>
  figuresShown(unitPageModel({ shown: { kind: 'measure', measure: measureInView(name), series } }));

describe('figuresShown', () => {
  it('gives officers whole-number classes that hold every ward', () => {
    const { classes, values } = figuresShown(unitPageModel());
    expect(classes.map(({ from, to }) => [from, to])).toEqual([2, 3, 4, 5, 6, 7].map((number) => [number, number]));
    expect(values.size).toBe(37);
  });

  it('gives shares of demand as percentages', () => {
    const { format, values, synthetic } = figuresShown(unitPageModel({ shown: { kind: 'demand' } }));
    expect(format(values.get('E05013653') ?? 0)).toBe('6.2%');
    expect(synthetic).toBe(true);
  });

  it('never gives one printed share two colours', () => {
    const { classes, format } = figuresShown(unitPageModel({ shown: { kind: 'demand' } }));
    const ends = classes.flatMap(({ from, to }) => (from === to ? [format(from)] : [format(from), format(to)]));
    expect(new Set(ends).size).toBe(ends.length);
  });

  it('has nothing to show of a plan where none is in force', () => {
    expect(figuresShown(unitPageModel({ plan: null })).values.size).toBe(0);
    expect(figuresShown(unitPageModel({ plan: null, shown: { kind: 'demand' } })).values.size).toBe(0);
  });

  it('sums a monthly measure over the latest twelve months that every ward has', () => {
    const short = seriesInView('recorded-crime', 'E05013652', 0, { values: Array.from({ length: 14 }, () => 2) });
    const { values, sub } = shown('recorded-crime', [short, ...crimeOfEveryWard().slice(1)]);
    expect(values.get('E05013652')).toBe(24);
    expect(sub).toBe('Recorded offences, 12 months to April 2025.');
  });

  it('says when there are no such months', () => {
    const { values, sub } = shown('recorded-crime', [
      seriesInView('recorded-crime', 'E05013652', 1, { values: [1, 2] }),
    ]);
    expect(values.size).toBe(0);
    expect(sub).toBe('Recorded offences, no twelve months in a row for every ward.');
  });

  it('takes the latest figure of what is counted once', () => {
    const { values, sub } = shown('residents', [
      seriesInView('residents', 'E05013652', 0, { values: [12_000, 12_500, null] }),
    ]);
    expect(values.get('E05013652')).toBe(12_500);
    expect(sub).toBe('Residents, counted once.');
  });

  it('says of a back-cast measure that its publisher counted anew', () => {
    const origins = Array.from({ length: 24 }, (_, at) => (at < 5 ? ('published, back-cast' as const) : 'published'));
    const backCast = crimeOfEveryWard().map((each) => ({ ...each, backCast: true, origins }));
    expect(shown('recorded-crime', backCast).source).toContain(
      'March 2024 to July 2024: published by ward, counted anew by the publisher',
    );
    expect(shown('recorded-crime').source).not.toContain('anew');
  });

  it('never says of figures summed from LSOAs that anyone published or recounted them by ward', () => {
    const made = crimeOfEveryWard().map((each) => ({
      ...{ ...each, measure: 'residents', values: [12_000], firstMonth: '2021-03' as const, backCast: false },
      ...{ convertedFrom: 'lsoas-2021' as const, lookups: ['fit.csv'], origins: ['LSOA best fit' as const] },
    }));
    const { source } = shown('residents', made);
    expect(source).toContain(
      'Summed here over the LSOAs of the census of 2021 that best fit each ward by the lookup fit.csv',
    );
    expect(source).not.toMatch(/counted anew|published by ward|recounted/);
  });
});
