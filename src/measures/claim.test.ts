import { expect, it } from 'vitest';
import { candidatesFrom, rankClaims } from './candidates.ts';
import { requireMeasure } from './catalogue.ts';
import { type Claim, claimedFit, claimsOf, nearness, otherVintages } from './claim.ts';
import type { Extent } from './held-series.ts';

const extent = (importId: string, areaCodes: string[], rest: Partial<Extent> = {}): Extent => ({
  ...{ importId, areaCodes, categories: ['mps/theft/shoplifting'], first: '2024-01', last: '2024-12', ...rest },
});
const claim = (areas: string[], rest: Partial<Claim> = {}): Claim => ({
  ...{ areas: new Set(areas), first: '2024-01', last: '2024-12', imported: 1, ...rest },
});
const monthly = { every: 'month' as const };

it('gathers what a vintage has of each measure, from all its imports', () => {
  const vintages = new Map([
    ['9', 'spring'],
    ['10', 'spring'],
    ['11', 'summer'],
  ]);
  const claims = claimsOf(
    [
      extent('9', ['A'], { first: '2010-04', last: '2024-01' }),
      extent('10', ['B']),
      extent('11', ['A'], { categories: ['mps/robbery/robbery-of-personal-property'] }),
      extent('12', ['A']),
    ],
    vintages,
    (code) => [code],
  );
  expect(claims.get('theft')).toEqual(new Map([['spring', claim(['A', 'B'], { first: '2010-04', imported: 10 })]]));
  expect([...(claims.get('recorded-crime')?.keys() ?? [])]).toEqual(['spring', 'summer']);
  expect(
    claimsOf([extent('9', ['A'])], vintages, () => ['W1', 'W2'])
      .get('theft')
      ?.get('spring')?.areas,
  ).toEqual(new Set(['W1', 'W2']));
});

it('claims own figures and those that fill in together, and takes the months of own ones where most have some', () => {
  const [own, behind] = [claim(['A', 'B']), claim(['B', 'C'], { last: '2026-01', imported: 4 })];
  const fit = { ownForMost: true, areas: 3, months: 0, last: '2024-12', imported: 4 };
  expect(claimedFit(monthly, { own, behind }, 3, null)).toEqual(fit);
  expect(claimedFit(monthly, { own, behind }, 4, null)).toEqual({ ...fit, ownForMost: false, last: '2026-01' });
});

it('claims nothing of a day or months that come before or after it', () => {
  const fitFor = (needed: Parameters<typeof claimedFit>[3], every: 'month' | 'year' = 'month') =>
    claimedFit({ every }, { own: claim(['A']), behind: null }, 1, needed);
  expect(fitFor({ months: ['2023-11', '2023-12'], by: '2026-01' })).toMatchObject({ areas: 0, last: null });
  expect(fitFor({ months: ['2024-12', '2025-01'], by: '2026-01' })).toMatchObject({ areas: 1, months: 1 });
  expect(fitFor({ months: [], by: '2023-12' }, 'year')).toMatchObject({ areas: 0, months: 0 });
  expect(fitFor({ months: [], by: '2024-06' }, 'year')).toMatchObject({ areas: 1, months: 1, last: '2024-06' });
});

it('ranks vintages alone and along the ways that have figures', () => {
  const theft = requireMeasure('theft');
  const route = {
    origin: 'LSOA best fit',
    from: 'lsoas-2021',
    parts: new Map(),
    hindered: new Map(),
    files: [],
  } as const;
  const found = candidatesFrom(theft, new Map([['wards', claim(['A'])]]), [
    { route, behind: new Map([['lsoas', claim(['A', 'B'], { imported: 2 })]]), countsOf: () => [] },
  ]);
  const order = (areas: number) => rankClaims(found, areas, null).map(({ candidate }) => candidate.vintage);
  expect([order(1), order(2)]).toEqual([
    ['wards', 'lsoas'],
    ['lsoas', 'wards'],
  ]);
});

it('names other vintages with other months or, of what is not monthly, every other edition', () => {
  const claims = new Map([
    ['shown', claim(['A'])],
    ['within', claim(['A'], { first: '2024-03' })],
    ['earlier', claim(['A'], { first: '2010-04' })],
    ['later', claim(['A'], { first: '2024-06', last: '2025-01' })],
  ]);
  const shown = { vintage: 'shown', from: '2024-01', to: '2024-12' } as const;
  expect(otherVintages(monthly, shown, claims)).toEqual([
    { vintage: 'earlier', from: '2010-04', to: '2024-12' },
    { vintage: 'later', from: '2024-06', to: '2025-01' },
  ]);
  expect(otherVintages({ every: 'once' }, shown, claims).map(({ vintage }) => vintage)).toContain('within');
});

it('is nearest to a month that it spans, then last before it, then first after it', () => {
  const near = (first: Claim['first'], last: Claim['last']) => nearness(claim([], { first, last }), '2019-09');
  const order = [
    near('2011-03', '2021-03'),
    near('2017-06', '2017-06'),
    near('2011-03', '2011-03'),
    near('2020-06', '2020-06'),
  ];
  expect(order).toEqual(order.toSorted((a, b) => b - a));
  expect(near('2020-06', '2020-06')).toBeGreaterThan(near('2021-03', '2021-03'));
});
