import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import { longDate } from '../../ui/long-date.ts';
import { componentInSentence } from '../component-in-sentence.ts';
import { countingPcsos } from '../counting-pcsos.ts';
import type { OptimalPlan } from '../model.ts';
import type { Cause, ChangedWard, InseparableComponent } from './model.ts';

const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  officers: 'the officers there are to place',
  data: 'the figures',
  weights: 'the weights',
  rules: 'the rules',
};

/**
 * "Bunhill has 3 officers instead of 2, because of the weights."
 * @param differ what differs between the two plans, to be named where the cause cannot be told apart
 */
export function sayWard(
  ward: Omit<ChangedWard, 'sentence'>,
  someInseparable: boolean,
  differ: readonly Cause[],
): string {
  const { name, before, after, because } = ward;
  const numbers = (['dwo', 'pcso'] as const).flatMap((post) =>
    before[post] === after[post]
      ? []
      : [`${countWords(after[post], post === 'dwo' ? 'officer' : 'PCSO')} instead of ${before[post]}`],
  );
  const has = `${name} has ${andList(numbers)}`;
  if (because.length === 0) {
    const which = differ.length === 0 ? '' : `: ${andList(differ.map((cause) => CAUSE_WORDS[cause]))} differ`;
    return `${has}; side rules had a part in it, so that its cause cannot be told apart${which}.`;
  }
  return `${has}, ${sayCauses(because, someInseparable)}.`;
}

/** "because of the weights"; sets are of one size. */
function sayCauses(because: readonly Cause[][], someInseparable: boolean): string {
  const [only] = because;
  if (because.length === 1 && only?.length === 2 && isOneCause(only, someInseparable))
    return 'because of the figures or the weights, which cannot be told apart';
  const sets = because.map((set) => andList(set.map((cause) => CAUSE_WORDS[cause])));
  if (only?.length === 1)
    return sets.length === 1
      ? `because of ${sets[0]}`
      : `because of ${sets.join(' or ')}: ${sets.length === 2 ? 'either' : 'each'} by itself makes the change`;
  return `because of ${sets.join(', or ')} together`;
}

const isOneCause = (set: readonly Cause[], someInseparable: boolean): boolean =>
  someInseparable && set.includes('data') && set.includes('weights');

/** How many wards gain and lose, what explains how many of them, and what is different. */
export function saySummary(wards: readonly ChangedWard[], unchanged: number, differs: readonly Cause[]): string[] {
  const changes =
    differs.length === 0
      ? 'Officers, figures, weights and rules are the same in both.'
      : `Different between the two: ${andList(differs.map((cause) => CAUSE_WORDS[cause]))}.`;
  if (wards.length === 0) return ['No ward gains or loses.', changes];
  const net = ({ before, after }: ChangedWard) => after.dwo + after.pcso - before.dwo - before.pcso;
  const [gain, lose, exchange] = [1, -1, 0].map((sign) => wards.filter((ward) => Math.sign(net(ward)) === sign).length);
  const parts = [
    `${countWords(gain ?? 0, 'ward')} ${gain === 1 ? 'gains' : 'gain'}`,
    `${lose} ${lose === 1 ? 'loses' : 'lose'}`,
    ...(exchange ? [`${exchange} ${exchange === 1 ? 'exchanges' : 'exchange'} one for the other`] : []),
    `${unchanged} ${unchanged === 1 ? 'stays' : 'stay'} as before`,
  ];
  const text = andList(parts);
  const counted = countingPcsos(wards.map(({ before, after }) => ({ gain: { pcso: after.pcso - before.pcso } })));
  return [`${text.charAt(0).toUpperCase()}${text.slice(1)}${counted}.`, ...sayByCause(wards), changes];
}

/** "Of the 10 that change, 8 do because of the weights and 2 because of the figures and the weights together." */
function sayByCause(wards: readonly ChangedWard[]): string[] {
  const counts = new Map<string, number>();
  for (const { because } of wards) {
    const words = groupOf(because);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const groups = [...counts].toSorted(([, a], [, b]) => b - a);
  const [first] = groups;
  if (groups.length === 1) return [`${wards.length === 1 ? 'It changes' : 'All of them change'} ${first?.[0]}.`];
  return [
    `Of the ${wards.length} that change, ${andList(groups.map(([words, count]) => `${count} ${count === 1 ? 'does' : 'do'} ${words}`))}.`,
  ];
}

function groupOf(because: readonly Cause[][]): string {
  const [only] = because;
  if (only === undefined) return 'through side rules, so that the cause cannot be told apart';
  if (because.length > 1) return 'for more than one cause, each enough by itself';
  const words = andList(only.map((cause) => CAUSE_WORDS[cause]));
  return only.length === 1 ? `because of ${words}` : `because of ${words} together`;
}

/**
 * What cannot be told of the change, or is taken for granted, in sentences.
 * @param oneSided   components of which only one plan kept figures
 * @param oneFigures whether their figures are taken to be the same, as all others are
 */
export function sayRemarks(
  wards: readonly ChangedWard[],
  oneSided: readonly InseparableComponent[],
  oneFigures: boolean,
): string[] {
  const of = (weighedBy: InseparableComponent['weighedBy']) =>
    oneSided.filter((each) => each.weighedBy === weighedBy).map(({ title }) => componentInSentence(title));
  const only = (names: readonly string[], plan: string, other: string) =>
    names.length === 0
      ? []
      : [
          `Only the plan ${plan} gives weight to ${andList(names)}, and the plan ${other} kept no figures of ${names.length === 1 ? 'it' : 'them'}: ${oneFigures ? 'all other figures are the same in both, so these are taken to be too' : 'there figures and weights cannot be told apart'}.`,
        ];
  return [
    ...only(of('after'), 'after', 'before'),
    ...only(of('before'), 'before', 'after'),
    ...(wards.some(({ because }) => because.length === 0)
      ? ['Where side rules decide a number, handing out again does not come to it, so that no cause is named there.']
      : []),
  ];
}

/** Said of plans for other wards, which are not compared one by one. */
export function otherWardsSentences(before: OptimalPlan, after: OptimalPlan): string[] {
  return [
    `The plan of ${longDate(before.asAt)} is for ${countWords(before.wards.length, 'ward')} and that of ${longDate(after.asAt)} for ${countWords(after.wards.length, 'ward')}, and they are not the same wards: they are not compared ward by ward.`,
  ];
}
