/** Equations Σ value × y = right side over 0 ≤ y ≤ upper. */
export interface LinearEquations {
  /** Infinity for none. */
  uppers: readonly number[];
  rows: readonly { columns: readonly number[]; values: readonly number[]; right: number }[];
}

/** Where a linear function of y is greatest. */
export interface Greatest {
  /** Infinity when there is no end to it. */
  value: number;
  y: number[];
}

export interface LinearRegion {
  greatest(costs: readonly number[]): Greatest;
}

/** The equations solved for the variables of a basis; worked on in place, and never handed out of this file. */
interface Tableau {
  width: number;
  rows: Float64Array[];
  /** Value of the variable of each row. */
  levels: number[];
  /** Variable of each row; one of number ≥ width is what a row still lacks, to be driven to 0. */
  basis: number[];
  inBasis: Uint8Array;
  /** Whether a variable outside the basis stands at its upper bound, not at 0. */
  atUpper: Uint8Array;
  uppers: Float64Array;
  /** Most that a row may lack: no limit while a first point is sought, then 0. */
  lackUpper: number;
}

const TINY = 1e-9;
const STILL_FEASIBLE = 1e-6;
/** Steps that change nothing before the rule that cannot go round in circles takes over. */
const PATIENCE = 200;

/**
 * The points that satisfy the equations, ready to be searched: a dense tableau, primal simplex with bounded variables
 * (two phases, Dantzig's rule, then Bland's), in floating point. Asked again, it starts where it last ended.
 * Cost of a step: rows × columns at most; for up to a few hundred of each.
 * @returns null when no point satisfies the equations
 * Its ends equal those of HiGHS on random regions (linear-region.reference.test.ts).
 */
export function openRegion(equations: LinearEquations): LinearRegion | null {
  const tableau = startingTableau(equations);
  const { width, rows, basis, levels } = tableau;
  const towardsFeasible = new Float64Array(width);
  for (const row of rows) addTimes(towardsFeasible, row, 1);
  climb(tableau, towardsFeasible);
  const lacking = basis.reduce((sum, variable, row) => sum + (variable >= width ? (levels[row] ?? 0) : 0), 0);
  if (lacking > STILL_FEASIBLE) return null;
  tableau.lackUpper = 0;
  return {
    greatest(costs) {
      const end = climb(tableau, gainsOf(tableau, costs));
      const y = pointOf(tableau);
      const value = y.reduce((sum, level, column) => sum + level * (costs[column] ?? 0), 0);
      return { value: end === 'no end' ? Number.POSITIVE_INFINITY : value, y };
    },
  };
}

function startingTableau({ uppers, rows }: LinearEquations): Tableau {
  const width = uppers.length;
  return {
    width,
    rows: rows.map(({ columns, values, right }) => {
      const row = new Float64Array(width);
      columns.forEach((column, place) => {
        row[column] = (row[column] ?? 0) + (values[place] ?? 0) * (right < 0 ? -1 : 1);
      });
      return row;
    }),
    levels: rows.map(({ right }) => Math.abs(right)),
    basis: rows.map((_, row) => width + row),
    inBasis: new Uint8Array(width),
    atUpper: new Uint8Array(width),
    uppers: Float64Array.from(uppers),
    lackUpper: Number.POSITIVE_INFINITY,
  };
}

/** What one more of each variable outside the basis would gain. */
function gainsOf({ width, basis, rows }: Tableau, costs: readonly number[]): Float64Array {
  const gains = Float64Array.from({ length: width }, (_, column) => costs[column] ?? 0);
  basis.forEach((variable, row) => {
    const cost = variable < width ? (costs[variable] ?? 0) : 0;
    const source = rows[row];
    if (cost !== 0 && source !== undefined) addTimes(gains, source, -cost);
  });
  for (const variable of basis) if (variable < width) gains[variable] = 0;
  return gains;
}

function pointOf({ width, basis, levels, atUpper, uppers }: Tableau): number[] {
  const y = Array.from({ length: width }, (_, column) => (atUpper[column] === 1 ? (uppers[column] ?? 0) : 0));
  basis.forEach((variable, row) => {
    if (variable < width) y[variable] = levels[row] ?? 0;
  });
  return y;
}

/** Moves one variable after another until none gains; `gains` is kept up on the way. */
function climb(tableau: Tableau, gains: Float64Array): 'top' | 'no end' {
  for (let still = 0; ; ) {
    const column = entering(tableau, gains, still > PATIENCE);
    if (column < 0) return 'top';
    const way = tableau.atUpper[column] === 1 ? -1 : 1;
    const { row, step } = leaving(tableau, column, way);
    if (step === Number.POSITIVE_INFINITY) return 'no end';
    const start = way < 0 ? (tableau.uppers[column] ?? 0) : 0;
    advance(tableau, column, way * step);
    if (row < 0) tableau.atUpper[column] = way > 0 ? 1 : 0;
    else exchange(tableau, gains, row, column, way);
    if (row >= 0) tableau.levels[row] = start + way * step;
    still = step > TINY ? 0 : still + 1;
  }
}

function entering({ width, inBasis, atUpper, uppers }: Tableau, gains: Float64Array, cautious: boolean): number {
  let best = -1;
  let most = TINY;
  for (let column = 0; column < width; column += 1) {
    const gain = (gains[column] ?? 0) * (atUpper[column] === 1 ? -1 : 1);
    if (gain <= most || inBasis[column] === 1 || uppers[column] === 0) continue;
    if (cautious) return column;
    best = column;
    most = gain;
  }
  return best;
}

/** The row whose variable first meets a bound, and how far the entering one may go; -1 when its own bound is first. */
function leaving({ rows, levels, basis, uppers, width, lackUpper }: Tableau, column: number, way: number) {
  let row = -1;
  let step = uppers[column] ?? 0;
  rows.forEach((entries, number) => {
    const rate = way * (entries[column] ?? 0);
    if (Math.abs(rate) <= TINY) return;
    const level = levels[number] ?? 0;
    const variable = basis[number] ?? 0;
    const upper = variable >= width ? lackUpper : (uppers[variable] ?? 0);
    const limit = Math.max(0, rate > 0 ? level / rate : (upper - level) / -rate);
    const tie = row >= 0 && Math.abs(limit - step) <= TINY && variable < (basis[row] ?? 0);
    if (!tie && !(limit < step - TINY)) return;
    row = number;
    step = limit;
  });
  return { row, step };
}

function advance({ rows, levels }: Tableau, column: number, change: number): void {
  rows.forEach((entries, number) => {
    levels[number] = (levels[number] ?? 0) - change * (entries[column] ?? 0);
  });
}

/** The entering variable takes the row over from the one that met its bound. */
function exchange(tableau: Tableau, gains: Float64Array, row: number, column: number, way: number): void {
  const { rows, basis, inBasis, atUpper, width } = tableau;
  const out = basis[row] ?? 0;
  if (out < width) {
    inBasis[out] = 0;
    // One that rose met its upper bound, one that fell met 0.
    atUpper[out] = way * (rows[row]?.[column] ?? 0) < 0 ? 1 : 0;
  }
  eliminate([...rows, gains], row, column);
  basis[row] = column;
  inBasis[column] = 1;
  atUpper[column] = 0;
}

/** Divides one row by its entry in the column and takes it from all others, so that it alone has an entry there. */
function eliminate(rows: readonly Float64Array[], row: number, column: number): void {
  const source = rows[row];
  if (source === undefined) return;
  const divisor = source[column] ?? 1;
  source.forEach((value, place) => {
    source[place] = value / divisor;
  });
  source[column] = 1;
  for (const target of rows) {
    const factor = target[column] ?? 0;
    if (target === source || factor === 0) continue;
    addTimes(target, source, -factor);
    target[column] = 0;
  }
}

/** Adds a multiple of one row to another; what rounding leaves of a 0 becomes 0. */
function addTimes(target: Float64Array, source: Float64Array, factor: number): void {
  for (let place = 0; place < source.length; place += 1) {
    const part = source[place] ?? 0;
    if (part === 0) continue;
    const value = (target[place] ?? 0) + factor * part;
    target[place] = Math.abs(value) < 1e-12 ? 0 : value;
  }
}
