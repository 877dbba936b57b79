import { countWords } from '../ui/count-words.ts';
import { longDate } from '../ui/long-date.ts';
import { compareWards, type WardCompared } from './compare-wards.ts';
import { countingPcsos } from './counting-pcsos.ts';
import { describeSergeantChange } from './describe-sergeant-change.ts';
import type { Both, OptimalPlan } from './model.ts';
import { figuresDiffer, sayParts, weighedOnlyIn } from './parts-that-differ.ts';
import { sideRulesOf } from './side-rules-of.ts';

/** What a plan changes for its readers: sentences, and one row for each ward that gains or loses. */
export interface PlanChange {
  sentences: string[];
  /** null where no ward gains or loses. */
  table: { caption: string; columns: string[]; rows: string[][] } | null;
}

/** When the change is: proposed against what readers see now, still to come, come, or come where nothing was before. */
export type PlanTense = 'proposed' | 'coming' | 'past' | 'first';

/** The words that differ: a plan of the past must not be told as if readers saw the one before it still. */
interface TenseWords {
  nothingBefore: string;
  /** What is said of the plan before, around its numbers. */
  before: [string, string];
  /** The heads of the columns before and after. */
  columns: [string, string, string];
  gains: (wards: number) => string;
  loses: (wards: number) => string;
  exchanges: (wards: number) => string;
  stays: (wards: number) => string;
  noneGains: string;
  noWard: string;
  gain: string;
  lose: string;
  /** What the weights were before, and what they are with it. */
  weights: (before: string, after: string) => string;
  differ: string;
  /** Of parts that only one of the two weighs. */
  counts: { no: (many: boolean) => string; too: (many: boolean) => string };
}

const PRESENT = {
  gains: (wards) => (wards === 1 ? 'gains' : 'gain'),
  loses: (wards) => (wards === 1 ? 'loses' : 'lose'),
  exchanges: (wards) => (wards === 1 ? 'exchanges' : 'exchange'),
  noneGains: 'No ward gains',
  noWard: 'No ward gains or loses.',
  gain: 'gains',
  lose: 'loses',
  differ: 'are',
  counts: {
    no: (many) => `no longer ${many ? 'count' : 'counts'}`,
    too: (many) => `${many ? 'count' : 'counts'} as well`,
  },
} as const satisfies Partial<TenseWords>;
const PROPOSED: TenseWords = {
  ...PRESENT,
  nothingBefore: 'No plan is published for these wards now.',
  before: ['Readers see', 'now'],
  columns: ['now', 'then', 'What changes'],
  stays: (wards) => `${wards === 1 ? 'stays' : 'stay'} as now`,
  weights: (before, after) => `The weights are ${after}; now they are ${before}.`,
};
const PAST: TenseWords = {
  nothingBefore: 'No plan was in force for these wards before it.',
  before: ['Readers saw', 'before it'],
  columns: ['before', 'after', 'What changed'],
  gains: () => 'gained',
  loses: () => 'lost',
  exchanges: () => 'exchanged',
  stays: () => 'stayed as before',
  noneGains: 'No ward gained',
  noWard: 'No ward gained or lost.',
  gain: 'gained',
  lose: 'lost',
  weights: (before, after) => `The weights were ${after}; before it they were ${before}.`,
  differ: 'were',
  counts: { no: () => 'no longer counted', too: () => 'counted as well' },
};
const WORDS: Readonly<Record<PlanTense, TenseWords>> = {
  proposed: PROPOSED,
  coming: {
    ...PROPOSED,
    nothingBefore: 'Without it no plan would be in force for these wards.',
    before: ['Readers would see', 'without it'],
    columns: ['without it', 'with it', 'What changes'],
    stays: (wards) => `${wards === 1 ? 'stays' : 'stay'} as without it`,
    weights: (before, after) => `The weights are ${after}; without it they are ${before}.`,
  },
  past: PAST,
  first: { ...PAST, nothingBefore: 'It was the first plan published for these wards.' },
};

/**
 * Says what a plan changes against the one that readers see without it: which wards gain and lose, and what else is
 * different.
 * @param before null where there is none
 */
export function describePlanChange(
  before: OptimalPlan | null,
  after: OptimalPlan,
  tense: PlanTense = 'proposed',
): PlanChange {
  const words = WORDS[tense];
  const head = `${numbers(after.officers)} for ${countWords(after.wards.length, 'ward')}, ${tense === 'past' || tense === 'first' ? '' : 'in force '}from ${longDate(after.asAt)}.`;
  if (before === null) return { sentences: [head, words.nothingBefore], table: null };
  const compared = compareWards(before, after);
  const changed = compared.filter(({ gain }) => gain.dwo !== 0 || gain.pcso !== 0);
  const gaining = changed.filter(({ gain }) => gain.dwo + gain.pcso > 0).length;
  const losing = changed.filter(({ gain }) => gain.dwo + gain.pcso < 0).length;
  const other = changed.length - gaining - losing;
  const same = compared.length - changed.length;
  const [saw, when] = words.before;
  return {
    sentences: [
      head,
      `${saw} ${numbers(before.officers)} ${when}, in the plan of ${longDate(before.asAt)}.`,
      changed.length === 0
        ? words.noWard
        : `${[
            gaining === 0 ? words.noneGains : `${countWords(gaining, 'ward')} ${words.gains(gaining)}`,
            `${losing} ${words.loses(losing)}`,
            ...(other === 0 ? [] : [`${other} ${words.exchanges(other)} one for the other`]),
            `${same} ${words.stays(same)}`,
          ].join(', ')}${countingPcsos(changed)}.`,
      ...otherDifferences(before, after, words),
    ],
    table: changed.length === 0 ? null : tableOf(changed, words),
  };
}

function tableOf(changed: readonly WardCompared[], words: TenseWords): PlanChange['table'] {
  const [before, after, change] = words.columns;
  return {
    caption: `Wards that ${words.gain === 'gains' ? 'gain or lose' : 'gained or lost'}`,
    columns: [
      'Ward',
      'Borough',
      `Officers ${before}`,
      `Officers ${after}`,
      `PCSOs ${before}`,
      `PCSOs ${after}`,
      change,
    ],
    rows: changed.map((ward) => row(ward, words)),
  };
}

const row = ({ ward, before, after, gain }: WardCompared, words: TenseWords): string[] => [
  ward.name,
  ward.borough,
  String(before.dwo),
  String(after.dwo),
  String(before.pcso),
  String(after.pcso),
  gainWords(gain, words),
];

/** "gains 1 officer, loses 2 PCSOs". */
function gainWords({ dwo, pcso }: Both, { gain, lose }: TenseWords): string {
  const words = (number: number, noun: string) =>
    number === 0 ? [] : [`${number > 0 ? gain : lose} ${countWords(Math.abs(number), noun)}`];
  return [...words(dwo, 'officer'), ...words(pcso, 'PCSO')].join(', ');
}

/** What else made the difference: weights, rules, figures. */
function otherDifferences(before: OptimalPlan, after: OptimalPlan, { weights, differ, counts }: TenseWords): string[] {
  const differs = (part: (plan: OptimalPlan) => unknown) =>
    JSON.stringify(part(before)) !== JSON.stringify(part(after));
  return [
    ...describeSergeantChange(before, after),
    ...(differs((plan) => plan.weights.weights)
      ? [weights(`“${before.weights.name}”`, `“${after.weights.name}”, version ${after.weights.version}`)]
      : []),
    ...(differs(sideRulesOf) ? [`The side rules ${differ} different.`] : []),
    ...(differs(({ limits }) => [limits.floors, limits.ceilings])
      ? [`The fewest or the most that a ward may have ${differ} different.`]
      : []),
    ...sayParts(weighedOnlyIn(before, after), counts.no),
    ...sayParts(weighedOnlyIn(after, before), counts.too),
    ...(figuresDiffer(before, after) ? [`The figures behind it ${differ} different.`] : []),
  ];
}

const numbers = ({ dwo, pcso }: Both): string => `${countWords(dwo, 'officer')} and ${countWords(pcso, 'PCSO')}`;
