import { categoryOfType, NOT_ABSTRACTED_TYPE } from '../ward-officer-minutes/type-columns.ts';
import type { TeamMinutes } from './read-team-row.ts';
import { rowsBy } from './rows-by.ts';

const NOT_ABSTRACTED = categoryOfType(NOT_ABSTRACTED_TYPE);
/** Minutes that a sum may be out by, for decimals that were rounded. */
const ROUNDING = 1;

/**
 * Sums the minutes of one month and borough over its teams, by category. A team whose minutes not abstracted are not
 * given has what is left of its rostered minutes, where those are.
 * @returns why nothing is known of the month and borough, where its minutes cannot be
 * @example
 * sumOverTeams([{ …aid, minutes: 60 }, { …notAbstracted, minutes: 540 }]) // { aid: 60, notAbstracted: 540 }
 */
export function sumOverTeams(rows: readonly TeamMinutes[]): ReadonlyMap<string, number> | string {
  const sums = new Map<string, number>();
  const add = (category: string, minutes: number) => sums.set(category, (sums.get(category) ?? 0) + minutes);
  for (const row of rows) add(row.category, row.minutes);
  for (const team of rowsBy(rows, (row) => row.team).values()) {
    const rest = notAbstractedBesides(team);
    if (typeof rest === 'string') return rest;
    if (rest !== null) add(NOT_ABSTRACTED, rest);
  }
  if (!sums.has(NOT_ABSTRACTED))
    return 'of a borough and month without minutes not abstracted, so that no share can be known';
  return sums;
}

/** What the rostered minutes of a team have besides its rows; null where they say nothing. */
function notAbstractedBesides(team: readonly TeamMinutes[]): number | null | string {
  const rostered = new Set(team.map((row) => row.rostered));
  if (rostered.size > 1) return 'of a team whose rows give different rostered minutes';
  const [all = null] = rostered;
  if (all === null) return null;
  const rest = all - team.reduce((sum, { minutes }) => sum + minutes, 0);
  const given = team.some(({ category }) => category === NOT_ABSTRACTED);
  if (rest < -ROUNDING || (given && rest > ROUNDING))
    return 'of a team whose minutes do not add up to its rostered minutes';
  return given ? null : Math.max(0, rest);
}
