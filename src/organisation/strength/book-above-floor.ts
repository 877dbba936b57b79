import { isOn } from '../../lib/calendar/day-runs.ts';
import type { AboveFloor } from '../constables-above-floor.ts';
import type { PostBook } from '../post-book.ts';
import { budgetedOn } from './budgeted-on.ts';
import { addUp } from './full-time-equivalents.ts';
import { partOf } from './part-of.ts';

/** Constables of a borough above the ward floor, counted three ways. */
export interface BookAboveFloor extends AboveFloor {
  /** Shared posts counted by the part that the book gives this borough. */
  byRecordedParts: number;
}

/**
 * How many of a borough's constables on a date can be dedicated ward officers above the floor: those its budget pays for,
 * or where no budget is recorded those its posts list, less the floor of its wards, less posts outside ward teams.
 * An upper bound, like `constablesAboveFloor`: it says nothing of vacancies.
 * @param floorPerWard dedicated ward officers every ward is promised
 */
export function bookAboveFloor(
  book: PostBook,
  boroughCode: string,
  date: string,
  floorPerWard: number,
): BookAboveFloor {
  const wards = book.wards.filter((ward) => ward.boroughCode === boroughCode && isOn(ward.during, date)).length;
  const posts = book.posts.filter(
    (post) => post.rank === 'Constable' && isOn(post.during, date) && partOf(post, boroughCode) > 0,
  );
  const ofAll = addUp(posts.map(({ fullTimeEquivalents }) => fullTimeEquivalents));
  const constables = budgetedOn(book, boroughCode, 'Constable', date) ?? ofAll;
  const shared = posts.filter(({ shares }) => shares.length > 1);
  const own = posts.filter(({ shares, duty }) => shares.length === 1 && duty !== 'ward');
  const floor = wards * floorPerWard;
  const ownPosts = addUp(own.map(({ fullTimeEquivalents }) => fullTimeEquivalents));
  const sharedPosts = addUp(shared.map(({ fullTimeEquivalents }) => fullTimeEquivalents));
  const most = addUp([constables, -floor, -ownPosts]);
  const parts = shared.map((post) => post.fullTimeEquivalents * partOf(post, boroughCode));
  return {
    constables,
    floor,
    ownPosts,
    sharedPosts,
    least: addUp([most, -sharedPosts]),
    most,
    byRecordedParts: addUp([most, ...parts.map((part) => -part)]),
  };
}
