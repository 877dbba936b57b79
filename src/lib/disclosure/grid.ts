import { compareText, type ReleaseTable } from './release-table.ts';

/** Along one dimension: the values that change when the first does, each with its sign, so that sums along it hold. */
export interface Path {
  values: readonly number[];
  signs: readonly number[];
}

/** Cells by their place along every dimension, and the paths that keep the sums of each dimension. */
export interface Grid {
  /** Place of each cell along each dimension, by cell. */
  places: readonly (readonly number[])[];
  /** Paths from each value, by dimension and value. */
  paths: readonly (readonly (readonly Path[])[])[];
  /** Whether each cell is in a sum along each dimension. */
  summed: readonly (readonly boolean[])[];
  /** What a place along a dimension adds to the number by which a cell is found. */
  strides: readonly number[];
  cellAt(number: number): number;
}

/** About how many paths are kept of each value. */
const MOST_PATHS = 400;
/** Numbers for which cells are found in an array instead of a map. */
const ARRAY_SIZE = 4_000_000;

/** Lays out cells by dimension and finds, from the sums that run along one dimension, the ways to move a count along it. */
export function layOut(table: ReleaseTable): Grid {
  const { cells } = table;
  const names = [...new Set(cells.flatMap((cell) => Object.keys(cell.dimensions)))].sort(compareText);
  const valueNumbers = names.map((name) => {
    const values = new Set(cells.map((cell) => valueText(cell.dimensions[name])));
    return new Map([...values].sort(compareText).map((value, number) => [value, number]));
  });
  const places = cells.map((cell) =>
    names.map((name, dimension) => valueNumbers[dimension]?.get(valueText(cell.dimensions[name])) ?? 0),
  );
  const summed = cells.map(() => names.map(() => false));
  const families = names.map((): Map<string, number[]> => new Map());
  for (const { cells: members } of table.sums) {
    const dimension = soleDimension(members, places, names.length);
    if (dimension === null) continue;
    const values = members.map((cell) => places[cell]?.[dimension] ?? 0);
    families[dimension]?.set(values.join(), values);
    for (const cell of members) {
      const flags = summed[cell];
      if (flags !== undefined) flags[dimension] = true;
    }
  }
  const paths = families.map((family, dimension) => pathsOf([...family.values()], valueNumbers[dimension]?.size ?? 0));
  return {
    places,
    paths,
    summed,
    ...finder(
      places,
      valueNumbers.map((values) => values.size),
    ),
  };
}

const valueText = (position: { level: string; value: string } | undefined) =>
  position === undefined ? '' : `${position.level}\n${position.value}`;

/** The one dimension along which the cells differ; null when there are several. */
function soleDimension(members: readonly number[], places: readonly (readonly number[])[], dimensions: number) {
  const first = places[members[0] ?? 0];
  const differing: number[] = [];
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    if (members.some((cell) => places[cell]?.[dimension] !== first?.[dimension])) differing.push(dimension);
  }
  return differing.length === 1 ? (differing[0] ?? null) : null;
}

function finder(places: readonly (readonly number[])[], sizes: readonly number[]) {
  let size = 1;
  const strides = sizes.map((values) => {
    const stride = size;
    size *= values;
    return stride;
  });
  const numbers = places.map((place) =>
    place.reduce((sum, value, dimension) => sum + value * (strides[dimension] ?? 0), 0),
  );
  if (size > ARRAY_SIZE) {
    const found = new Map(numbers.map((number, cell) => [number, cell]));
    return { strides, cellAt: (number: number) => found.get(number) ?? -1 };
  }
  const found = new Int32Array(size).fill(-1);
  numbers.forEach((number, cell) => {
    found[number] = cell;
  });
  return { strides, cellAt: (number: number) => found[number] ?? -1 };
}

/**
 * For each value, the changes that keep every sum along the dimension: a smallest part of it one up with all totals it
 * is in, alone, or together with another smallest part one down with all of its own. Totals of both stay as they are.
 */
function pathsOf(families: readonly (readonly number[])[], values: number): Path[][] {
  const all = Array.from({ length: values }, (_, value) => value);
  const leaves = all.filter((value) => families.every(([total]) => total !== value));
  const totals = all.map((value) => totalsOf(value, families));
  return all.map((value) => {
    const within = leaves.filter((leaf) => totals[leaf]?.has(value) === true);
    const others = leaves.filter((leaf) => totals[leaf]?.has(value) !== true);
    const mostOthers = Math.max(1, Math.floor(MOST_PATHS / Math.max(1, others.length)));
    const exchanges = within
      .slice(0, mostOthers)
      .flatMap((leaf) => others.slice(0, MOST_PATHS).map((other) => pathOf(value, totals[leaf], totals[other])));
    return [...exchanges, ...within.slice(0, MOST_PATHS).map((leaf) => pathOf(value, totals[leaf], undefined))];
  });
}

/** The value and every total that it is in, of whatever grouping. */
function totalsOf(value: number, families: readonly (readonly number[])[]): ReadonlySet<number> {
  const found = new Set([value]);
  for (const part of found) {
    for (const family of families) if (family.indexOf(part) > 0) found.add(family[0] ?? 0);
  }
  return found;
}

/** One set of values up, the other down, those in both left as they are; the value asked about comes first. */
function pathOf(value: number, up: ReadonlySet<number> = new Set(), down: ReadonlySet<number> = new Set()): Path {
  const rising = [...up].filter((other) => other !== value && !down.has(other));
  const falling = [...down].filter((other) => !up.has(other));
  return { values: [value, ...rising, ...falling], signs: [1, ...rising.map(() => 1), ...falling.map(() => -1)] };
}
