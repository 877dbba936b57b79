import type { PostBook } from './post-book.ts';

/** What decides how the unit's book is judged. */
export interface Judged {
  book: PostBook;
  /** The date asked about. What holds on it is judged; the days on which a broken rule is broken run on around it. */
  asAt: string;
  /** What every ward is promised on a date: a rule of allocation, which comes later in the order of domains. */
  floorOn: (date: string) => { dwo: number; pcso: number };
  /** Whether two wards, by code, share a border; null or left out: not known. */
  shareABorder?: (ward: string, other: string) => boolean | null;
}

/** A rule that is not kept, or cannot be judged because something is not recorded. */
export interface Finding {
  /** Name of the rule: "ward-floor". */
  rule: string;
  /** Name of the ward, borough, post, officer or unit. */
  where: string;
  /** First day of the days on end, around the date asked about, on which it is so. */
  from: string;
  /** Last such day; null: for good, as things are recorded. */
  to: string | null;
  /** One sentence: what is so, what ought to be, what to do. */
  sentence: string;
}

/** One rule of a command unit's book. One file each under rules/. */
export interface OrganisationRule {
  /** The name of its file. */
  name: string;
  /** One plain sentence with the numbers in it. */
  sentence: string;
  source: string;
  /** About what is missing, too: who sees only part of the unit cannot tell, and is told so. */
  wholeUnit?: true;
  /** Findings on the date. `unknown`: the book does not hold what the rule is about. Nothing is broken that is unknown. */
  judge(judged: Judged): { broken: Finding[]; unknown: Finding[] };
}
