import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken } from '../../../test/builders/kept-book.ts';
import type { Cluster, PostBook } from '../post-book.ts';
import { clusterWhole } from './cluster-whole.ts';

const { name } = clusterWhole;

function withCluster(rest: Partial<Cluster>, more: Cluster[] = []): PostBook {
  const book = keptBook();
  return { ...book, clusters: [...book.clusters.map((cluster) => ({ ...cluster, ...rest })), ...more] };
}

test('broken alone by a ward that its set does not have', () => {
  expect(onlyBroken(name, withCluster({ wards: ['E05013703', 'E05000375'] }))).toEqual([
    {
      where: 'North',
      from: '2022-05-05',
      to: null,
      sentence: 'North has E05000375, which wards-2022 does not have: take the wards of that set.',
    },
  ]);
});

test('broken alone by a ward of another borough', () => {
  expect(onlyBroken(name, withCluster({ wards: ['E05013703', 'E05013653'] }))[0]?.sentence).toBe(
    'North has Bloomsbury of another borough: a cluster lies in one borough.',
  );
});

test('broken alone from the day its ward set is over', () => {
  const old = {
    code: 'E05000375',
    name: 'Junction',
    boroughCode: 'E09000019',
    boundaryVersion: 'wards-2014',
    during: { from: '2014-05-22', until: '2024-05-05' },
  } as const;
  const book = withCluster({
    wards: [old.code],
    boundaryVersion: 'wards-2014',
    during: { from: '2022-05-05', until: '2026-08-01' },
  });
  const split = { ...book, wards: [...book.wards, old] };
  expect(onlyBroken(name, split)).toMatchObject([
    { from: '2024-05-05', to: '2026-07-31', sentence: /not in force on this day: end it with its ward set/ },
  ]);
  expect(isKept(name, split, '2024-05-04')).toBe(true);
  expect(isKept(name, split, '2026-08-01')).toBe(true);
});

test('broken alone by a ward in two clusters, on the days of both', () => {
  const [north] = keptBook().clusters;
  if (north === undefined) throw new Error('The book has a cluster.');
  const south = { ...north, name: 'South', wards: ['E05013699'], during: { from: '2026-02-01', until: '2026-05-01' } };
  const book = withCluster({}, [south]);
  expect(onlyBroken(name, book)).toEqual([
    {
      where: 'North',
      from: '2026-02-01',
      to: '2026-04-30',
      sentence: 'Bunhill is in North and in South at once: leave each ward in one cluster.',
    },
    {
      where: 'South',
      from: '2026-02-01',
      to: '2026-04-30',
      sentence: 'Bunhill is in South and in North at once: leave each ward in one cluster.',
    },
  ]);
  expect(isKept(name, book, '2026-05-01')).toBe(true);
});
