import fc from 'fast-check';
import {
  additiveRelations,
  type Breakdown,
  type DisclosureRule,
  type EarlierValue,
  type Position,
  type Release,
  type ReleaseCell,
} from '../../src/lib/disclosure/index.ts';
import { type Random, seededRandom } from '../../src/lib/statistics/random.ts';

/** A value of a dimension with the smallest values it is made of. */
interface Node {
  position: Position;
  leaves: number[];
}

interface Dimension {
  name: string;
  nodes: Node[];
  breakdowns: Breakdown[];
  leaves: number;
}

/** A dimension of some leaves: alone, with a total, with groups below a total, or with two groupings that cross. */
function dimension(random: Random, name: string, leaves: number): Dimension {
  const parts = Array.from({ length: leaves }, (_, leaf) => node('leaf', `${name}${leaf}`, [leaf]));
  const all = node(
    'all',
    name,
    parts.map((_, leaf) => leaf),
  );
  const shape = Math.floor(random() * 4);
  const groupings = leaves < 4 || shape < 2 ? [] : [grouped(random, name, 'g', leaves)];
  if (shape === 3 && leaves >= 4) groupings.push(grouped(random, name, 'h', leaves));
  if (shape === 0) return { name, nodes: [all, ...parts], breakdowns: [breakdown(name, all, parts)], leaves };
  const breakdowns = groupings.flatMap((groups) => [
    breakdown(name, all, groups),
    ...groups.map((group) =>
      breakdown(
        name,
        group,
        parts.filter((_, leaf) => group.leaves.includes(leaf)),
      ),
    ),
  ]);
  if (groupings.length === 0) breakdowns.push(breakdown(name, all, parts));
  return { name, nodes: [all, ...groupings.flat(), ...parts], breakdowns, leaves };
}

const node = (level: string, value: string, leaves: number[]): Node => ({ position: { level, value }, leaves });
const breakdown = (name: string, total: Node, parts: Node[]): Breakdown => ({
  dimension: name,
  total: total.position,
  parts: parts.map(({ position }) => position),
});

function grouped(random: Random, name: string, prefix: string, leaves: number): Node[] {
  const groupOf = Array.from({ length: leaves }, (_, leaf) => (leaf < 2 ? leaf : Math.floor(random() * 2)));
  return [0, 1].map((group) =>
    node(
      prefix,
      `${name}-${prefix}${group}`,
      groupOf.flatMap((of, leaf) => (of === group ? [leaf] : [])),
    ),
  );
}

/** Few, small counts, so that everything that can go wrong does. */
function someCount(random: Random): number {
  const kind = random();
  if (kind < 0.25) return 0;
  return Math.floor(random() * (kind < 0.8 ? 7 : 30));
}

export interface TableShape {
  seed: number;
  leaves: readonly number[];
}

const NAMES = ['area', 'category', 'period'];

/** Tables of one to three dimensions, some levels of some dimensions not given together, some cells public, out or unknown. */
export function linkedRelease({ seed, leaves }: TableShape): Release {
  const random = seededRandom(seed);
  const dimensions = leaves.map((number, place) => dimension(random, NAMES[place] ?? '', number));
  const inner = new Map<string, number>();
  const innerCount = (at: string) => {
    const count = inner.get(at) ?? someCount(random);
    inner.set(at, count);
    return count;
  };
  const places = (chosen: (of: Dimension) => (Node | number)[]) =>
    dimensions.reduce<(Node | number)[][]>(
      (found, of) => found.flatMap((start) => chosen(of).map((next) => [...start, next])),
      [[]],
    );
  for (const place of places((of) => Array.from({ length: of.leaves }, (_, leaf) => leaf))) innerCount(place.join());
  const left = new Map<string, boolean>();
  const cells = places((of) => of.nodes).flatMap((place) => {
    const nodes = place.filter((entry) => typeof entry !== 'number');
    const levels = nodes.map(({ position }) => position.level).join();
    if (!left.has(levels)) left.set(levels, random() < 0.12);
    if (left.get(levels) === true) return [];
    const count = nodes
      .reduce<string[]>(
        (ats, { leaves: own }) => ats.flatMap((at) => own.map((leaf) => `${at}${at ? ',' : ''}${leaf}`)),
        [''],
      )
      .reduce((sum, at) => sum + innerCount(at), 0);
    const key = nodes.map(({ position }) => position.value).join('/');
    const positions = Object.fromEntries(nodes.map(({ position }, at) => [NAMES[at] ?? '', position]));
    return [{ key, dimensions: positions, count }];
  });
  const relations = additiveRelations(
    cells,
    dimensions.flatMap((of) => of.breakdowns),
  );
  return {
    on: '2026-04-01',
    cells: withKnowledge(random, cells),
    relations,
    rules: [someRule(random)],
    ...outEarlier(random, cells),
  };
}

function withKnowledge(random: Random, cells: readonly ReleaseCell[]): ReleaseCell[] {
  const share = random() < 0.5 ? 0.1 : 0;
  const publicLevel = random() < 0.4;
  return cells.map((cell) => {
    const top = Object.values(cell.dimensions)[0]?.level === 'all';
    if ((publicLevel && top) || random() < share) return { ...cell, alreadyPublic: 'the police' };
    if (random() < 0.02) return { ...cell, count: null };
    if (random() < 0.03 && cell.count !== null) {
      return { ...cell, knownBetween: { least: Math.max(0, cell.count - 4), most: cell.count + 6 } };
    }
    return cell;
  });
}

const someRule = (random: Random): DisclosureRule => ({
  name: 'Small counts',
  from: '2026-01-01',
  until: null,
  appliesTo: random() < 0.5 ? {} : { area: { levels: ['leaf', 'g'] } },
  threshold: 2 + Math.floor(random() * 5),
  zerosSensitive: random() < 0.2,
});

function outEarlier(random: Random, cells: readonly ReleaseCell[]): { earlier?: EarlierValue[] } {
  if (random() < 0.7) return {};
  return {
    earlier: cells.flatMap(({ key, count }) =>
      count !== null && random() < 0.08 ? [{ key, count, release: 'last year' }] : [],
    ),
  };
}

export const tableShapes: fc.Arbitrary<TableShape> = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  leaves: fc.oneof(
    fc.tuple(fc.integer({ min: 2, max: 9 })),
    fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 })),
    fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 })),
  ),
});
