import { expect, it } from 'vitest';
import type { BoundaryVersion } from './model.ts';
import { referenceAreas } from './reference-areas.ts';
import { shippedAdjacency } from './shipped-adjacency.ts';

const nameOf = (version: BoundaryVersion) => {
  const names = new Map(referenceAreas(version).map(({ code, name }) => [code, name]));
  return (code: string) => names.get(code) ?? `no area ${code}`;
};

it.each(['wards-2014', 'wards-2022', 'boroughs-2022'] as const)(
  'lists pairs of different areas of %s once, in order',
  (version) => {
    const pairs = shippedAdjacency(version)?.pairs.map((pair) => pair.join(' ')) ?? [];
    expect(pairs).toEqual([...new Set(pairs)].sort());
    expect(pairs.every((pair) => pair.slice(0, 9) < pair.slice(10))).toBe(true);
    const paired = new Set(pairs.flatMap((pair) => pair.split(' ')));
    expect([...paired].sort()).toEqual(referenceAreas(version).map(({ code }) => code));
  },
);

it('has neighbours across the borough border', () => {
  const name = nameOf('wards-2022');
  const neighbours = shippedAdjacency('wards-2022', ['E05013700', 'E05013666', 'E05013654', 'E05013669', 'E05013706']);
  expect(neighbours?.pairs.map(([a, b]) => `${name(a)} | ${name(b)}`)).toEqual([
    "Camden Square | King's Cross",
    'Camden Square | Caledonian',
    'Camden Square | Holloway',
    "King's Cross | St Pancras & Somers Town",
    "King's Cross | Caledonian",
    'Caledonian | Holloway',
  ]);
});

it('has the boroughs beside Camden and Islington, and none across the Thames from them alone', () => {
  const name = nameOf('boroughs-2022');
  const beside = (borough: string) =>
    (shippedAdjacency('boroughs-2022')?.pairs ?? [])
      .map((pair) => pair.map(name))
      .flatMap(([a, b]) => (a === borough ? [b] : b === borough ? [a] : []));
  expect(beside('Camden').sort()).toEqual([
    'Barnet',
    'Brent',
    'City of London',
    'Haringey',
    'Islington',
    'Westminster',
  ]);
  expect(beside('Islington').sort()).toEqual(['Camden', 'City of London', 'Hackney', 'Haringey']);
  expect(beside('Barking and Dagenham').sort()).toEqual(['Havering', 'Newham', 'Redbridge']);
  // Richmond lies on both banks; Lambeth on one, opposite Westminster.
  expect(beside('Richmond upon Thames').sort()).toEqual(['Hounslow', 'Kingston upon Thames', 'Wandsworth']);
  expect(beside('Westminster')).not.toContain('Lambeth');
});

it('keeps to the wards asked for', () => {
  expect(shippedAdjacency('wards-2022', ['E05013652'])?.pairs).toEqual([]);
});

it('answers nothing for wards and versions it does not have', () => {
  expect(shippedAdjacency('wards-2022', ['E05013652', 'E05009367'])).toBeNull();
  expect(shippedAdjacency('wards-2022', ['E05000128'])).toBeNull();
  expect(shippedAdjacency('boroughs-2022', ['E09000007', 'E05013652'])).toBeNull();
  expect(shippedAdjacency('lsoas-2021')).toBeNull();
});

it('names the source', () => {
  expect(shippedAdjacency('wards-2022')?.source).toBe(
    'Worked out from Office for National Statistics, Wards (May 2022) Boundaries UK.',
  );
});
