import { isOn } from '../../lib/calendar/day-runs.ts';
import type { Budget, Post, PostBook } from '../post-book.ts';
import { findRank } from '../reference/ranks.ts';
import { type BookAboveFloor, bookAboveFloor } from '../strength/book-above-floor.ts';
import { type BoroughStrength, boroughStrengths } from '../strength/borough-strength.ts';
import { partOf } from '../strength/part-of.ts';
import { recordedWardsOn } from '../strength/recorded-wards.ts';
import { type Vacancy, vacanciesOn } from '../strength/vacancies.ts';
import type { WardFloor } from '../strength/ward-kind.ts';
import type { WardStrength } from '../strength/ward-strength.ts';
import { type SeatLine, seatLines } from './seat-line.ts';
import { type WardSergeants, wardSergeants } from './ward-sergeants.ts';

/** A ward of a borough, in one row. */
export interface WardLine extends WardSergeants {
  code: string;
  name: string;
  /** Name of the cluster it belongs to; null for none. */
  cluster: string | null;
  /** null: who is posted in the wards of the borough is not recorded. */
  strength: WardStrength | null;
}

/** A borough as the unit's book has it on a day. */
export interface BoroughView {
  code: string;
  name: string;
  strength: BoroughStrength;
  budgets: Budget[];
  aboveFloor: BookAboveFloor;
  leaders: SeatLine[];
  /** Teams for the whole borough, shared posts in full. */
  teams: { team: string; lines: SeatLine[] }[];
  wards: WardLine[];
  /** Ward posts whose ward is not decided yet. */
  undecided: SeatLine[];
  vacancies: Vacancy[];
}

/** A borough of the book on a day; null when the unit has no such borough then. */
export function boroughView(book: PostBook, code: string, asAt: string, floor: WardFloor): BoroughView | null {
  const strength = boroughStrengths(book, asAt).boroughs.find((each) => each.code === code);
  if (strength === undefined) return null;
  const lines = seatLines(book, asAt, (post) => partOf(post, code) > 0);
  const ofDuty = (duty: Post['duty']) => lines.filter(({ post }) => post.duty === duty);
  const teams = [...new Set(ofDuty('pan-borough').map(({ post }) => post.team ?? NO_TEAM))].sort();
  const wards = wardLines(book, code, asAt, floor, ofDuty('ward'));
  return {
    code,
    name: strength.name,
    strength,
    budgets: book.budgets.filter((budget) => budget.boroughCode === code && isOn(budget.during, asAt)),
    aboveFloor: bookAboveFloor(book, code, asAt, floor.dwo),
    leaders: ofDuty('leadership').sort((a, b) => orderOf(b.post.rank) - orderOf(a.post.rank)),
    teams: teams.map((team) => ({
      team,
      lines: ofDuty('pan-borough').filter(({ post }) => (post.team ?? NO_TEAM) === team),
    })),
    wards,
    undecided: ofDuty('ward').filter(({ post }) => post.wards.length === 0),
    vacancies: vacanciesOn(book, asAt).filter(({ boroughs }) => boroughs.includes(code)),
  };
}

const NO_TEAM = 'No team';
const orderOf = (rank: string): number => findRank(rank)?.order ?? 0;

function wardLines(book: PostBook, code: string, asAt: string, floor: WardFloor, posts: SeatLine[]): WardLine[] {
  const strengths = recordedWardsOn(book, asAt, floor);
  const clusters = book.clusters.filter(({ during }) => isOn(during, asAt));
  return book.wards
    .filter((ward) => ward.boroughCode === code && isOn(ward.during, asAt))
    .map(({ code: ward, name }) => ({
      code: ward,
      name,
      cluster: clusters.find(({ wards }) => wards.includes(ward))?.name ?? null,
      ...wardSergeants(book, ward, posts),
      strength: strengths.find((each) => each.code === ward) ?? null,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
