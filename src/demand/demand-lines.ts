import { monthName } from '../lib/calendar/month.ts';
import { andList } from '../ui/and-list.ts';
import { countWords } from '../ui/count-words.ts';
import { longDate } from '../ui/long-date.ts';
import { percent } from '../ui/percent.ts';
import { wholeNumber } from '../ui/whole-number.ts';
import type { DemandIndex, MissingComponent, UsedComponent, WeightSet, Window } from './model.ts';

/** A table of cells and the lines that belong under it. */
export interface DemandText {
  head: string;
  columns: string[];
  rows: string[][];
  notes: string[];
}

/** The index as a table for a terminal: components are lettered, so that it fits in 100 columns. */
export function demandText(index: DemandIndex): DemandText {
  const letters = index.used.map((_, place) => letter(place));
  return {
    head: `Demand in ${index.unit} as at ${longDate(index.asAt)}: each ward's share of the whole unit's.`,
    columns: ['Ward', 'Borough', 'Demand', ...letters],
    rows: index.wards.map((ward) => [
      ward.name,
      ward.borough,
      percent(ward.demandShare, 2),
      ...index.used.map(({ component }) => percent(ward.components[component] ?? 0, 2)),
    ]),
    notes: [...index.used.map((used, place) => `${letter(place)}  ${usedSentence(used)}`), ...provenance(index)],
  };
}

/** Sentences on where demand comes from: window, wards, weights, what is missing and whether it is made up. */
export function provenance(
  demand: Pick<DemandIndex, 'window' | 'boundaryVersion' | 'weights' | 'missing' | 'synthetic'> & { wards: unknown[] },
): string[] {
  return [
    `Wards: ${countWords(demand.wards.length, 'ward')}, boundaries ${demand.boundaryVersion}.`,
    windowSentence(demand.window),
    `Weights: ${weightsName(demand.weights)}.`,
    ...missingSentences(demand.missing),
    ...(demand.synthetic ? ['These are made-up figures: synthetic demonstration data.'] : []),
  ];
}

/** Who is missing and what was done about it; nothing when nobody is. */
export function missingSentences(missing: readonly MissingComponent[]): string[] {
  if (missing.length === 0) return [];
  const share = missing.reduce((sum, { weight }) => sum + weight, 0);
  return [
    ...missing.map(({ reason }) => `Missing: ${reason}`),
    `The missing ${missing.length === 1 ? 'part had' : 'parts had'} ${percent(share, 0)} of the weight; the other weights were scaled up to sum to 100%.`,
  ];
}

const weightsName = ({ name, version }: WeightSet) => `"${name}", version ${version}`;

function windowSentence(window: Window | null): string {
  if (window === null) return 'Window: none; no monthly figures were used.';
  return `Window: ${monthName(window.from)} to ${monthName(window.to)}, ${countWords(window.months, 'month')}.`;
}

function usedSentence({ title, weight, total, vintage, files, synthetic, origins, asOf }: UsedComponent): string {
  const named = files.slice(0, MOST_FILES);
  const more = files.length - named.length;
  const from = files.length > 0 ? ` (${andList(more > 0 ? [...named, countWords(more, 'other file')] : named)})` : '';
  const how = synthetic ? '' : origins.map((sentence) => ` ${sentence}`).join('');
  const taken = asOf === undefined ? '' : ` in ${monthName(asOf)}`;
  return `${title}: weight ${percent(weight)}, ${wholeNumber(total)} in the unit${taken}, vintage ${vintage}${from}.${how}`;
}

/** Files named in a sentence; the rest are counted. */
const MOST_FILES = 3;

const letter = (place: number) => (place < 26 ? String.fromCharCode(97 + place) : `#${place + 1}`);
