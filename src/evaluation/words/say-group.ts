import { numberWord } from '../../ui/number-word.ts';
import type { OutcomeSetting } from './model.ts';

const GROUPS = ['none', 'one', 'pair', 'triple'];

/** What the treated areas are together: "borough", "pair", "triple", "group of four". */
export function groupNoun({ areas, treated }: Pick<OutcomeSetting, 'areas' | 'treated'>): string {
  if (treated.length <= 1) return areas.one;
  return GROUPS[treated.length] ?? `group of ${numberWord(treated.length)}`;
}

/** Several of them: "boroughs", "pairs", "groups of four". */
export function groupNouns(setting: Pick<OutcomeSetting, 'areas' | 'treated'>): string {
  const noun = groupNoun(setting);
  if (setting.treated.length <= 1) return setting.areas.many;
  return noun.startsWith('group of') ? noun.replace('group', 'groups') : `${noun}s`;
}

/**
 * What the treated areas were set among: "all 351 pairs of the 27 comparison boroughs", "each of the 31 comparison
 * boroughs", "48 pairs of comparison boroughs that adjoin".
 */
export function sayGroups(setting: OutcomeSetting, groups: number): string {
  const { areas, treated, donors } = setting;
  if (treated.length <= 1) {
    return groups === 1 ? `the one comparison ${areas.one}` : `each of the ${groups} comparison ${areas.many}`;
  }
  const noun = groupNoun(setting);
  const several = groupNouns(setting);
  const counted = groups.toLocaleString('en-GB');
  if (groups === 1) return `the one ${noun} of comparison ${areas.many}`;
  if (setting.groups === 'adjoining') return `${counted} ${several} of comparison ${areas.many} that adjoin`;
  return groups === combinations(donors, treated.length)
    ? `all ${counted} ${several} of the ${donors} comparison ${areas.many}`
    : `${counted} ${several} of comparison ${areas.many}`;
}

function combinations(of: number, taken: number): number {
  let count = 1;
  for (let at = 1; at <= taken; at += 1) count = (count * (of - taken + at)) / at;
  return Math.round(count);
}
