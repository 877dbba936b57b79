import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseBoundaries } from './parse-boundaries.ts';

/**
 * Real boundaries, kept beside the repository and never in it. Areas and boroughs were counted apart with Python's json
 * module; 133 and 123 LSOAs of 2011, 130 and 126 of 2021 in Camden and Islington are what the notes to the files say.
 */
const GEOGRAPHY = fileURLToPath(new URL('../../../shared/data/geography/', import.meta.url));

function read(name: string) {
  const file = parseBoundaries(readFileSync(`${GEOGRAPHY}${name}`, 'utf8'));
  if (file.kind === 'refused') throw new Error(file.sentence);
  const inBorough = (code: string) => file.boundaries.filter(({ boroughCode }) => boroughCode === code).length;
  return [file.version, file.features, file.boundaries.length, inBorough('E09000007'), inBorough('E09000019')];
}

describe.skipIf(!existsSync(GEOGRAPHY))('the boundaries at hand', () => {
  it.each([
    ['lsoa_2011_camden_islington.geojson', 'lsoas-2011', 256, 133, 123],
    ['lsoa_2021_camden_islington_fullres.geojson', 'lsoas-2021', 256, 130, 126],
    ['lsoa_2021_london_simplified.geojson', 'lsoas-2021', 4_994, 130, 126],
    ['wards_2014_2018_london_E05.geojson', 'wards-2014', 625, 18, 16],
    ['wards_2022_london_ONS.geojson', 'wards-2022', 704, 20, 17],
    ['boroughs_2022_london_ONS.geojson', 'boroughs-2022', 33, 0, 0],
  ])('%s is of %s, %i areas', (name, version, areas, camden, islington) => {
    expect(read(name)).toEqual([version, areas, areas, camden, islington]);
  });
});
