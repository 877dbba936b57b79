import { expect, it } from 'vitest';
import { linkedRelease } from './linked-release.ts';

const cells = (counts: Record<string, number | null>) =>
  Object.entries(counts).map(([key, count]) => ({ key, count, dimensions: {} }));
const sum = (...parts: string[]) => [{ total: 'total', parts }];

it('is the release itself where nothing came out before', () => {
  const tables = { cells: cells({ a: 2, total: 2 }), relations: sum('a') };
  expect(linkedRelease(tables, [])).toEqual({ ...tables, earlier: [] });
});

it('takes the same count under the same key for one figure, and a revised or missing one for another', () => {
  const earlier = {
    id: '7',
    tables: { cells: cells({ a: 2, b: 7, c: null, total: 99 }), relations: sum('a', 'b', 'c') },
    visible: [{ key: 'total', count: 99 }],
  };
  const linked = linkedRelease({ cells: cells({ b: 7, c: 3, total: 100 }), relations: [] }, [earlier]);
  expect(linked.cells.map(({ key, count }) => [key, count])).toEqual([
    ...[
      ['b', 7],
      ['c', 3],
      ['total', 100],
      ['a (number 7)', 2],
      ['c (number 7)', null],
      ['total (number 7)', 99],
    ],
  ]);
  expect(linked.relations).toEqual([{ total: 'total (number 7)', parts: ['a (number 7)', 'b', 'c (number 7)'] }]);
  expect(linked.earlier).toEqual([{ key: 'total (number 7)', count: 99, release: '7' }]);
});

it('refuses what readers cannot have seen', () => {
  const earlier = { id: '7', tables: { cells: cells({ a: 2 }), relations: [] }, visible: [{ key: 'a', count: 3 }] };
  expect(() => linkedRelease({ cells: [], relations: [] }, [earlier])).toThrow('which it does not have');
});
