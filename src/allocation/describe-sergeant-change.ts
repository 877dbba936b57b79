import { andList } from '../ui/and-list.ts';
import { countWords } from '../ui/count-words.ts';
import type { OptimalPlan } from './model.ts';
import { sergeantOf } from './sergeant-lines.ts';

const MOST_NAMED = 6;

/** What a plan changes about sergeants, in sentences: how many there are, whose tier differs, who shares with another. */
export function describeSergeantChange(before: OptimalPlan, after: OptimalPlan): string[] {
  const [had, has] = [before.sergeants.length, after.sergeants.length];
  if (had === 0 && has === 0) return [];
  if (has === 0) return [`It plans no sergeants; the plan before it had ${had}.`];
  if (had === 0) return [`It plans ${countWords(has, 'sergeant')}; the plan before it had none.`];
  const tiers = after.wards.flatMap(({ code, name }) => {
    const [was, is] = [sergeantOf(before, code)?.sergeant.tier, sergeantOf(after, code)?.sergeant.tier];
    return was === undefined || is === undefined || was === is ? [] : [`${name} from ${was} to ${is}`];
  });
  const partners = after.wards.flatMap(({ code, name }) => {
    const [was, is] = [partnerOf(before, code), partnerOf(after, code)];
    return was === null || is === null || was === is ? [] : [name];
  });
  return [
    ...(had === has ? [] : [`It plans ${countWords(has, 'sergeant')}; the plan before it had ${had}.`]),
    ...(tiers.length === 0 ? [] : [`Another tier in ${countWords(tiers.length, 'ward')}: ${named(tiers)}.`]),
    ...(partners.length === 0
      ? []
      : [`Another ward to share a sergeant with in ${countWords(partners.length, 'ward')}: ${named(partners)}.`]),
  ];
}

/** Code of the ward that one shares its sergeant with; null where it shares with none. */
function partnerOf(plan: OptimalPlan, code: string): string | null {
  return sergeantOf(plan, code)?.sergeant.wards.find((other) => other !== code) ?? null;
}

const named = (each: readonly string[]) =>
  andList(each.length > MOST_NAMED ? [...each.slice(0, MOST_NAMED), `${each.length - MOST_NAMED} more`] : each);
