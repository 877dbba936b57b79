import { changeDays, dayBefore, isOn, runsWithin } from '../../lib/calendar/day-runs.ts';
import { nextDay } from '../../lib/calendar/london-span.ts';
import { InvalidArgument } from '../../lib/invalid-argument.ts';
import type { PostBook } from '../post-book.ts';
import { WARD_KINDS, type WardFloor, type WardKind } from './ward-kind.ts';
import { countMembers, isAway, membersOn } from './ward-strength.ts';
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
 * ends where the ward set does. Deployable is left out where the reader may not see absences; of a book that is not whole,
 * only wards of which it holds a post are checked. Costs one count for each change in a ward, not one for each day.
 * @param floorOn what every ward is promised on a day
 * @throws InvalidArgument when the span ends before it begins
 */
export function floorBreaches(book: PostBook, span: Span, floorOn: (date: string) => WardFloor): FloorBreach[] {
  if (span.to < span.from) throw new InvalidArgument(`The span from ${span.from} to ${span.to} has no day.`);
  const floors = floorRuns(span, floorOn);
  const measures = book.absences === null ? (['posted'] as const) : (['posted', 'deployable'] as const);
  return wardTeams(book)
    .filter(({ posts }) => book.whole || posts.length > 0)
    .sort((a, b) => (a.ward.name < b.ward.name ? -1 : 1))
    .flatMap((team) => {
      const changes = [...new Set([...changeDays(daysOfTeam(team)), ...floors.keys()])].sort();
      return WARD_KINDS.flatMap((kind) =>
        measures.flatMap((measured) => breachesOf(team, { kind, measured, changes, span, floorOn })),
      );
    });
}

interface Asked extends Pick<FloorBreach, 'kind' | 'measured'> {
  changes: string[];
  span: Span;
  floorOn: (date: string) => WardFloor;
}

function breachesOf(team: WardTeam, { kind, measured, changes, span, floorOn }: Asked): FloorBreach[] {
  const { name: ward, code: wardCode, boroughCode } = team.ward;
  const on = (date: string) => {
    const posted = membersOn(team, kind, date);
    const away = (member: (typeof posted)[number]) =>
      isAway(member, 'absent', date) || isAway(member, 'adjusted-duties', date);
    const count = countMembers(measured === 'posted' ? posted : posted.filter((member) => !away(member)));
    return { ...count, floor: floorOn(date)[kind] };
  };
  const within = { from: span.from, until: nextDay(span.to) };
  // A ward that is not there on a day has nothing to be below.
  const below = (date: string) => {
    if (!isOn(team.ward.during, date)) return false;
    const { whole, floor } = on(date);
    return whole < floor;
  };
  return runsWithin(within, changes, below)
    .filter(({ answer }) => answer)
    .map(({ from, until }) => {
      const days = [from, ...changes.filter((day) => day > from && (until === null || day < until))].map(on);
      const worst = days.reduce((a, b) => (b.floor - b.whole > a.floor - a.whole ? b : a));
      return {
        ward,
        wardCode,
        boroughCode,
        kind,
        measured,
        from,
        to: until === null ? span.to : dayBefore(until),
        ...worst,
      };
    });
}

/** The days of the span on which the promise changes, its first among them. */
function floorRuns({ from, to }: Span, floorOn: (date: string) => WardFloor): Map<string, WardFloor> {
  const runs = new Map<string, WardFloor>();
  let last: WardFloor | null = null;
  for (let day = from; day <= to; day = nextDay(day)) {
    const floor = floorOn(day);
    if (last === null || WARD_KINDS.some((kind) => last?.[kind] !== floor[kind])) runs.set(day, floor);
    last = floor;
  }
  return runs;
}
