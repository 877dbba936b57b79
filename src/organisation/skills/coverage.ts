import { isOn } from '../../lib/calendar/day-runs.ts';
import type { Course, PostBook, Training } from '../post-book.ts';
import { groupBy } from '../strength/group-by.ts';
import { type PostedOfficer, postedOfficers } from './posted-officers.ts';
import { isRequiredOf } from './required-of.ts';
import { type TrainingState, trainingOn } from './training-on.ts';

/** People of whom a course is required, by what their training comes to. */
export interface CoverageCount extends Record<TrainingState, number> {
  required: number;
}

/** One course on a date. */
export interface CourseCoverage {
  course: Pick<Course, 'reference' | 'title' | 'validMonths' | 'externalTrainer'>;
  everybody: CoverageCount;
  /** Each by name; somebody in two teams counts in both. */
  byTeam: ({ team: string } & CoverageCount)[];
  byWard: ({ code: string; ward: string } & CoverageCount)[];
  byRank: ({ rank: string } & CoverageCount)[];
  /** People who hold it though it is not required of them. */
  heldByOthers: number;
}

/** How far every course in force on a date is held by whom it is required of, by its title. People count, not hours. */
export function coverageOn(book: PostBook, date: string): CourseCoverage[] {
  const officers = postedOfficers(book, date);
  const training = groupBy(book.training, ({ course, officer }) => keyOf(course, officer));
  return book.courses
    .filter(({ during }) => isOn(during, date))
    .sort((a, b) => (a.title < b.title ? -1 : 1))
    .map((course) => coverageOf(book, course, officers, training, date));
}

const keyOf = (course: string, officer: string) => `${course}\n${officer}`;

function coverageOf(
  book: PostBook,
  course: Course,
  officers: readonly PostedOfficer[],
  training: Map<string, Training[]>,
  date: string,
): CourseCoverage {
  const states = officers.map((officer) => ({
    officer,
    state: trainingOn(training.get(keyOf(course.reference, officer.reference)) ?? [], date),
    required: isRequiredOf(course, officer),
  }));
  const required = states.filter((each) => each.required);
  const groups = (namesOf: (officer: PostedOfficer) => string[]) =>
    [
      ...groupBy(
        required.flatMap((each) => namesOf(each.officer).map((name) => ({ name, ...each }))),
        ({ name }) => name,
      ),
    ]
      .map(([name, those]) => ({ name, ...count(those) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  const wards = new Map(book.wards.map(({ code, name }) => [code, name]));
  const { reference, title, validMonths, externalTrainer } = course;
  return {
    course: { reference, title, validMonths, externalTrainer },
    everybody: count(required),
    byTeam: groups(({ teams }) => teams).map(({ name, ...counts }) => ({ team: name, ...counts })),
    byWard: groups((officer) => officer.wards).map(({ name, ...counts }) => ({
      code: name,
      ward: wards.get(name) ?? name,
      ...counts,
    })),
    byRank: groups(({ rank }) => (rank === null ? [] : [rank])).map(({ name, ...counts }) => ({
      rank: name,
      ...counts,
    })),
    heldByOthers: states.filter((each) => !each.required && ['held', 'expiring'].includes(each.state)).length,
  };
}

function count(states: readonly { state: TrainingState }[]): CoverageCount {
  const counts = { required: states.length, held: 0, expiring: 0, expired: 0, never: 0 };
  for (const { state } of states) counts[state] += 1;
  return counts;
}
