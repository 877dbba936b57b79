import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Boundary, parseBoundaries } from '../../geography/index.ts';
import { recognise } from '../recognition/recognise.ts';
import type { ReadContext } from '../text-source.ts';

const SHARED = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const SAMPLES = `${SHARED}api-samples/`;

/** Recognises a recorded answer and reads it, as an import does; half a sentence where it is refused. */
async function read(name: string, about: string | null, boundaries: readonly Boundary[] = []) {
  const bytes = await readFile(`${SAMPLES}${name}.json`);
  const recognised = recognise(bytes.subarray(0, 65_536), bytes.length);
  if (recognised.kind === 'refused') return recognised.because;
  if (recognised.kind !== 'text') return recognised.kind;
  const context: ReadContext = {
    now: '2026-04',
    held: [],
    about,
    boundaries: new Map([['wards-2014', boundaries]]),
  };
  const file = recognised.source.read(bytes.toString('utf8'), context);
  return file.kind === 'refused' ? file.because : file;
}

/**
 * Recorded answers, and the samples of the API's own pages. Counts by category and crimes inside each ward were made
 * apart with Python: json, and a ray-casting test on the ward file's own coordinates.
 */
describe.skipIf(!existsSync(SAMPLES))('recorded answers of the API', () => {
  let wards: readonly Boundary[] = [];
  beforeAll(async () => {
    const parsed = parseBoundaries(
      await readFile(`${SHARED}geography/wards_2014_2018_camden_islington.geojson`, 'utf8'),
    );
    if (parsed.kind === 'refused') throw new Error(parsed.sentence);
    wards = parsed.boundaries;
  });

  it.each([
    ['crimes-street_poly_E05000130_2017-01', 'E05000130', 382, 377],
    ['crimes-street_poly_E05000138_2018-06', 'E05000138', 547, 523],
    ['crimes-street_poly_E05000366_2017-01', 'E05000366', 130, 130],
  ])('%s: crimes of its ward', async (name, ward, all, inside) => {
    const file = await read(name, ward, wards);
    if (typeof file === 'string') throw new Error(file);
    expect(file).toMatchObject({
      rowsRead: all,
      rowsUsed: inside,
      from: name.slice(-7),
      boundaryVersions: ['wards-2014'],
    });
    expect(file.coverage[0]?.total).toBe(inside);
    expect(await read(name, 'E05000144', wards)).toContain('outside the ward E05000144');
  });

  it('crimes of a ward whose boundary is not held are counted by category', async () => {
    const file = await read('crimes-street_poly_E05000130_2017-01', 'E05000130');
    if (typeof file === 'string') throw new Error(file);
    const counts = Object.fromEntries(file.series.map(({ category, values }) => [category.split('/')[1], values[0]]));
    expect(counts).toEqual({
      'anti-social-behaviour': 58,
      'bicycle-theft': 7,
      burglary: 17,
      'criminal-damage-and-arson': 17,
      drugs: 49,
      'other-crime': 4,
      'other-theft': 46,
      'possession-of-weapons': 6,
      'public-order': 27,
      robbery: 16,
      shoplifting: 46,
      'theft-from-the-person': 32,
      'vehicle-crime': 5,
      'violence-and-sexual-offences': 52,
    });
    expect(file.notices).toContainEqual({
      reason: 'recorded by the railway police: counted with the others',
      count: 9,
    });
  });

  it.each([
    ['crimes-street_point_london_2014-08', null, 'say which ward was asked for with --about'],
    ['crimes-street_poly_E05000523_2018-03', 'E05000523', 'is empty (0 bytes): download it again'],
    ['docsample_crimes-street-dates', null, 'is the list of months there are figures for'],
    ['docsample_forces', null, 'is the list of police forces'],
    ['docsample_forces_leicestershire', null, 'is what a whole police force says of itself'],
    ['docsample_forces_leicestershire_people', null, 'say which with --about FORCE/NEIGHBOURHOOD'],
    ['docsample_forces_leicestershire_people', 'leicestershire', 'say which with --about FORCE/NEIGHBOURHOOD'],
    ['docsample_leicestershire_NC04_people', null, 'say which with --about FORCE/NEIGHBOURHOOD'],
    ['docsample_leicestershire_NC04_boundary', null, 'say which with --about FORCE/NEIGHBOURHOOD'],
    ['docsample_leicestershire_neighbourhoods', null, "is the list of a force's neighbourhoods"],
    ['docsample_locate-neighbourhood', null, 'says which neighbourhood a point lies in'],
  ])('%s, said to be about %s, is refused', async (name, about, because) => {
    expect(await read(name, about)).toContain(because);
  });

  it.each([
    ['docsample_leicestershire_NC04', null, 'details', 1],
    ['docsample_leicestershire_NC04_people', 'leicestershire/NC04', 'people', 2],
    ['docsample_leicestershire_NC04_priorities', 'leicestershire/NC04', 'priorities', 1],
    ['docsample_leicestershire_NC04_events', 'leicestershire/NC04', 'events', 1],
    ['docsample_leicestershire_NC04_boundary', 'leicestershire/NC04', 'boundary', 3],
  ])('%s is read as a part of NC04', async (name, about, part, records) => {
    const file = await read(name, about);
    if (typeof file === 'string') throw new Error(file);
    expect(file).toMatchObject({ rowsRead: records, rowsUsed: records, refused: [] });
    expect(file.neighbourhood).toMatchObject([{ force: 'leicestershire', neighbourhood: 'NC04', part }]);
    expect(JSON.stringify(file.neighbourhood)).not.toMatch(/<\/?(p|br)\b/);
  });
});
