import { expect, it } from 'vitest';
import { referenceAreas } from './reference-areas.ts';
import { wardCounts } from './ward-counts.ts';

it('counts every ward of London, and those shipped', () => {
  for (const [version, all] of [
    ['wards-2014', 625],
    ['wards-2022', 704],
  ] as const) {
    const counts = wardCounts(version);
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(all);
    expect([...counts.keys()]).toEqual(referenceAreas('boroughs-2022').map(({ code }) => code));
    const shipped = referenceAreas(version);
    for (const borough of new Set(shipped.map(({ boroughCode }) => boroughCode ?? ''))) {
      expect(shipped.filter(({ boroughCode }) => boroughCode === borough)).toHaveLength(counts.get(borough) ?? 0);
    }
  }
  expect(wardCounts('lsoas-2021').size).toBe(0);
});
