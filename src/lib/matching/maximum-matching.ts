import { InvalidArgument } from '../invalid-argument.ts';

/** None: a vertex without a mate, without a parent. */
const NONE = -1;

/**
 * The most pairs of touching vertices that can be made with no vertex in two: a maximum matching of any graph. Paths that
 * make one more pair are searched from each free vertex; an odd circle met on the way is treated as one vertex.
 * Takes at most a multiple of V³ steps: a few milliseconds for 700 vertices of a map.
 * @param vertices how many there are, whole number ≥ 0
 * @param edges    pairs of different vertices from 0 to vertices − 1
 * @returns pairs, the lower vertex first, in the order of their lower vertices
 * @throws InvalidArgument when an edge names no vertex, or one twice
 * @source Edmonds, J. (1965), Paths, Trees, and Flowers, doi:10.4153/CJM-1965-045-4
 */
export function maximumMatching(vertices: number, edges: readonly (readonly [number, number])[]): [number, number][] {
  const neighbours = neighboursOf(vertices, edges);
  let mates: number[] = Array.from({ length: vertices }, () => NONE);
  for (let root = 0; root < vertices; root += 1)
    if (mates[root] === NONE) mates = augmented(neighbours, mates, root) ?? mates;
  return mates.flatMap((mate, vertex): [number, number][] => (mate > vertex ? [[vertex, mate]] : []));
}

function neighboursOf(vertices: number, edges: readonly (readonly [number, number])[]): number[][] {
  const neighbours: number[][] = Array.from({ length: vertices }, () => []);
  for (const [one, other] of edges) {
    const [a, b] = [neighbours[one], neighbours[other]];
    if (a === undefined || b === undefined || one === other)
      throw new InvalidArgument(`An edge joins two of ${vertices} vertices, and ${one} to ${other} does not.`);
    a.push(other);
    b.push(one);
  }
  return neighbours;
}

/** A search for one path from a free vertex: parents on the way, and the base of the circle each vertex is in. */
interface Search {
  mates: readonly number[];
  parents: number[];
  bases: number[];
  reached: boolean[];
}

/** The mates after one more pair, found from a free vertex; null when there is no path to one. */
function augmented(neighbours: readonly number[][], mates: readonly number[], root: number): number[] | null {
  const search: Search = {
    mates,
    parents: mates.map(() => NONE),
    bases: mates.map((_, vertex) => vertex),
    reached: mates.map((_, vertex) => vertex === root),
  };
  const queue = [root];
  for (const from of queue) {
    for (const to of neighbours[from] ?? []) {
      const step = stepTo(search, { root, from, to });
      if (step === 'free') return flipped(search, to);
      queue.push(...step);
    }
  }
  return null;
}

/** Goes along one edge: vertices to go on from next, or that the path has come to a free vertex. */
function stepTo(search: Search, { root, from, to }: { root: number; from: number; to: number }): number[] | 'free' {
  const { mates, bases, parents, reached } = search;
  const mate = mates[to] ?? NONE;
  if (bases[from] === bases[to] || mates[from] === to) return [];
  if (to === root || (mate !== NONE && parents[mate] !== NONE)) return shrinkCircle(search, from, to);
  if (parents[to] !== NONE) return [];
  parents[to] = from;
  if (mate === NONE) return 'free';
  reached[mate] = true;
  return [mate];
}

/** Makes the circle that two vertices close one vertex; the vertices that can be gone on from for the first time. */
function shrinkCircle(search: Search, from: number, to: number): number[] {
  const base = commonBase(search, from, to);
  const inCircle = new Set<number>();
  markPath(search, inCircle, from, base, to);
  markPath(search, inCircle, to, base, from);
  const fresh: number[] = [];
  search.bases.forEach((own, vertex) => {
    if (!inCircle.has(own)) return;
    search.bases[vertex] = base;
    if (search.reached[vertex]) return;
    search.reached[vertex] = true;
    fresh.push(vertex);
  });
  return fresh;
}

function commonBase({ bases, mates, parents }: Search, one: number, other: number): number {
  const passed = new Set<number>();
  let vertex = one;
  for (;;) {
    vertex = bases[vertex] ?? NONE;
    passed.add(vertex);
    const mate = mates[vertex] ?? NONE;
    if (mate === NONE) break;
    vertex = parents[mate] ?? NONE;
  }
  vertex = other;
  for (;;) {
    vertex = bases[vertex] ?? NONE;
    if (passed.has(vertex)) return vertex;
    vertex = parents[mates[vertex] ?? NONE] ?? NONE;
  }
}

function markPath(search: Search, inCircle: Set<number>, from: number, base: number, child: number): void {
  const { bases, mates, parents } = search;
  let [vertex, below] = [from, child];
  while (bases[vertex] !== base) {
    const mate = mates[vertex] ?? NONE;
    inCircle.add(bases[vertex] ?? NONE);
    inCircle.add(bases[mate] ?? NONE);
    parents[vertex] = below;
    below = mate;
    vertex = parents[mate] ?? NONE;
  }
}

/** Pairs along the path that ended at a free vertex change places. */
function flipped({ mates, parents }: Search, end: number): number[] {
  const after = [...mates];
  let vertex = end;
  while (vertex !== NONE) {
    const parent = parents[vertex] ?? NONE;
    const next = mates[parent] ?? NONE;
    after[vertex] = parent;
    after[parent] = vertex;
    vertex = next;
  }
  return after;
}
