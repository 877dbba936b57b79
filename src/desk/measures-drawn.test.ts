import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../measures/index.ts';
import { measuresDrawn } from './measures-drawn.ts';

const monthly = CATALOGUE.filter(({ every }) => every === 'month');
const named = (...names: string[]) => monthly.filter(({ name }) => names.includes(name));
const drawnOf = (counted: string[], held = monthly) => measuresDrawn(held, counted).drawn.map(({ name }) => name);

describe('measuresDrawn', () => {
  it('draws six of many, those of demand among them, in the catalogue’s order', () => {
    const drawn = drawnOf(['homicide', 'burglary']);
    expect(drawn).toHaveLength(6);
    expect(drawn).toEqual(monthly.map(({ name }) => name).filter((name) => drawn.includes(name)));
    expect(drawn).toEqual(expect.arrayContaining(['recorded-crime', 'homicide', 'burglary']));
  });

  it('draws all that demand counts, however many', () => {
    const counted = monthly.slice(0, 9).map(({ name }) => name);
    expect(drawnOf(counted)).toEqual(counted);
  });

  it('leaves every other measure to be asked for', () => {
    const { drawn, others } = measuresDrawn(monthly, []);
    expect(new Set([...drawn, ...others])).toEqual(new Set(monthly));
    expect(drawn.length + others.length).toBe(monthly.length);
  });

  it('draws what there is when headlines are not held, and nothing that is not', () => {
    expect(drawnOf(['residents', 'recorded-crime'], named('homicide', 'theft'))).toEqual(['homicide', 'theft']);
    expect(measuresDrawn([], ['recorded-crime'])).toEqual({ drawn: [], others: [] });
  });
});
