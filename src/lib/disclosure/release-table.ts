import { InvalidArgument } from '../invalid-argument.ts';
import { matches } from './matches.ts';
import type { Relation, Release, ReleaseCell } from './release.ts';

/** A sum as an equation: Σ sign × count = 0, the total with −1 and each part with +1. */
export interface Sum {
  cells: readonly number[];
  signs: readonly number[];
}

/** A release with cells by number, in the order of their keys, so that the order they came in changes nothing. */
export interface ReleaseTable {
  cells: readonly ReleaseCell[];
  /** Counts given or worked out from the others; null where neither. */
  counts: readonly (number | null)[];
  /** Never suppressed: already public. */
  exempt: readonly boolean[];
  /** An attacker knows the count, or (where it is unknown) nothing may be assumed of it: no alternative changes it. */
  fixed: readonly boolean[];
  /** Bounds an attacker knows beforehand. */
  least: readonly number[];
  most: readonly number[];
  sums: readonly Sum[];
  /** Sums each cell is in. */
  sumsOf: readonly (readonly number[])[];
}

/**
 * Numbers the cells of a release, checks that its tables add up, and works out counts that are not given but follow.
 * @throws InvalidArgument when a key repeats or is unknown, a count is no count, or a total is not the sum of its parts
 */
export function readRelease(release: Pick<Release, 'cells' | 'relations' | 'rules' | 'earlier'>): ReleaseTable {
  const cells = [...release.cells].sort((a, b) => compareText(a.key, b.key));
  const numberOf = new Map(cells.map((cell, number) => [cell.key, number]));
  if (numberOf.size !== cells.length) throw new InvalidArgument('Two cells of a release have the same key.');
  cells.forEach(checkCell);
  const sums = asSums(release.relations, numberOf);
  const counts = workOutCounts(cells, sums);
  const exemptions = release.rules.flatMap((rule) => rule.exemptions ?? []);
  const exempt = cells.map(
    (cell) =>
      cell.count !== null &&
      (cell.alreadyPublic !== undefined || exemptions.some(({ appliesTo }) => matches(cell, appliesTo))),
  );
  const earlier = new Set((release.earlier ?? []).map(({ key }) => numbered(key, numberOf)));
  return {
    cells,
    counts,
    exempt,
    fixed: cells.map((_, cell) => exempt[cell] === true || counts[cell] === null || earlier.has(cell)),
    least: cells.map((cell) => cell.knownBetween?.least ?? 0),
    most: cells.map((cell) => cell.knownBetween?.most ?? Number.POSITIVE_INFINITY),
    sums,
    sumsOf: sumsByCell(cells.length, sums),
  };
}

/** By code point, so that every machine sorts alike. */
export const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export function sumsByCell(cells: number, sums: readonly Sum[]): number[][] {
  const sumsOf: number[][] = Array.from({ length: cells }, () => []);
  sums.forEach((sum, number) => {
    for (const cell of sum.cells) sumsOf[cell]?.push(number);
  });
  return sumsOf;
}

/** Relations as equations, each once, in an order of their own. */
export function asSums(relations: readonly Relation[], numberOf: ReadonlyMap<string, number>): Sum[] {
  const byName = new Map<string, Sum>();
  for (const { total, parts } of relations) {
    const members = [numbered(total, numberOf), ...parts.map((part) => numbered(part, numberOf)).sort((a, b) => a - b)];
    if (new Set(members).size !== members.length || parts.length === 0) {
      throw new InvalidArgument(`The sum of "${total}" has no parts, or one of them twice.`);
    }
    byName.set(members.join(), { cells: members, signs: members.map((_, place) => (place === 0 ? -1 : 1)) });
  }
  return [...byName].sort(([a], [b]) => compareText(a, b)).map(([, sum]) => sum);
}

function numbered(key: string, numberOf: ReadonlyMap<string, number>): number {
  const number = numberOf.get(key);
  if (number === undefined) throw new InvalidArgument(`No cell of the release has the key "${key}".`);
  return number;
}

function checkCell({ key, count, alreadyPublic, knownBetween }: ReleaseCell): void {
  if (count !== null && !(Number.isSafeInteger(count) && count >= 0)) {
    throw new InvalidArgument(`The count of "${key}" is not a whole number of 0 or more.`);
  }
  if (count === null && alreadyPublic !== undefined) {
    throw new InvalidArgument(`"${key}" is said to be public already, but has no count.`);
  }
  if (knownBetween !== undefined && !(knownBetween.least >= 0 && knownBetween.least <= knownBetween.most)) {
    throw new InvalidArgument(`What is known of "${key}" has a least above its most, or below 0.`);
  }
  if (knownBetween !== undefined && count !== null && !(knownBetween.least <= count && count <= knownBetween.most)) {
    throw new InvalidArgument(`The count of "${key}" lies outside of what is said to be known of it.`);
  }
}

/** Fills in every count that is the only unknown one of a sum, until none is left, and checks the sums that are known. */
function workOutCounts(cells: readonly ReleaseCell[], sums: readonly Sum[]): (number | null)[] {
  const counts = cells.map((cell) => cell.count);
  for (let changed = true; changed; ) {
    changed = false;
    for (const sum of sums) {
      const found = soleUnknown(sum, counts, cells[sum.cells[0] ?? -1]?.key ?? '');
      if (found === null) continue;
      counts[found.cell] = found.count;
      changed = true;
    }
  }
  return counts;
}

/** The one unknown count of a sum, worked out from the others; null when there is none or more than one. */
function soleUnknown({ cells, signs }: Sum, counts: readonly (number | null)[], total: string) {
  const unknown = cells.filter((cell) => counts[cell] === null);
  if (unknown.length > 1) return null;
  const rest = cells.reduce((sum, cell, place) => sum + (signs[place] ?? 0) * (counts[cell] ?? 0), 0);
  const [cell] = unknown;
  if (cell === undefined) {
    if (rest !== 0) throw new InvalidArgument(`The parts of "${total}" do not add up to it.`);
    return null;
  }
  const count = cell === cells[0] ? rest : -rest;
  if (count < 0) throw new InvalidArgument(`The parts of "${total}" come to more than it.`);
  return { cell, count };
}
