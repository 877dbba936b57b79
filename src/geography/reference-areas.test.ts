import { describe, expect, it } from 'vitest';
import { hexPlaces, referenceAreas } from './reference-areas.ts';

const inBorough = (version: 'wards-2014' | 'wards-2022', borough: string) =>
  referenceAreas(version).filter((area) => area.boroughName === borough);

it('ships 37 wards of 2022, 34 of 2014 and 33 boroughs', () => {
  expect(inBorough('wards-2022', 'Camden')).toHaveLength(20);
  expect(inBorough('wards-2022', 'Islington')).toHaveLength(17);
  expect(inBorough('wards-2014', 'Camden')).toHaveLength(18);
  expect(inBorough('wards-2014', 'Islington')).toHaveLength(16);
  expect(referenceAreas('boroughs-2022')).toHaveLength(33);
});

describe.each(['wards-2014', 'wards-2022', 'boroughs-2022'] as const)('%s', (version) => {
  const codes = referenceAreas(version).map((area) => area.code);

  it('lists each area once, by code, under an official code of its kind', () => {
    expect([...new Set(codes)].toSorted()).toEqual(codes);
    const shape = version === 'boroughs-2022' ? /^E09\d{6}$/ : /^E05\d{6}$/;
    expect(codes.filter((code) => !shape.test(code))).toEqual([]);
  });

  it('names boroughs as the borough set does', () => {
    const boroughs = new Map(referenceAreas('boroughs-2022').map((area) => [area.code, area.name]));
    for (const { boroughCode, boroughName } of referenceAreas(version)) {
      if (boroughCode !== null) expect(boroughs.get(boroughCode)).toBe(boroughName);
    }
  });
});

describe.each(['wards-2022', 'boroughs-2022'] as const)('the hexagons of %s', (version) => {
  const places = hexPlaces(version) ?? [];

  it('has a place of its own for every area', () => {
    expect(places.map((place) => place.code)).toEqual(referenceAreas(version).map((area) => area.code));
    expect(new Set(places.map(({ q, r }) => `${q},${r}`)).size).toBe(places.length);
  });

  it('has labels of one or two short lines', () => {
    for (const { label } of places) {
      expect([1, 2]).toContain(label.length);
      for (const line of label) expect(line.length, line).toBeLessThanOrEqual(11);
    }
  });
});

it('has no hexagons for the wards of 2014', () => {
  expect(hexPlaces('wards-2014')).toBeNull();
});
