import { expect, it } from 'vitest';
import { otherVintagesSaid } from './say-other-vintages.ts';

it('says which months other vintages hold, and not the one shown by another name', () => {
  const otherVintages = [
    { vintage: 'full', from: '2010-04', to: '2024-01' },
    { vintage: 'indices', from: '2025-10', to: '2025-10' },
    { vintage: 'old', from: '2019-09', to: '2019-09' },
  ] as const;
  expect(otherVintagesSaid({ vintage: 'indices with census', otherVintages })).toEqual([
    { vintage: 'full', months: 'April 2010 to January 2024 are' },
    { vintage: 'old', months: 'September 2019 is' },
  ]);
  expect(otherVintagesSaid({ vintage: 'full' })).toEqual([]);
});
