import { expect, it } from 'vitest';
import type { Boundary } from '../../geography/index.ts';
import type { ReadContext } from '../text-source.ts';
import { readCrimes } from './read-crimes.ts';

const WARD = 'E05000130';
/** Half a degree around 51.5, 0: one ward to the west of Greenwich, one to the east. */
const boundary = (code: string, west: number, east: number): Boundary => ({
  code,
  name: code,
  kind: 'ward',
  version: 'wards-2014',
  boroughCode: null,
  boroughName: null,
  polygons: [
    [
      [
        [west, 51],
        [east, 51],
        [east, 52],
        [west, 52],
        [west, 51],
      ],
    ],
  ],
});
const CONTEXT: ReadContext = { now: '2026-04', held: [], about: WARD };
const WITH_BOUNDARY: ReadContext = {
  ...CONTEXT,
  boundaries: new Map([['wards-2014', [boundary(WARD, -0.5, 0), boundary('E05000131', 0, 0.5)]]]),
};

const ids = Array.from({ length: 1000 }, (_, at) => at).values();
const crime = (category: string, more: object = {}) => ({
  category,
  location_type: 'Force',
  location: { latitude: '51.5', longitude: '-0.1', street: { id: 1, name: 'On or near Nightclub' } },
  context: '',
  outcome_status: null,
  persistent_id: '',
  id: ids.next().value,
  location_subtype: '',
  month: '2017-01',
  ...more,
});
function read(records: unknown, context = CONTEXT) {
  const file = readCrimes(JSON.stringify(records), context);
  if (file.kind === 'refused') throw new Error(file.because);
  return file;
}
const because = (records: unknown, context = CONTEXT) => {
  const file = readCrimes(JSON.stringify(records), context);
  return file.kind === 'refused' ? file.because : 'read';
};
const countOf = (file: ReturnType<typeof read>, type: string) =>
  file.series.find(({ category }) => category === `police-api/${type}`)?.values[0];

it('counts the ward’s crimes by type: a type in use without a crime is none of it', () => {
  const file = read([crime('violent-crime'), crime('violent-crime'), crime('criminal-damage-arson')]);
  expect(file).toMatchObject({ rowsRead: 3, rowsUsed: 3, from: '2017-01', boundaryVersions: ['wards-2014'] });
  expect(countOf(file, 'violence-and-sexual-offences')).toBe(2);
  expect(countOf(file, 'criminal-damage-and-arson')).toBe(1);
  expect(countOf(file, 'burglary')).toBe(0);
  expect(countOf(file, 'violent-crime')).toBeUndefined();
  expect(file.coverage).toEqual([
    { month: '2017-01', publisher: 'police-api', boundaryVersion: 'wards-2014', total: 3 },
  ]);
  expect(file.notices).toEqual([
    { reason: `the boundary of ${WARD} is not held, so it could not be checked that they lie in it`, count: 3 },
  ]);
});

it('keeps violent crime of before May 2013 apart, as the street files do', () => {
  const file = read([crime('violent-crime', { month: '2013-04' }), crime('drugs', { month: '2013-04' })]);
  expect(countOf(file, 'violent-crime')).toBe(1);
  expect(countOf(file, 'bicycle-theft')).toBeUndefined();
});

it('does not count what lies outside the ward, and refuses an answer with much of it', () => {
  const elsewhere = { location: { latitude: '51.5', longitude: '0.1' } };
  const inside = Array.from({ length: 9 }, () => crime('drugs'));
  const file = read([...inside, crime('burglary', elsewhere)], WITH_BOUNDARY);
  expect(file.refused).toEqual([{ reason: 'a place outside the ward, so not counted in it', count: 1 }]);
  expect(file).toMatchObject({ rowsRead: 10, rowsUsed: 9 });
  expect(because([...inside.slice(1), crime('burglary', elsewhere)], WITH_BOUNDARY)).toBe(
    `has 1 of 9 crimes outside the ward ${WARD}, so it was not asked for that ward: check the code given with --about`,
  );
});

it('gives the other types no value when there is a single one: they may not have been asked for', () => {
  const file = read([crime('burglary'), crime('burglary')]);
  expect(countOf(file, 'burglary')).toBe(2);
  expect(countOf(file, 'drugs')).toBeNull();
});

it('leaves out repeats, and knows nothing of the types of records that cannot be read', () => {
  const one = crime('drugs');
  const twice = crime('burglary');
  const file = read([
    one,
    one,
    twice,
    { ...twice, location_type: 'BTP' },
    crime('robbery', { location: { latitude: '95', longitude: '0' } }),
    crime('robbery'),
    crime('shoplifting', { location: null }),
    crime('shoplifting', { location_type: 'BTP' }),
  ]);
  expect(file).toMatchObject({ rowsRead: 8, rowsUsed: 3 });
  expect(Object.fromEntries(file.refused.map(({ reason, count }) => [reason, count]))).toEqual({
    'given a second time': 1,
    'given again with other figures, so none of them is used': 2,
    'a crime whose location cannot be read': 1,
    'no location, so in no ward': 1,
  });
  expect(['drugs', 'burglary', 'robbery', 'shoplifting', 'vehicle-crime'].map((type) => countOf(file, type))).toEqual([
    1,
    null,
    null,
    1,
    0,
  ]);
  expect(file.notices).toContainEqual({ reason: 'recorded by the railway police: counted with the others', count: 1 });
});

it('knows nothing of any type when a record’s own cannot be read', () => {
  const file = read([crime('drugs'), crime('burglary'), { month: '2017-01' }, 'x']);
  expect(file.series.every(({ values }) => values[0] === null)).toBe(true);
  expect(file).toMatchObject({ rowsRead: 4, rowsUsed: 2, coverage: [] });
});

it.each([
  [{ about: null }, {}, 'say which ward was asked for with --about and its code, such as --about E05000130'],
  [{ about: 'Camden' }, {}, 'say which ward was asked for'],
  [{ about: 'E05999999' }, {}, 'a ward of no set that is held: import its boundaries first'],
  [{}, { month: '2026-05' }, 'holds crimes of May 2026, which is still to come'],
  [{}, { month: '2017-13' }, 'has no crime that can be used (a crime whose month cannot be read)'],
  [{}, { location: null }, 'holds crimes without a location, which are in no ward'],
])('refuses %j %j', (context, more, reason) => {
  expect(because([crime('drugs', more)], { ...CONTEXT, ...context })).toContain(reason);
});

it('refuses two months and a text cut short', () => {
  expect(because([crime('drugs'), crime('drugs', { month: '2017-02' })])).toContain('holds crimes of 2 months');
  expect(readCrimes('[{"category":', CONTEXT)).toMatchObject({ because: expect.stringContaining('is not whole JSON') });
});

it('takes the ward set in force in the month where two have the code', () => {
  const held = (['wards-2014', 'wards-2022'] as const).map((version) => ({ version, codes: new Set(['E05009999']) }));
  const versionIn = (month: string) =>
    read([crime('drugs', { month })], { ...CONTEXT, held, about: ' e05009999' }).boundaryVersions;
  expect(versionIn('2022-04')).toEqual(['wards-2014']);
  expect(versionIn('2022-05')).toEqual(['wards-2022']);
});

it('takes a category named like a part of the language for a name', () => {
  const file = read([crime('constructor'), crime('burglary')]);
  expect([countOf(file, 'constructor'), countOf(file, 'burglary')]).toEqual([1, 1]);
});
