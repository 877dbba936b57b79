import type { PreparedPanel } from './prepared-panel.ts';

/** Products of times before the start over donors, about the donors' mean at each time: the programme of time weights. */
export interface TimeGram {
  /** Times × times before the start. */
  gram: Float64Array;
  /** With the mean after the start. */
  linear: Float64Array;
  /** Of the mean after the start with itself. */
  square: number;
}

/** Gives the products over any donors among the units it was made of, at the cost of those that are left out. */
export type TimeGramOf = (donors: Int32Array, leftOut: readonly number[]) => TimeGram;

/**
 * Products over all units once, from which those of units that are left out are taken away.
 * @param pool units that may be donors, each once
 */
export function timeGrams(panel: PreparedPanel, pool: Int32Array): TimeGramOf {
  const { start } = panel;
  const whole = { gram: new Float64Array(start * start), linear: new Float64Array(start), square: 0 };
  for (const unit of pool) addUnit(whole, panel, unit, 1);
  return (donors, leftOut) => {
    const part = { gram: whole.gram.slice(), linear: whole.linear.slice(), square: whole.square };
    for (const unit of leftOut) addUnit(part, panel, unit, -1);
    takeMean(part, panel, donors);
    return part;
  };
}

/** The unit's mean after the start, about its mean before it. */
function changeOf({ before, after }: PreparedPanel, unit: number): number {
  return (after[unit] as number) - (before[unit] as number);
}

function addUnit(sums: TimeGram, panel: PreparedPanel, unit: number, times: number): void {
  addProducts(sums, panel.about.subarray(unit * panel.start, (unit + 1) * panel.start), changeOf(panel, unit), times);
}

function addProducts(sums: TimeGram, row: Float64Array, change: number, times: number): void {
  const size = row.length;
  for (let one = 0; one < size; one += 1) {
    const value = times * (row[one] as number);
    const from = one * size;
    for (let other = 0; other < size; other += 1) {
      sums.gram[from + other] = (sums.gram[from + other] as number) + value * (row[other] as number);
    }
    sums.linear[one] = (sums.linear[one] as number) + value * change;
  }
  sums.square += times * change * change;
}

/** Takes away what the donors' mean contributes: as many times its products as there are donors. */
function takeMean(sums: TimeGram, panel: PreparedPanel, donors: Int32Array): void {
  const { start, about } = panel;
  const row = new Float64Array(start);
  let change = 0;
  for (const unit of donors) {
    const from = unit * start;
    for (let t = 0; t < start; t += 1) row[t] = (row[t] as number) + (about[from + t] as number) / donors.length;
    change += changeOf(panel, unit) / donors.length;
  }
  addProducts(sums, row, change, -donors.length);
}
