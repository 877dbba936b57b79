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

/** About how many paths are kept of each value: of one in a deep hierarchy, those to its nearest. */
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

/** For each value: down to a smallest part, and up to a total that nothing sums or across to a sibling and down again. */
function pathsOf(families: readonly (readonly number[])[], values: number): Path[][] {
  const down = (value: number, sign: number): Path[] => {
    const own = families.filter((family) => family[0] === value);
    if (own.length === 0) return [{ values: [value], signs: [sign] }];
    return own.flatMap((family) =>
      family
        .slice(1)
        .flatMap((part) => down(part, sign).map((path) => joined({ values: [value], signs: [sign] }, path))),
    );
  };
  const up = (value: number): Path[] => {
    const above = families.filter((family) => family.indexOf(value) > 0);
    if (above.length === 0) return [{ values: [], signs: [] }];
    return above.flatMap((family) => {
      const total = family[0] ?? 0;
      const siblings = family.slice(1).filter((part) => part !== value);
      return [
        ...siblings.flatMap((sibling) => down(sibling, -1)),
        ...up(total).map((path) => joined({ values: [total], signs: [1] }, path)),
      ];
    });
  };
  return Array.from({ length: values }, (_, value) => {
    const across = up(value).slice(0, MOST_PATHS);
    return down(value, 1)
      .slice(0, Math.max(4, Math.floor(MOST_PATHS / across.length)))
      .flatMap((path) => across.map((other) => joined(path, other)))
      .filter(({ values: changed }) => new Set(changed).size === changed.length);
  });
}

const joined = (a: Path, b: Path): Path => ({ values: [...a.values, ...b.values], signs: [...a.signs, ...b.signs] });
