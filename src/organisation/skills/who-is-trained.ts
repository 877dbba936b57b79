import type { PostBook } from '../post-book.ts';
import { type PostedOfficer, postedOfficers } from './posted-officers.ts';
import { holdsCourse } from './training-on.ts';

/** Where somebody who is trained is looked for; without any, in the whole unit. */
export interface TrainedWhere {
  team?: string;
  /** Code. */
  ward?: string;
  rank?: string;
}

/** Who holds a course on a date and is posted where it is asked: for work that needs somebody trained. By number. */
export function whoIsTrained(book: PostBook, course: string, date: string, where: TrainedWhere = {}): PostedOfficer[] {
  return postedOfficers(book, date)
    .filter(({ teams }) => where.team === undefined || teams.includes(where.team))
    .filter(({ wards }) => where.ward === undefined || wards.includes(where.ward))
    .filter(({ rank }) => where.rank === undefined || rank === where.rank)
    .filter(({ reference }) =>
      holdsCourse(
        book.training.filter((each) => each.officer === reference && each.course === course),
        date,
      ),
    );
}
