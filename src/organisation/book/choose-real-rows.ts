import type { HeldBook } from './rows.ts';

type Rows = Omit<HeldBook, 'boroughs'>;

/** Rows that say themselves whether they are made up; what hangs on an officer or a post goes with it. */
const OWN = ['clusters', 'posts', 'officers', 'budgets', 'changes', 'earlier', 'courses'] as const;

/**
 * The rows that make the book: as soon as anything real is held of a unit, everything made up is put aside, with the
 * postings, absences and training of made-up officers.
 * @returns the rows without their mark, and whether the book is made up
 */
export function chooseRealRows({ boroughs: _, ...held }: HeldBook) {
  const any = OWN.some((kind) => held[kind].length > 0);
  const synthetic = any && OWN.every((kind) => held[kind].every((row) => row.synthetic));
  const kept = <Row extends { synthetic: boolean }>(rows: Row[]) =>
    rows.filter((row) => row.synthetic === synthetic).map(({ synthetic: _, ...row }) => row);
  const [officers, posts, courses] = [kept(held.officers), kept(held.posts), kept(held.courses)];
  const ofOfficer = new Set(officers.map(({ reference }) => reference));
  const ofPost = new Set(posts.map(({ reference }) => reference));
  const ofCourse = new Set(courses.map(({ reference }) => reference));
  return {
    clusters: kept(held.clusters),
    posts,
    officers,
    postings: held.postings.filter(({ officer, post }) => ofOfficer.has(officer) && ofPost.has(post)),
    absences: held.absences.filter(({ officer }) => ofOfficer.has(officer)),
    budgets: kept(held.budgets),
    changes: kept(held.changes),
    earlier: kept(held.earlier),
    courses,
    training: held.training.filter(({ officer, course }) => ofOfficer.has(officer) && ofCourse.has(course)),
    synthetic,
  } satisfies { [Kind in keyof Rows]: unknown } & { synthetic: boolean };
}
