import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { adjacent, buildAreaIndex, fromE7, type PolygonRings, toE7 } from '../lib/spatial/index.ts';
import type { Boundary, BoundaryVersion } from './model.ts';
import { parseBoundaries } from './parse-boundaries.ts';
import { referenceAreas } from './reference-areas.ts';
import { shippedAdjacency } from './shipped-adjacency.ts';

/**
 * Real boundaries and the report on the hex map of 2022, made apart from this code, kept beside the repository and never
 * in it. All of London's wards: 1,927 and 1,770 pairs are those that edges alike give, counted apart with a script that
 * keeps a set of wards for each edge.
 */
const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

const FILES = [
  ['wards-2022', 'wards_2022_london_ONS.geojson', 1927],
  ['wards-2014', 'wards_2014_2018_london_E05.geojson', 1770],
] as const;

/** Barnsbury and Bunhill of 2014 share 9 m: too little to be told from a corner where each ward is drawn by itself. */
const NINE_METRES = 'E05000366 E05000367';

function boundariesIn(name: string): Boundary[] {
  const file = parseBoundaries(readFileSync(`${SHARED}data/geography/${name}`, 'utf8'));
  if (file.kind === 'refused') throw new Error(file.sentence);
  return file.boundaries;
}

const shippedOnly = (version: BoundaryVersion, boundaries: readonly Boundary[]) => {
  const codes = new Set(referenceAreas(version).map(({ code }) => code));
  return boundaries.filter(({ code }) => codes.has(code));
};

/** Each boundary drawn up to half a metre from where it is, another way for each area. */
const redrawn = (boundaries: readonly Boundary[]) =>
  boundaries.map(({ code, polygons }, area) => {
    const moved = (degrees: number, corner: number) => fromE7(toE7(degrees) + ((area * 37 + corner * 53) % 71) - 35);
    return {
      code,
      polygons: polygons.map(
        (rings): PolygonRings =>
          rings.map((ring) => ring.map(([x, y], at): [number, number] => [moved(x, at), moved(y, at + 7)])),
      ),
    };
  });

describe.skipIf(!existsSync(`${SHARED}data/geography`))('the boundaries at hand', () => {
  it.each(FILES)('give the shipped pairs of %s, and those of all London', (version, name, inLondon) => {
    const boundaries = boundariesIn(name);
    expect(adjacent(buildAreaIndex(shippedOnly(version, boundaries)))).toEqual(shippedAdjacency(version)?.pairs);
    expect(adjacent(buildAreaIndex(boundaries))).toHaveLength(inLondon);
  });

  it.each(FILES)('give the same pairs of %s where each ward is drawn a little astray', (version, name) => {
    const wards = shippedOnly(version, boundariesIn(name));
    const longEnough = shippedAdjacency(version)?.pairs.filter((pair) => pair.join(' ') !== NINE_METRES);
    expect(adjacent(buildAreaIndex(redrawn(wards)))).toEqual(longEnough);
    // Nearly all of them by the tolerance alone: two drawings seldom lie on each other by chance.
    expect(adjacent(buildAreaIndex(redrawn(wards)), 0).length).toBeLessThan(5);
  });
});

describe.skipIf(!existsSync(`${SHARED}data/geography`))('the boroughs at hand', () => {
  it('give the shipped pairs, with every tolerance alike', () => {
    const index = buildAreaIndex(boundariesIn('boroughs_2022_london_ONS.geojson'));
    for (const tolerance of [0, 100, 1000]) {
      expect(adjacent(index, tolerance)).toEqual(shippedAdjacency('boroughs-2022')?.pairs);
    }
  });

  it('are those whose wards adjoin, and thirteen more where wards are drawn to the middle of the Thames', () => {
    const boroughPairs = (name: string) => {
      const wards = boundariesIn(name);
      const boroughOf = new Map(wards.map(({ code, boroughCode }) => [code, boroughCode ?? '']));
      const pairs = adjacent(buildAreaIndex(wards)).map((pair) => pair.map((code) => boroughOf.get(code)).sort());
      return [...new Set(pairs.filter(([a, b]) => a !== b).map((pair) => pair.join(' ')))].sort();
    };
    const shipped = (shippedAdjacency('boroughs-2022')?.pairs ?? []).map((pair) => pair.join(' '));
    expect(boroughPairs('wards_2022_london_ONS.geojson')).toEqual(shipped);
    const toMidRiver = boroughPairs('wards_2014_2018_london_E05.geojson');
    expect(toMidRiver).toEqual(expect.arrayContaining(shipped));
    expect(toMidRiver.length - shipped.length).toBe(13);
  });
});

describe.skipIf(!existsSync(`${SHARED}design/hex/report.json`))('the report on the hex map', () => {
  const report = JSON.parse(readFileSync(`${SHARED}design/hex/report.json`, 'utf8')).wards_2022_camden_islington;
  const wards = new Map(referenceAreas('wards-2022').map((ward) => [ward.code, ward]));
  const pairs = shippedAdjacency('wards-2022')?.pairs ?? [];

  it('counts as many pairs in all, within the boroughs and across their border', () => {
    const within = pairs.filter(([a, b]) => wards.get(a)?.boroughCode === wards.get(b)?.boroughCode);
    expect([pairs.length, within.length]).toEqual([report.edges, report.within.all]);
    expect(pairs.length - within.length).toBe(9);
  });

  it('names pairs that hexagons could not keep, all of which are among them', () => {
    const named = pairs.map((pair) =>
      pair
        .map((code) => wards.get(code)?.name)
        .sort()
        .join(' | '),
    );
    expect(report.lost.length).toBe(6);
    expect(named).toEqual(expect.arrayContaining(report.lost));
  });
});
