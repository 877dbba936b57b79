import { expect, it } from 'vitest';
import { followLookups } from './follow-lookups.ts';
import type { NamedLookup } from './model.ts';

function lookup(fromSet: string, toSet: string, pairs: Record<string, string[]>): NamedLookup {
  const flat = Object.entries(pairs).flatMap(([code, targets]) => targets.map((target) => [code, target] as const));
  return {
    file: `${fromSet} to ${toSet}.csv`,
    fromSet,
    toSet,
    codes: flat.map(([code]) => code),
    targets: flat.map(([, target]) => target),
  };
}
const wards = lookup('LSOA21', 'WD24', {
  a: ['W1'],
  b: ['W1'],
  c1: ['W2'],
  c2: ['W2'],
  d1: ['W3'],
  d2: ['W4'],
  m: ['W5'],
});
const change = lookup('LSOA11', 'LSOA21', {
  a: ['a'],
  b: ['b'],
  c: ['c1', 'c2'],
  d: ['d1', 'd2'],
  m1: ['m'],
  m2: ['m'],
});

it('gathers the areas that lie in each target', () => {
  expect(followLookups([wards], ['LSOA21', 'WD24'])).toEqual({
    parts: new Map([
      ['W1', ['a', 'b']],
      ['W2', ['c1', 'c2']],
      ['W3', ['d1']],
      ['W4', ['d2']],
      ['W5', ['m']],
    ]),
    hindered: new Map(),
    files: ['LSOA21 to WD24.csv'],
  });
});

it('has no way when a lookup is missing', () => {
  expect(followLookups([wards], ['LSOA11', 'LSOA21', 'WD24'])).toBeNull();
  expect(followLookups([], ['LSOA21', 'WD24'])).toBeNull();
});

it('takes merged areas, and those split inside one target, exactly; one split between targets hinders both', () => {
  const followed = followLookups([wards, change], ['LSOA11', 'LSOA21', 'WD24']);
  expect(followed?.parts).toEqual(
    new Map([
      ['W1', ['a', 'b']],
      ['W2', ['c']],
      ['W5', ['m1', 'm2']],
    ]),
  );
  expect(followed?.hindered).toEqual(
    new Map([
      ['W3', ['d']],
      ['W4', ['d']],
    ]),
  );
  expect(followed?.files).toEqual(['LSOA11 to LSOA21.csv', 'LSOA21 to WD24.csv']);
});

it('follows a lookup backwards', () => {
  const older = lookup('LSOA11', 'WD17', { a: ['V1'], b: ['V1'], c: ['V1'], d: ['V2'], m1: ['V3'], m2: ['V4'] });
  const followed = followLookups([older, change], ['LSOA21', 'LSOA11', 'WD17']);
  expect(followed?.parts).toEqual(
    new Map([
      ['V1', ['a', 'b', 'c1', 'c2']],
      ['V2', ['d1', 'd2']],
    ]),
  );
  expect([...(followed?.hindered.keys() ?? [])]).toEqual(['V3', 'V4']);
});

it('makes no target of which a part is never reached, as where a lookup is of London only', () => {
  const londonOnly = lookup('LSOA11', 'LSOA21', { a: ['a'] });
  const followed = followLookups([wards, londonOnly], ['LSOA11', 'LSOA21', 'WD24']);
  expect(followed?.parts.size).toBe(0);
  expect(followed?.hindered.get('W1')).toEqual(['b']);
});

it('follows for each area the newest lookup that has it, so that a partial one hides no full one', () => {
  const newest = lookup('LSOA21', 'WD24', { a: ['W9'] });
  const followed = followLookups([{ ...newest, file: 'partial.csv' }, wards], ['LSOA21', 'WD24']);
  expect(followed?.parts.get('W9')).toEqual(['a']);
  expect(followed?.parts.get('W1')).toEqual(['b']);
  expect(followed?.parts.size).toBe(6);
  expect(followed?.files).toEqual(['partial.csv', 'LSOA21 to WD24.csv']);
  const whole = { ...wards, file: 'newer and whole.csv' };
  expect(followLookups([whole, newest], ['LSOA21', 'WD24'])?.files).toEqual(['newer and whole.csv']);
});

it('keeps the merged areas of an older lookup whole when it is followed backwards', () => {
  const newer = lookup('LSOA11', 'LSOA21', { m1: ['m'] });
  const of17 = lookup('LSOA11', 'WD17', { m1: ['V1'], m2: ['V1'] });
  expect(followLookups([newer, change, of17], ['LSOA21', 'LSOA11', 'WD17'])?.parts.get('V1')).toEqual(['m']);
});
