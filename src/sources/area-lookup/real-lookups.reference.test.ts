import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readLookup } from './read-lookup.ts';

/**
 * Real lookups, kept beside the repository and never in it. The expected numbers were counted apart with Python's csv
 * module: rows, distinct codes, and codes that come more than once.
 */
const GEOGRAPHY = fileURLToPath(new URL('../../../../shared/data/geography/', import.meta.url));

function read(name: string) {
  const file = readLookup(readFileSync(`${GEOGRAPHY}${name}`, 'utf8'));
  if (file.kind === 'refused') throw new Error(file.because);
  const { codes, targets, fromSet, toSet } = file.lookup ?? { codes: [], targets: [], fromSet: '', toSet: '' };
  return {
    file,
    sets: [fromSet, toSet],
    sizes: [codes.length, new Set(codes).size, new Set(targets).size],
  };
}

describe.skipIf(!existsSync(GEOGRAPHY))('the lookups of the ONS', () => {
  it.each([
    ['oa21_wd22_london_ONS_places.csv', ['OA21', 'WD22'], [26_360, 26_360, 689]],
    ['lsoa11_ward17_EW_humaniverse.csv', ['LSOA11', 'WD17'], [34_753, 34_753, 8_270]],
    ['lsoa21_wd24_lad24_bestfit_EW.csv', ['LSOA21', 'WD24'], [35_672, 35_672, 7_536]],
    ['lsoa11_lsoa21_lad22_london.csv', ['LSOA11', 'LSOA21'], [5_016, 4_835, 4_994]],
  ])('%s leaves no row out', (name, sets, sizes) => {
    const { file, ...found } = read(name);
    expect(found).toEqual({ sets, sizes });
    expect([file.rowsRead, file.rowsUsed, file.refused]).toEqual([sizes[0], sizes[0], []]);
  });

  it('say how many LSOAs of London were split and merged for the census of 2021', () => {
    expect(read('lsoa11_lsoa21_lad22_london.csv').file.notices).toEqual([
      { reason: 'an area that was split or divided between several', count: 132 },
      { reason: 'an area made of several or of parts of them', count: 22 },
    ]);
  });
});
