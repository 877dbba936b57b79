import { describe, expect, it } from 'vitest';
import type { SearchCount } from '../../sources/index.ts';
import { breakDown } from './break-down.ts';
import { type CompareOptions, compareGroups, NOT_USED } from './compare-groups.ts';
import { ETHNIC_GROUPS, type EthnicGroup } from './ethnic-groups.ts';
import { findRates } from './find-rates.ts';
import { ratioNumber, sayRange, sayRatio } from './say-ratio.ts';
import { isOfPerson, type SearchedArea } from './searched-area.ts';

const search = (selfDefined: string, searches: number, more: Partial<SearchCount> = {}): SearchCount => ({
  ...{ searchType: 'person', selfDefined, officerDefined: selfDefined, object: 'drugs', outcome: 'arrest' },
  ...{ searches, ...more },
});
const RESIDENTS = { black: 500, asian: 300, mixed: 100, other: 100, white: 1000 };
const area = (cluster: string, ...counts: SearchCount[]): SearchedArea => ({ cluster, residents: RESIDENTS, counts });
const OPTIONS: CompareOptions = {
  ...{ by: 'self', object: null, outcome: null, months: 6, least: 20 },
  used: new Set(ETHNIC_GROUPS),
};
const rowOf = (areas: SearchedArea[], group: EthnicGroup, options = OPTIONS) =>
  compareGroups(areas, options).find((row) => row.group === group);

describe('each group beside White people', () => {
  const areas = [
    area('one', search('black', 30), search('white', 20), search('not-stated', 10)),
    area('two', search('black', 10), search('white', 20), search('not-known', 10)),
  ];

  it('has a yearly rate, a ratio within areas, and bounds for those of no known group', () => {
    expect(rowOf(areas, 'black')).toMatchObject({
      ...{ searches: 40, residents: 1000, ratePer1000AYear: 80, ratio: 2 },
      ...{ wholeAreaRatio: 2, lowest: 1.33, highest: 3, proportional: 1.95 },
    });
  });

  it('is never surer than the counts alone', () => {
    const alike = [
      area('one', search('black', 20), search('white', 20)),
      area('two', search('black', 20), search('white', 20)),
    ];
    const { interval, countsInterval } = rowOf(alike, 'black') ?? {};
    expect(interval).toEqual(countsInterval);
  });

  it('is wider than the counts alone where areas differ', () => {
    const { interval, countsInterval } = rowOf(areas, 'black') ?? {};
    expect(interval?.[0]).toBeLessThan(countsInterval?.[0] ?? 0);
  });

  it('says why there is none: too few of it, too few White people, a group officers do not use', () => {
    expect(rowOf(areas, 'asian')?.missing).toBe('Too few for a ratio: fewer than 20 searches.');
    expect(rowOf([area('one', search('black', 30))], 'black')?.missing).toContain('too few to compare with');
    const used = new Set(ETHNIC_GROUPS.filter((group) => group !== 'mixed'));
    expect(rowOf(areas, 'mixed', { ...OPTIONS, used })).toMatchObject({ searches: null, missing: NOT_USED });
  });

  it('gives ratios to two decimals only, so that no small area can be solved for', () => {
    const uneven = [
      area('one', search('black', 31), search('white', 23)),
      area('two', search('black', 17), search('white', 29)),
    ];
    const numbers = JSON.stringify(compareGroups(uneven, OPTIONS)).match(/\d+\.\d+/g) ?? [];
    expect(numbers.length).toBeGreaterThan(5);
    expect(numbers.every((each) => /^\d+\.\d{1,2}$/.test(each))).toBe(true);
  });
});

describe('by object and outcome', () => {
  const counts = [search('black', 40), search('white', 40, { object: 'weapons' }), search('white', 30)];

  it('keeps to one object at a time, the most frequent first', () => {
    const rows = breakDown([area('one', ...counts)], 'object', OPTIONS);
    expect(rows.map(({ name, searches }) => [name, searches])).toEqual([
      ['drugs', 70],
      ['weapons', 40],
    ]);
    expect(rows[0]?.groups.find(({ group }) => group === 'black')?.ratio).toBe(2.67);
    expect(rows[1]?.groups.find(({ group }) => group === 'black')?.ratio).toBeNull();
  });

  it('keeps to the outcome that was asked beside it', () => {
    expect(breakDown([area('one', ...counts)], 'object', { ...OPTIONS, outcome: 'caution' })).toEqual([]);
  });
});

describe('what followed', () => {
  it('is a share of searches whose outcome is stated, beside that of White people', () => {
    const counts = [
      ...[
        search('black', 10),
        search('black', 30, { outcome: 'no-further-action' }),
        search('black', 9, { outcome: 'not-stated' }),
      ],
      ...[search('white', 20), search('white', 20, { outcome: 'no-further-action' })],
    ];
    const [black] = findRates([area('one', ...counts)], OPTIONS);
    expect(black).toMatchObject({ searches: 40, followed: 10, share: 0.25, ratio: 0.5 });
    expect(black?.words).toContain('Less often, clear of chance taken alone');
  });
});

describe('words', () => {
  it('say two decimals about one, and which side is clear', () => {
    expect([0.85, 1.02, 3.14].map(ratioNumber)).toEqual(['0.85', '1.02', '3.1']);
    expect(sayRange([2.1, null])).toBe('more than 2.1 times');
    expect(sayRatio([2.9, 3.4])).toBe('More often, clear of chance taken alone: 2.9 to 3.4 times.');
    expect(sayRatio([0.4, 0.7])).toBe('Less often, clear of chance taken alone: 0.40 to 0.70 times.');
    expect(sayRatio([0.9, 1.2])).toBe('Could be chance: 0.90 to 1.2 times.');
  });
});

it('leaves searches of vehicles alone out', () => {
  expect(['person', 'vehicle', 'person-and-vehicle'].map((searchType) => isOfPerson({ searchType }))).toEqual([
    true,
    false,
    true,
  ]);
});
