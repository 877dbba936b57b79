import { findComponent } from '../../demand/index.ts';
import { andList } from '../../ui/and-list.ts';
import { percent } from '../../ui/percent.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import { componentInSentence } from '../component-in-sentence.ts';
import type { OptimalPlan } from '../model.ts';
import type { Stability, WardStability } from './model.ts';

/** A plan's stability as a table for a terminal, and the sentences above and below it. */
export interface StabilityText {
  head: string;
  columns: { head: string; align: 'left' | 'right' }[];
  rows: string[][];
  notes: string[];
}

/** More different numbers than this are told ward by ward instead of in columns. */
const MOST_COLUMNS = 7;
const LONGEST_WARD = 26;

/**
 * Lays out how often each ward gets each number, beside the number it has in a plan; the most demand first.
 * @param plan of the same wards
 */
export function stabilityText(stability: Stability, plan: OptimalPlan): StabilityText {
  const own = new Map(stability.wards.map((ward) => [ward.code, ward]));
  const numbers = numbersIn(stability);
  const inColumns = numbers.length <= MOST_COLUMNS;
  return {
    head: `${plan.unit}: ${plan.officers.dwo} officers for ${plan.wards.length} wards under ${weightings(stability)}${plan.synthetic ? ' (synthetic)' : ''}.`,
    columns: [
      { head: 'Ward', align: 'left' },
      { head: 'Now', align: 'right' },
      ...(inColumns
        ? numbers.map((number) => ({ head: number, align: 'right' as const }))
        : [{ head: 'Gets', align: 'left' as const }]),
      { head: 'Moved most by', align: 'left' },
    ],
    rows: plan.wards
      .toSorted((a, b) => b.demandShare - a.demandShare || (a.code < b.code ? -1 : 1))
      .map(({ code, name, dwo }) => {
        const ward = own.get(code);
        const shares = ward?.shares ?? {};
        const cells = inColumns ? numbers.map((number) => shareText(shares[number] ?? 0)) : [likeliest(shares)];
        return [shorten(name), String(dwo), ...cells, ward === undefined ? '' : driverText(ward)];
      }),
    notes: [
      `A share is off by at most ${percent(stability.samplingError)} at 95%, because weightings were sampled (seed ${stability.seed}).`,
      `Moved most by: the part of demand whose weight goes most closely with the ward's number, or its demand where the number never changes; + for more officers with more weight, - for fewer.`,
      `Weights that varied: ${andList(stability.components.map(titleOf))}.`,
      ...stability.remarks,
    ],
  };
}

function weightings({ samples, within }: Stability): string {
  const of = `${wholeNumber(samples)} weightings`;
  return within === null ? of : `${of} within the bounds of ${andList(within.map(({ name }) => name))}`;
}

function numbersIn({ wards }: Stability): string[] {
  const numbers = wards.flatMap(({ shares }) => Object.keys(shares));
  return [...new Set(numbers)].toSorted((a, b) => Number(a) - Number(b));
}

/** A share is never shown as none or as all where it is not. */
function shareText(share: number): string {
  if (share === 0) return '·';
  if (share === 1) return '100%';
  return share < 0.01 ? '<1%' : share > 0.99 ? '>99%' : percent(share, 0);
}

const likeliest = (shares: Record<string, number>): string =>
  Object.entries(shares)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([number, share]) => `${number} in ${shareText(share)}`)
    .join(', ');

const driverText = ({ driver, direction }: WardStability): string =>
  driver === null ? 'nothing' : `${direction === 'fewer' ? '-' : '+'} ${driver}`;

const titleOf = (name: string): string => componentInSentence(findComponent(name)?.title ?? name);

const shorten = (text: string): string =>
  text.length <= LONGEST_WARD ? text : `${text.slice(0, LONGEST_WARD - 1).trimEnd()}…`;
