import { isOn } from '../../lib/calendar/day-runs.ts';
import { type Month, monthRange } from '../../lib/calendar/month.ts';
import type { EarlierAllocation, PostBook } from '../post-book.ts';
import { recordedSince } from '../strength/recorded-since.ts';
import type { WardKind } from '../strength/ward-kind.ts';
import { countMembers, membersOn } from '../strength/ward-strength.ts';
import { type WardTeam, wardTeams } from '../strength/ward-teams.ts';

/** What is rolled out: a second officer to every ward is { kind: 'dwo', atLeast: 2 }. */
export interface RollOutGoal {
  kind: WardKind;
  /** Whole full-time equivalents. */
  atLeast: number;
}

/** A ward that is not there yet. */
export interface WardToGo {
  code: string;
  name: string;
  boroughCode: string;
  /** Whole full-time equivalents it has; null: nobody knows. */
  has: number | null;
}

/** How far a roll-out has come on a date. */
export interface RollOut extends RollOutGoal {
  asAt: string;
  /** Wards in force. */
  wards: number;
  /** Wards that are there. */
  there: number;
  /** Of those, by an allocation of before, handed over as numbers: who was posted is not recorded. */
  byEarlierAllocation: number;
  /** By name. */
  toGo: WardToGo[];
}

/**
 * How many wards have so many officers on a date, as people are posted. Where the book does not yet say who is posted in a
 * borough's wards, a ward has what the latest allocation handed over by that date gave it; without one, nobody knows.
 */
export function rollOutOn(book: PostBook, date: string, goal: RollOutGoal): RollOut {
  return rollOutCounter(book)(date, goal);
}

/** How far a roll-out had come on the first day of each month, the first and last included. */
export function rollOutThrough(book: PostBook, from: Month, to: Month, goal: RollOutGoal): RollOut[] {
  const count = rollOutCounter(book);
  return monthRange(from, to).map((month) => count(`${month}-01`, goal));
}

function rollOutCounter(book: PostBook): (date: string, goal: RollOutGoal) => RollOut {
  const teams = wardTeams(book)
    .filter(({ posts }) => book.whole || posts.length > 0)
    .sort((a, b) => (a.ward.name < b.ward.name ? -1 : 1));
  const recorded = recordedSince(teams);
  return (asAt, goal) => {
    const inForce = teams.filter(({ ward }) => isOn(ward.during, asAt));
    const counts = inForce.map((team) => {
      const { code, name, boroughCode } = team.ward;
      const since = recorded.get(boroughCode);
      const posted = since !== undefined && since <= asAt;
      const has = posted
        ? countMembers(membersOn(team, goal.kind, asAt)).whole
        : earlierCount(book.earlier, team, asAt, goal.kind);
      return { ward: { code, name, boroughCode, has }, posted, there: has !== null && has >= goal.atLeast };
    });
    const there = counts.filter((each) => each.there);
    return {
      ...goal,
      asAt,
      wards: inForce.length,
      there: there.length,
      byEarlierAllocation: there.filter(({ posted }) => !posted).length,
      toGo: counts.filter((each) => !each.there).map(({ ward }) => ward),
    };
  };
}

/** What the latest allocation handed over by a date gave a ward; null: none was. */
function earlierCount(
  earlier: readonly EarlierAllocation[],
  { ward }: WardTeam,
  date: string,
  kind: WardKind,
): number | null {
  const known = earlier
    .filter((each) => each.wardCode === ward.code && each.boundaryVersion === ward.boundaryVersion && each.asAt <= date)
    .sort((a, b) => (a.asAt < b.asAt ? -1 : 1))
    .at(-1);
  if (known === undefined) return null;
  return kind === 'dwo' ? known.officers : known.pcsos;
}
