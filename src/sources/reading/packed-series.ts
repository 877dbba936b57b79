import type { BoundaryVersion } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import type { CategorySeries } from '../../measures/index.ts';

/** Runs as a few long lists of numbers, which are handed from one thread to another at once and take little room. */
export interface PackedSeries {
  /** Every different word of the runs. */
  words: string[];
  /** {@link FIELDS} numbers a run: where its words stand, and which list of values is its own. */
  runs: Uint32Array;
  /** Where each list of values begins in them, and after the last where it ends. */
  starts: Uint32Array;
  /** Counts below 65,535, which stands for no value; or any numbers, with NaN for no value. */
  values: Uint16Array | Float64Array;
}

const FIELDS = 6;
const NO_COUNT = 0xffff;

/** Packs runs; those that share one list of values share it still. */
export function packSeries(series: readonly CategorySeries[]): PackedSeries {
  const words = new Map<string, number>();
  const lists = new Map<CategorySeries['values'], number>();
  const runs = new Uint32Array(series.length * FIELDS);
  for (const [at, { category, areaCode, boundaryVersion, publisher, firstMonth, values }] of series.entries()) {
    const places = [category, areaCode, boundaryVersion, publisher, firstMonth].map((word) => placeIn(words, word));
    runs.set([...places, placeIn(lists, values)], at * FIELDS);
  }
  const starts = new Uint32Array(lists.size + 1);
  let [length, areCounts] = [0, true];
  for (const [values, at] of lists) {
    starts[at] = length;
    length += values.length;
    areCounts &&= values.every(
      (value) => value === null || (Number.isInteger(value) && value >= 0 && value < NO_COUNT),
    );
  }
  starts[lists.size] = length;
  const packed = areCounts ? new Uint16Array(length) : new Float64Array(length);
  const none = areCounts ? NO_COUNT : Number.NaN;
  let to = 0;
  for (const values of lists.keys()) {
    for (const value of values) {
      packed[to] = value ?? none;
      to += 1;
    }
  }
  return { words: [...words.keys()], runs, starts, values: packed };
}

/** The runs that were packed, one at a time and as often as asked for. */
export function unpackSeries(packed: PackedSeries): Iterable<CategorySeries> {
  return {
    *[Symbol.iterator]() {
      for (let at = 0; at < packed.runs.length; at += FIELDS) yield runAt(packed, at);
    },
  };
}

function runAt({ words, runs, starts, values }: PackedSeries, at: number): CategorySeries {
  const word = (field: number): string => words[runs[at + field] as number] as string;
  const list = runs[at + FIELDS - 1] as number;
  const own = values.subarray(starts[list], starts[list + 1]);
  const areCounts = own instanceof Uint16Array;
  return {
    category: word(0),
    areaCode: word(1),
    boundaryVersion: word(2) as BoundaryVersion | 'unplaced',
    publisher: word(3),
    firstMonth: word(4) as Month,
    values: Array.from(own, (value) => ((areCounts ? value === NO_COUNT : Number.isNaN(value)) ? null : value)),
  };
}

function placeIn<T>(places: Map<T, number>, item: T): number {
  const known = places.get(item);
  if (known !== undefined) return known;
  places.set(item, places.size);
  return places.size - 1;
}
