import { changeDays, dayBefore, isOn, runsWithin } from '../../lib/calendar/day-runs.ts';
import { nextDay } from '../../lib/calendar/london-span.ts';
import { InvalidArgument } from '../../lib/invalid-argument.ts';
import type { Days, PostBook } from '../post-book.ts';
import { floorChanges } from './floor-changes.ts';
import { recordedSince } from './recorded-since.ts';
import { WARD_KINDS, type WardFloor, type WardKind } from './ward-kind.ts';
import { countMembers, isDeployable, membersOn, type WardCount } from './ward-strength.ts';
import { daysOfTeam, type WardTeam, wardTeams } from './ward-teams.ts';

/** Days on end on which a ward has fewer of a kind than promised. */
export interface FloorBreach {
  ward: string;
  wardCode: string;
  boroughCode: string;
  kind: WardKind;
  /** posted: as people are posted. deployable: less who is absent or on adjusted duties. */
  measured: 'posted' | 'deployable';
  /** First and last day of it among the days asked about. */
  from: string;
  to: string;
  /** On the worst of these days, the first of them: what was promised, and what was there. */
  floor: number;
  whole: number;
  fullTimeEquivalents: number;
  heads: number;
}

/** Days from the first to the last, both included. */
export interface Span {
  from: string;
  to: string;
}

/**
 * The daily floor check over a span: every run of days on which a ward is below its floor, by ward, kind and day. A run
 * ends where the ward set does, and begins no earlier than the book says who is posted in the borough: see
 * `unrecordedDays`. Deployable is left out where the reader may not see absences; of a book that is not whole, only wards
 * of which it holds a post are checked. Costs one count for each change in a ward, not one for each day.
 * @param floorOn what every ward is promised on a day; it changes once in a calendar month at most
 * @param only    a ward of the book, when no other is asked about
 * @throws InvalidArgument when the span ends before it begins
 */
export function floorBreaches(
  book: PostBook,
  span: Span,
  floorOn: (date: string) => WardFloor,
  only: PostBook['wards'][number] | null = null,
): FloorBreach[] {
  if (span.to < span.from) throw new InvalidArgument(`The span from ${span.from} to ${span.to} has no day.`);
  const floors = [span.from, ...floorChanges(floorOn, daysToAsk(span))];
  const measures = book.absences === null ? (['posted'] as const) : (['posted', 'deployable'] as const);
  const teams = wardTeams(book).filter(({ posts }) => book.whole || posts.length > 0);
  const recorded = recordedSince(teams);
  return teams
    .filter(({ ward }) => only === null || ward === only)
    .sort((a, b) => (a.ward.name < b.ward.name ? -1 : 1))
    .flatMap((team) => {
      const checked = checkedDays(book, team, recorded);
      const changes = [...new Set([...changeDays([...checked, ...daysOfTeam(team)]), ...floors])].sort();
      return WARD_KINDS.flatMap((kind) => {
        const countOn = counted(team, kind, floorOn);
        return measures.flatMap((measured) => breachesOf(team, { kind, measured, changes, checked, span, countOn }));
      });
    });
}

/** What a day must be in for a ward to be checked on it: the ward set, the borough's days in the unit, recorded postings. */
function checkedDays(book: PostBook, { ward }: WardTeam, recorded: Map<string, string>): Days[] {
  const since = recorded.get(ward.boroughCode);
  const borough = book.boroughs.find(({ code }) => code === ward.boroughCode);
  if (since === undefined || borough === undefined) return [NO_DAY];
  return [ward.during, borough.during, { from: since, until: null }];
}

const NO_DAY = { from: '9999-12-31', until: null };

type Counts = Record<FloorBreach['measured'], WardCount> & { floor: number };

/** What a ward has of a kind on a day, either way; each day is counted once. */
function counted(team: WardTeam, kind: WardKind, floorOn: (date: string) => WardFloor): (date: string) => Counts {
  const known = new Map<string, Counts>();
  return (date) => {
    const found = known.get(date);
    if (found !== undefined) return found;
    const members = membersOn(team, kind, date);
    const present = members.filter((member) => isDeployable(member, date));
    const posted = countMembers(members);
    const deployable = present.length === members.length ? posted : countMembers(present);
    const counts = { posted, deployable, floor: floorOn(date)[kind] };
    known.set(date, counts);
    return counts;
  };
}

interface Asked extends Pick<FloorBreach, 'kind' | 'measured'> {
  changes: string[];
  checked: Days[];
  span: Span;
  countOn: (date: string) => Counts;
}

function breachesOf({ ward }: WardTeam, { kind, measured, changes, checked, span, countOn }: Asked): FloorBreach[] {
  const short = (date: string) => countOn(date).floor - countOn(date)[measured].whole;
  // A ward that is not there on a day has nothing to be below, and of days before any posting nobody knows.
  const below = (date: string) => checked.every((days) => isOn(days, date)) && short(date) > 0;
  const { name, code: wardCode, boroughCode } = ward;
  return runsWithin({ from: span.from, until: nextDay(span.to) }, changes, below)
    .filter(({ answer }) => answer)
    .map(({ from, until }) => {
      const days = [from, ...changes.filter((day) => day > from && (until === null || day < until))];
      const worst = countOn(days.reduce((a, b) => (short(b) > short(a) ? b : a)));
      const to = until === null ? span.to : dayBefore(until);
      return { ward: name, wardCode, boroughCode, kind, measured, from, to, floor: worst.floor, ...worst[measured] };
    });
}

/** The first of the span and every first of a month within it, and its last: the floor changes once between two at most. */
function daysToAsk({ from, to }: Span): string[] {
  const days = [from];
  for (let month = nextMonth(from); month < to; month = nextMonth(month)) days.push(month);
  return to === from ? days : [...days, to];
}

/** The first of the month after a day's. */
function nextMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
