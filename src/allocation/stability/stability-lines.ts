import { findComponent } from '../../demand/index.ts';
import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import { percent } from '../../ui/percent.ts';
import { componentInSentence } from '../component-in-sentence.ts';
import { listParts } from '../list-parts.ts';
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
 * @param now  whether it is in force, and not only tried
 */
export function stabilityText(stability: Stability, plan: OptimalPlan, now: boolean): StabilityText {
  const own = new Map(stability.wards.map((ward) => [ward.code, ward]));
  const numbers = numbersIn(stability);
  const inColumns = numbers.length <= MOST_COLUMNS;
  const varied = stability.samples > 1 && stability.samplingError > 0;
  return {
    head: `${plan.unit}: ${plan.officers.dwo} officers for ${plan.wards.length} wards under ${weightings(stability)}${plan.synthetic ? ' (synthetic)' : ''}.`,
    columns: [
      { head: 'Ward', align: 'left' },
      { head: now ? 'Now' : 'Officers', align: 'right' },
      ...(inColumns
        ? numbers.map((number) => ({ head: number, align: 'right' as const }))
        : [{ head: 'Gets', align: 'left' as const }]),
      ...(varied ? [{ head: 'Goes with', align: 'left' as const }] : []),
    ],
    rows: plan.wards
      .toSorted((a, b) => b.demandShare - a.demandShare || (a.code < b.code ? -1 : 1))
      .map(({ code, name, dwo }) => {
        const ward = own.get(code);
        const shares = ward?.shares ?? {};
        const cells = inColumns ? numbers.map((number) => shareText(shares[number] ?? 0)) : [likeliest(shares)];
        const driver = ward === undefined ? '' : driverText(ward);
        return [shorten(name), String(dwo), ...cells, ...(varied ? [driver] : [])];
      }),
    notes: [...(varied ? notesOf(stability) : [notVaried(stability)]), ...stability.remarks],
  };
}

function notesOf({ samplingError, seed, components }: Stability): string[] {
  return [
    `A share is off by at most ${(100 * samplingError).toFixed(1)} percentage points, at 95%, because weightings were sampled (seed ${seed}).`,
    "Goes with: the part of demand whose weight goes most closely with the ward's number; + for more officers with more weight, − for fewer. Nothing: its number is the same in every sample.",
    `Weights that varied: ${listParts(components.map((name) => findComponent(name)?.title ?? name))}.`,
  ];
}

/** Why nothing is said of weights that vary: there is one weighting only, or one was sampled. */
function notVaried({ samplingError, components, within }: Stability): string {
  if (components.length < 2) return 'Only one part of demand counts, so there are no other weightings to try.';
  if (samplingError === 0) return `Only one weighting keeps the bounds of ${names(within)}.`;
  return 'One weighting says nothing of others: sample more.';
}

function weightings({ samples, samplingError, within }: Stability): string {
  const of = samplingError === 0 ? 'the only weighting' : countWords(samples, 'weighting');
  return within === null ? of : `${of} within the bounds of ${names(within)}`;
}

const names = (within: Stability['within']): string => andList([...new Set((within ?? []).map(({ name }) => name))]);

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
  driver === null ? 'nothing' : `${direction === 'fewer' ? '−' : '+'} ${titleOf(driver)}`;

/** As in a sentence: "violence and robbery". */
const titleOf = (name: string): string => componentInSentence(findComponent(name)?.title ?? name);

const shorten = (text: string): string =>
  text.length <= LONGEST_WARD ? text : `${text.slice(0, LONGEST_WARD - 1).trimEnd()}…`;
