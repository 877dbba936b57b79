import { expect, test } from 'vitest';
import { seededRandom } from '../statistics/random.ts';
import { maximumMatching } from './maximum-matching.ts';

type Edge = [number, number];

/** The most pairs by trying every set of edges. */
function byTrying(edges: readonly Edge[], taken: ReadonlySet<number> = new Set()): number {
  const [first, ...rest] = edges;
  if (first === undefined) return 0;
  const without = byTrying(rest, taken);
  if (taken.has(first[0]) || taken.has(first[1])) return without;
  return Math.max(without, 1 + byTrying(rest, new Set([...taken, ...first])));
}

test('makes as many pairs as trying every set of edges does, of edges there are, with no vertex in two', () => {
  const random = seededRandom(7);
  for (let round = 0; round < 400; round += 1) {
    const vertices = 2 + Math.floor(random() * 8);
    const density = random();
    const edges: Edge[] = [];
    for (let one = 0; one < vertices; one += 1)
      for (let other = one + 1; other < vertices; other += 1)
        if (edges.length < 14 && random() < density) edges.push([one, other]);
    const pairs = maximumMatching(vertices, edges);
    expect(pairs).toHaveLength(byTrying(edges));
    expect(new Set(pairs.flat()).size).toBe(2 * pairs.length);
    const known = new Set(edges.map(String));
    expect(pairs.every((pair) => known.has(String(pair)))).toBe(true);
  }
});

test('goes round odd circles: two triangles joined by an edge make three pairs', () => {
  const edges: Edge[] = [
    ...([
      [0, 1],
      [1, 2],
      [0, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [3, 5],
    ] as Edge[]),
  ];
  expect(maximumMatching(6, edges)).toHaveLength(3);
});

test('a star makes one pair, and nothing at all makes none', () => {
  expect(
    maximumMatching(4, [
      [0, 1],
      [0, 2],
      [0, 3],
    ]),
  ).toHaveLength(1);
  expect(maximumMatching(3, [])).toEqual([]);
});

test('an edge to no vertex, or from one to itself, is refused', () => {
  expect(() => maximumMatching(2, [[0, 2]])).toThrow('0 to 2 does not');
  expect(() => maximumMatching(2, [[1, 1]])).toThrow('1 to 1 does not');
});
