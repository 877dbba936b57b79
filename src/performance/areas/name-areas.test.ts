import { expect, it } from 'vitest';
import type { Cluster } from '../../organisation/index.ts';
import { asPerformanceArea, clusterArea, eachPlaceOnce, sameName } from './name-areas.ts';

const cluster = {
  ...{ name: 'Angel', boroughCode: 'E09000019', boundaryVersion: 'wards-2022', wards: ['E05013697', 'E05013698'] },
  during: { from: '2024-04-01', until: '2025-04-01' },
} as unknown as Cluster;

it('a cluster sums its wards from its first day until its last is over', () => {
  expect(clusterArea(cluster, '2024-04-01')).toMatchObject({
    kind: 'cluster',
    areaCodes: cluster.wards,
    boroughCode: 'E09000019',
  });
  expect([clusterArea(cluster, '2024-03-31'), clusterArea(cluster, '2025-04-01')]).toEqual([null, null]);
  expect(clusterArea(cluster, '2025-03-31')).not.toBeNull();
});

it('a borough lies in no borough, and a ward in its own', () => {
  const area = {
    code: 'E09000019',
    name: 'Islington',
    version: 'boroughs-2022',
    boroughCode: 'E09000019',
    boroughName: 'Islington',
  } as const;
  expect(asPerformanceArea({ ...area, kind: 'borough' })).toMatchObject({
    word: 'E09000019',
    boroughCode: null,
    boroughName: null,
  });
  expect(asPerformanceArea({ ...area, kind: 'ward' })).toMatchObject({
    boroughCode: 'E09000019',
    boroughName: 'Islington',
  });
});

it('names are one whatever their capitals', () => {
  expect([sameName(' central north', 'Central North'), sameName('Central', 'Central North')]).toEqual([true, false]);
});

it('a place that two sets of wards have under one name is named once, by the newer set', () => {
  const ward = { version: 'wards-2022', kind: 'ward', boroughCode: 'E09000029', boroughName: 'Sutton' } as const;
  const areas = [
    { ...ward, code: 'E05013762', name: 'Wallington North' },
    { ...ward, code: 'E05000569', name: 'Wallington North', version: 'wards-2014' as const },
    { ...ward, code: 'E05013763', name: 'Wallington South' },
    { ...ward, code: 'E05000570', name: 'Wallington North', boroughName: 'Elsewhere' },
  ].map(asPerformanceArea);
  expect(eachPlaceOnce(areas).map(({ word }) => word)).toEqual(['E05013762', 'E05013763', 'E05000570']);
});
