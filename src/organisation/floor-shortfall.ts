import { changeDays, isOn } from '../lib/calendar/day-runs.ts';
import { andList } from '../ui/and-list.ts';
import { countWords } from '../ui/count-words.ts';
import type { Subject } from './judge-each.ts';
import type { Days, PostBook } from './post-book.ts';
import type { Judged } from './rule.ts';
import { floorChanges } from './strength/floor-changes.ts';
import { groupBy } from './strength/group-by.ts';
import { recordedSince } from './strength/recorded-since.ts';
import { WARD_KINDS, type WardKind } from './strength/ward-kind.ts';
import { countMembers, isDeployable, membersOn, type WardCount } from './strength/ward-strength.ts';
import { daysOfTeam, type WardTeam, wardTeams } from './strength/ward-teams.ts';

/** What a ward lacks of one kind on a day. */
export interface Shortfall {
  kind: WardKind;
  floor: number;
  count: WardCount;
}

/** Which kinds a ward has too few of as people are posted, counted in whole full-time equivalents. */
export function postedShortfall(team: WardTeam, date: string, floorOn: Judged['floorOn']): Shortfall[] {
  return shortfall(team, date, floorOn, (kind) => membersOn(team, kind, date));
}

/** The same with who is absent or on adjusted duties taken off. */
export function deployableShortfall(team: WardTeam, date: string, floorOn: Judged['floorOn']): Shortfall[] {
  return shortfall(team, date, floorOn, (kind) =>
    membersOn(team, kind, date).filter((member) => isDeployable(member, date)),
  );
}

function shortfall(
  team: WardTeam,
  date: string,
  floorOn: Judged['floorOn'],
  membersOf: (kind: WardKind) => Parameters<typeof countMembers>[0],
): Shortfall[] {
  // A ward that is not there has nothing to be below.
  if (!isOn(team.ward.during, date)) return [];
  const floors = floorOn(date);
  return WARD_KINDS.flatMap((kind) => {
    const count = countMembers(membersOf(kind));
    return count.whole < floors[kind] ? [{ kind, floor: floors[kind], count }] : [];
  });
}

/** Years before which a promise is asked about: one that changes later is not made yet. */
const YEARS_AHEAD = 10;

/** Every row that may change what a ward has or is promised, and each change of the promise up to ten years ahead. */
export function daysOfFloor(team: WardTeam, { floorOn, asAt }: Judged): Days[] {
  const rows = [...daysOfTeam(team)];
  const year = Number(asAt.slice(0, 4));
  // The first of a year is a day in every year.
  const ahead = Array.from({ length: YEARS_AHEAD }, (_, at) => ({ from: `${year + at + 1}-01-01`, until: null }));
  const days = changeDays([...rows, { from: asAt, until: null }, ...ahead]);
  return [...rows, ...floorChanges(floorOn, days).map((from) => ({ from, until: null }))];
}

const sayFullTime = (number: number) => `${number} full-time equivalent${number === 1 ? '' : 's'}`;

const NOUNS: Record<WardKind, [one: string, many: string]> = {
  dwo: ['dedicated ward officer', 'dedicated ward officers'],
  pcso: ['PCSO', 'PCSOs'],
};

/** "1 of 2 dedicated ward officers (1.5 full-time equivalents, 2 heads) and 0 of 1 PCSO (nobody)". */
export function sayShortfall(lacking: readonly Shortfall[]): string {
  return andList(
    lacking.map(({ kind, floor, count }) => {
      const parts =
        count.fullTimeEquivalents === 0
          ? 'nobody'
          : `${sayFullTime(count.fullTimeEquivalents)}, ${countWords(count.heads, 'head')}`;
      return `${count.whole} of ${floor} ${NOUNS[kind][floor === 1 ? 0 : 1]} (${parts})`;
    }),
  );
}

/** "1 dedicated ward officer and 1 PCSO": what would mend it. */
export function sayMissing(lacking: readonly Shortfall[]): string {
  return andList(lacking.map(({ kind, floor, count }) => countWords(floor - count.whole, ...NOUNS[kind])));
}

/** The teams of a borough's wards, and since when the book says who is posted in any of them; null: it does not say. */
export interface BoroughTeams {
  borough: PostBook['boroughs'][number];
  teams: WardTeam[];
  recorded: Days | null;
}

/** Ward teams by borough. Of a book that is not whole, only those of which it holds a post. */
export function boroughTeams(book: PostBook): BoroughTeams[] {
  const teams = groupBy(
    wardTeams(book).filter(({ posts }) => book.whole || posts.length > 0),
    ({ ward }) => ward.boroughCode,
  );
  return book.boroughs.flatMap((borough) => {
    const mine = teams.get(borough.code);
    if (mine === undefined) return [];
    const since = recordedSince(mine).get(borough.code);
    return [{ borough, teams: mine, recorded: since === undefined ? null : { from: since, until: null } }];
  });
}

/** A borough on days of which the book does not say who is posted in its wards: its floors are unknown, once for all. */
export function postedUnsaid({ borough, teams, recorded }: BoroughTeams, { asAt }: Judged): Subject {
  const wardsOn = (date: string) => teams.filter(({ ward }) => isOn(ward.during, date)).length;
  return {
    where: borough.name,
    on: (date) =>
      isOn(borough.during, date) && (recorded === null || !isOn(recorded, date)) && wardsOn(date) > 0
        ? 'unknown'
        : 'kept',
    rows: () => [borough.during, ...(recorded === null ? [] : [recorded]), ...teams.map(({ ward }) => ward.during)],
    say: () =>
      `Who is posted in the ${wardsOn(asAt)} wards of ${borough.name} is not recorded: import its officers and postings.`,
  };
}
