import { expect, it } from 'vitest';
import { CATEGORY_PERIODS } from '../catalogue/category-periods.ts';
import { categoryKey, slug } from '../category-key.ts';
import { sayCategory, sayPeriod } from './say-category.ts';

/** Names of categories not in use throughout, as the monthly files of the Metropolitan Police print them. */
const PRINTED: [group: string, name: string][] = [
  ['Burglary', 'Domestic Burglary'],
  ['BURGLARY', 'RES BURGLARY OF A HOME'],
  ['BURGLARY', 'RES BURGLARY OF UNCONNECTED BUILDING'],
  ['BURGLARY', 'BURGLARY - RESIDENTIAL'],
  ['Drug Offences', 'Drug Trafficking'],
  ['Historical Fraud and Forgery', 'Historical Fraud and Forgery'],
  ['NFIB FRAUD', 'NFIB'],
  ['Theft', 'Theft from Person'],
  ['Vehicle Offences', 'Theft from a Motor Vehicle'],
  ['Vehicle Offences', 'Theft or Taking of a Motor Vehicle'],
];

it('names a category as its publication does, capitals apart', () => {
  expect(sayCategory('mps/burglary/res-burglary-of-a-home')).toBe('Res burglary of a home');
  for (const [group, name] of PRINTED) {
    expect(sayCategory(categoryKey('mps', group, name)).toLowerCase()).toBe(name.toLowerCase());
  }
  expect(PRINTED.map(([group, name]) => categoryKey('mps', group, name)).toSorted()).toEqual(
    CATEGORY_PERIODS.map(({ key }) => key)
      .filter((key) => key.startsWith('mps/'))
      .toSorted(),
  );
});

it('names a crime type of street files by its title', () => {
  expect(sayCategory('street/anti-social-behaviour')).toBe('Anti-social behaviour');
});

it('gives names that lead back to the key', () => {
  for (const { key } of CATEGORY_PERIODS) expect(slug(sayCategory(key))).toBe(key.split('/').at(-1));
});

it('says since when a category is in use, and until when', () => {
  expect(sayPeriod({ from: '2023-03', until: null })).toBe('March 2023 to now');
  expect(sayPeriod({ from: '2024-06', until: '2025-08' })).toBe('June 2024 to August 2025');
});
