import { isOn } from '../../lib/calendar/day-runs.ts';
import type { PostBook } from '../post-book.ts';
import { fillFloor, type PostsOfClass } from './fill-floor.ts';
import { addUp, wholeOf } from './full-time-equivalents.ts';
import { WARD_KINDS, type WardFloor, type WardKind, wardKindOf } from './ward-kind.ts';
import { type TeamMember, type WardTeam, wardTeams } from './ward-teams.ts';

/** People of one kind in a ward, counted three ways. */
export interface WardCount {
  fullTimeEquivalents: number;
  /** Whole full-time equivalents: what a promise is judged by. */
  whole: number;
  /** People, each once, however small their part. */
  heads: number;
}

/** Dedicated ward officers or PCSOs of one ward on a date. */
export interface KindStrength extends PostsOfClass {
  /** What the ward is promised. */
  floor: number;
  posted: WardCount;
  /** Posted, less who is absent or on adjusted duties; null: the reader may not see absences. */
  deployable: WardCount | null;
  absent: WardCount | null;
  /** On adjusted duties and not absent as well. */
  adjustedDuties: WardCount | null;
  /** Fewer whole full-time equivalents than promised. */
  below: { posted: boolean; deployable: boolean | null };
}

/** A ward on a date. */
export interface WardStrength extends Record<WardKind, KindStrength> {
  code: string;
  name: string;
  boroughCode: string;
}

/**
 * What every ward in force on a date has of officers and PCSOs, posted and deployable, against its floor; by name.
 * Of a borough whose postings are not recorded these counts mean nothing: `recordedWardsOn` leaves its wards out. Of a book
 * that is not whole, only wards of which it holds a post are given.
 * @param floor what every ward is promised on the date
 */
export function wardStrengthOn(book: PostBook, date: string, floor: WardFloor): WardStrength[] {
  const known = book.absences !== null;
  return wardTeams(book)
    .filter(({ ward, posts }) => isOn(ward.during, date) && (book.whole || posts.length > 0))
    .map((team) => teamStrength(team, date, floor, known))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether the book holds who is posted anywhere by a date; without that, strength is unknown rather than none. */
export function strengthIsKnown(book: PostBook, date: string): boolean {
  return book.postings.some(({ during }) => during.from <= date);
}

function teamStrength(team: WardTeam, date: string, floor: WardFloor, known: boolean): WardStrength {
  const { code, name, boroughCode } = team.ward;
  const [dwo, pcso] = WARD_KINDS.map((kind) => kindStrength(team, kind, date, floor[kind], known));
  if (dwo === undefined || pcso === undefined) throw new RangeError('There are two kinds in a ward team.');
  return { code, name, boroughCode, dwo, pcso };
}

function kindStrength(team: WardTeam, kind: WardKind, date: string, floor: number, known: boolean): KindStrength {
  const members = membersOn(team, kind, date);
  const posted = countMembers(members);
  const absent = members.filter((member) => isAway(member, 'absent', date));
  const present = members.filter((member) => !isAway(member, 'absent', date));
  const adjusted = present.filter((member) => isAway(member, 'adjusted-duties', date));
  const deployable = countMembers(members.filter((member) => isDeployable(member, date)));
  return {
    ...fillFloor(team.posts, kind, date),
    floor,
    posted,
    deployable: known ? deployable : null,
    absent: known ? countMembers(absent) : null,
    adjustedDuties: known ? countMembers(adjusted) : null,
    below: { posted: posted.whole < floor, deployable: known ? deployable.whole < floor : null },
  };
}

/**
 * Who counts in a team on a date. Posting, post and ward are in force, and the officer's rank on the date is of the post's
 * kind: a constable made sergeant is no dedicated ward officer, whatever post they are still in.
 */
export function membersOn({ ward, posts }: WardTeam, kind: WardKind, date: string): TeamMember[] {
  if (!isOn(ward.during, date)) return [];
  return posts
    .filter((each) => each.kind === kind && isOn(each.post.during, date))
    .flatMap(({ members }) => members.filter((member) => isOn(member.posting.during, date)))
    .filter(({ officer }) => {
      const rank = officer?.ranks.find(({ during }) => isOn(during, date))?.rank;
      return rank === undefined || wardKindOf(rank) === kind;
    });
}

/** Full-time equivalents, whole ones, and people. */
export function countMembers(members: readonly TeamMember[]): WardCount {
  const fullTimeEquivalents = addUp(members.map(({ posting }) => posting.fraction));
  const heads = new Set(members.map(({ posting }) => posting.officer)).size;
  return { fullTimeEquivalents, whole: wholeOf(fullTimeEquivalents), heads };
}

/** An absence takes the whole posting off, in each of the officer's posts. */
function isAway({ absences }: TeamMember, kind: 'absent' | 'adjusted-duties', date: string): boolean {
  return absences.some((absence) => absence.kind === kind && isOn(absence.during, date));
}

/** Whether somebody who is posted can be sent out: neither absent nor on adjusted duties. */
export function isDeployable(member: TeamMember, date: string): boolean {
  return !isAway(member, 'absent', date) && !isAway(member, 'adjusted-duties', date);
}
