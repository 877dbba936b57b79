import { expect, it } from 'vitest';
import { monthRange } from '../lib/calendar/month.ts';
import { CATEGORY_PERIODS, periodOf, wasInUse } from './catalogue/category-periods.ts';
import { CATALOGUE, findMeasure } from './catalogue.ts';
import { sumsCategory } from './sums-category.ts';

function measure(name: string) {
  const found = findMeasure(name);
  if (!found) throw new Error(`no measure ${name}`);
  return found;
}

it('names every measure once', () => {
  const names = CATALOGUE.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(findMeasure('no-such-measure')).toBeNull();
});

it('gives every measure its own demonstration category and a definition of one sentence', () => {
  for (const { name, categories, definition } of CATALOGUE) {
    expect(categories.filter((category) => category.startsWith('demonstration/'))).toEqual([`demonstration/${name}`]);
    expect(definition).toMatch(/^[A-Z].*[.]$/);
  }
});

it('makes rates by a measure that there is, and gives no two measures one title', () => {
  for (const { name, denominator } of CATALOGUE) {
    if (denominator !== null) expect(findMeasure(denominator), `${denominator}, of ${name}`).not.toBeNull();
  }
  const titles = CATALOGUE.map(({ title }) => title.toLowerCase());
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});

it('says of every measure whether more of it is worse', () => {
  const polarities = new Set(CATALOGUE.map(({ polarity }) => polarity));
  expect([...polarities].sort()).toEqual(['more is better', 'more is worse', 'neither']);
});

/** Measures that sum what others count too. Every other one has its categories for itself. */
const WHOLES = new Set([
  ...['recorded-crime', 'recorded-crime-except-sexual-offences', 'harm-weighted-crime', 'violence-and-robbery'],
  ...['burglary', 'drug-offences', 'public-order-offences', 'robbery', 'theft', 'vehicle-offences'],
  ...['violence-against-the-person', 'street-crime', 'lsoa-street-crime'],
  ...['ward-officer-minutes', 'ward-officer-minutes-abstracted'],
  ...['i', 's', 'e', 'r'].flatMap((grade) =>
    ['attended', 'within-15-minutes', 'within-60-minutes'].map((part) => `response-${grade}-${part}`),
  ),
]);

it('counts every category in one measure of its own, beside the wholes it is part of', () => {
  const exact = new Set(CATALOGUE.flatMap(({ categories }) => categories.filter((key) => !key.endsWith('*'))));
  for (const category of exact) {
    const own = CATALOGUE.filter((each) => !WHOLES.has(each.name) && sumsCategory(each, category));
    expect(own.map(({ name }) => name).length, `${category} in ${own.map(({ name }) => name)}`).toBeLessThanOrEqual(1);
  }
  for (const name of WHOLES) expect(findMeasure(name), name).not.toBeNull();
});

it('knows when categories were in use, for categories that a measure sums', () => {
  const keys = CATEGORY_PERIODS.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { key, from, until } of CATEGORY_PERIODS) {
    expect(
      CATALOGUE.some((each) => sumsCategory(each, key)),
      key,
    ).toBe(true);
    expect(until === null || from <= until, key).toBe(true);
  }
});

it('has residential burglary in use in every month from April 2010', () => {
  const own = CATEGORY_PERIODS.filter(({ key }) => sumsCategory(measure('residential-burglary'), key));
  for (const month of monthRange('2010-04', '2026-03')) {
    expect(
      own.some((period) => wasInUse(period, month)),
      month,
    ).toBe(true);
  }
  const unconnected = periodOf('mps/burglary/res-burglary-of-unconnected-building');
  expect([wasInUse(unconnected, '2023-03'), wasInUse(unconnected, '2023-04')]).toEqual([false, true]);
  expect(wasInUse(periodOf('mps/theft/shoplifting'), '2010-04')).toBe(true);
});

it('sums residential burglary over all its names', () => {
  const residential = measure('residential-burglary');
  for (const name of [
    'domestic-burglary',
    'res-burglary-of-a-home',
    'res-burglary-of-unconnected-building',
    'burglary-residential',
  ]) {
    expect(sumsCategory(residential, `mps/burglary/${name}`), name).toBe(true);
  }
  expect(sumsCategory(residential, 'mps/burglary/burglary-business-and-community')).toBe(false);
});

it('counts all recorded crime but fraud', () => {
  const recorded = measure('recorded-crime');
  expect(sumsCategory(recorded, 'mps/theft/shoplifting')).toBe(true);
  expect(sumsCategory(recorded, 'mps/theft/an-offence-of-next-year')).toBe(true);
  expect(sumsCategory(recorded, 'mps/fraud-and-forgery/fraud-and-forgery')).toBe(false);
  expect(sumsCategory(recorded, 'mps/nfib-fraud/nfib')).toBe(false);
  expect(sumsCategory(recorded, 'street/burglary')).toBe(false);
  expect(sumsCategory(measure('fraud'), 'mps/nfib-fraud/nfib')).toBe(true);
});

it('keeps anti-social behaviour out of street crime', () => {
  expect(sumsCategory(measure('street-crime'), 'street/anti-social-behaviour')).toBe(false);
  expect(sumsCategory(measure('anti-social-behaviour'), 'street/anti-social-behaviour')).toBe(true);
});
