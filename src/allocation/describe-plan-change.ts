import { countWords } from '../ui/count-words.ts';
import { longDate } from '../ui/long-date.ts';
import type { Both, OptimalPlan, PlannedWard } from './model.ts';

/** What a plan changes for its readers: sentences, and one row for each ward that gains or loses. */
export interface PlanChange {
  sentences: string[];
  /** null where no ward gains or loses. */
  table: { caption: string; columns: string[]; rows: string[][] } | null;
}

const COLUMNS = ['Ward', 'Borough', 'Officers now', 'Officers then', 'PCSOs now', 'PCSOs then', 'What changes'];
const NO_WARD: Both = { dwo: 0, pcso: 0 };

/**
 * Says what a plan changes against the one that readers see now: which wards gain and lose, and what else is different.
 * @param before null where no plan is published
 */
export function describePlanChange(before: OptimalPlan | null, after: OptimalPlan): PlanChange {
  const head = `${numbers(after.officers)} for ${countWords(after.wards.length, 'ward')}, in force from ${longDate(after.asAt)}.`;
  if (before === null) return { sentences: [head, 'No plan is published for these wards now.'], table: null };
  const compared = compareWards(before, after);
  const changed = compared.filter(({ gain }) => gain.dwo !== 0 || gain.pcso !== 0);
  const gaining = changed.filter(({ gain }) => gain.dwo + gain.pcso > 0).length;
  const losing = changed.filter(({ gain }) => gain.dwo + gain.pcso < 0).length;
  const other = changed.length - gaining - losing;
  const same = compared.length - changed.length;
  return {
    sentences: [
      head,
      `Readers see ${numbers(before.officers)} now, in the plan of ${longDate(before.asAt)}.`,
      changed.length === 0
        ? 'No ward gains or loses.'
        : `${[
            gaining === 0 ? 'No ward gains' : `${countWords(gaining, 'ward')} ${gaining === 1 ? 'gains' : 'gain'}`,
            `${losing} ${losing === 1 ? 'loses' : 'lose'}`,
            ...(other === 0 ? [] : [`${other} ${other === 1 ? 'exchanges' : 'exchange'} one for the other`]),
            `${same} ${same === 1 ? 'stays' : 'stay'} as now`,
          ].join(', ')}.`,
      ...otherDifferences(before, after),
    ],
    table:
      changed.length === 0 ? null : { caption: 'Wards that gain or lose', columns: COLUMNS, rows: changed.map(row) },
  };
}

interface ComparedWard {
  ward: Pick<PlannedWard, 'code' | 'name' | 'borough'>;
  before: Both;
  after: Both;
  gain: Both;
}

/** Every ward of either plan, by borough and name. */
function compareWards(before: OptimalPlan, after: OptimalPlan): ComparedWard[] {
  const wasOf = new Map(before.wards.map((ward) => [ward.code, ward]));
  const isOf = new Map(after.wards.map((ward) => [ward.code, ward]));
  const all = new Map([...before.wards, ...after.wards].map((ward) => [ward.code, ward]));
  return [...all.values()]
    .toSorted((a, b) => compare(a.borough, b.borough) || compare(a.name, b.name))
    .map((ward) => {
      const { dwo, pcso } = wasOf.get(ward.code) ?? NO_WARD;
      const is = isOf.get(ward.code) ?? NO_WARD;
      return {
        ward,
        before: { dwo, pcso },
        after: { dwo: is.dwo, pcso: is.pcso },
        gain: { dwo: is.dwo - dwo, pcso: is.pcso - pcso },
      };
    });
}

const row = ({ ward, before, after, gain }: ComparedWard): string[] => [
  ward.name,
  ward.borough,
  String(before.dwo),
  String(after.dwo),
  String(before.pcso),
  String(after.pcso),
  gainWords(gain),
];

/** "gains 1 officer, loses 2 PCSOs". */
function gainWords({ dwo, pcso }: Both): string {
  const words = (number: number, noun: string) =>
    number === 0 ? [] : [`${number > 0 ? 'gains' : 'loses'} ${countWords(Math.abs(number), noun)}`];
  return [...words(dwo, 'officer'), ...words(pcso, 'PCSO')].join(', ');
}

/** What else made the difference: weights, rules, figures. */
function otherDifferences(before: OptimalPlan, after: OptimalPlan): string[] {
  const differs = (part: (plan: OptimalPlan) => unknown) =>
    JSON.stringify(part(before)) !== JSON.stringify(part(after));
  return [
    ...(differs(({ weights }) => weights.weights)
      ? [
          `The weights are “${after.weights.name}”, version ${after.weights.version}; now they are “${before.weights.name}”.`,
        ]
      : []),
    ...(differs(({ limits }) => [limits.floors, limits.ceilings])
      ? ['The fewest or the most that a ward may have are different.']
      : []),
    ...(differs(({ used, window }) => [used.map(({ vintage, total }) => [vintage, total]), window])
      ? ['The figures behind it are different.']
      : []),
  ];
}

const numbers = ({ dwo, pcso }: Both): string => `${countWords(dwo, 'officer')} and ${countWords(pcso, 'PCSO')}`;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
