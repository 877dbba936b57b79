import { dayBefore } from '../lib/calendar/day-runs.ts';
import { longDate } from '../ui/long-date.ts';
import { sinceFirst } from './judge-each.ts';
import type { Finding, Judged, OrganisationRule } from './rule.ts';
import { ORGANISATION_RULES } from './rules-of-the-book.ts';

/** What became of every rule on a date. */
export interface BookCheck {
  asAt: string;
  broken: Finding[];
  /** What cannot be judged, because the book does not hold it or the reader may not see it. */
  unknown: Finding[];
  /** Names of rules that are neither broken nor unknown anywhere. */
  kept: string[];
}

/** Judges the unit's book by every rule on one date, in the order of ORGANISATION_RULES. */
export function checkBook(judged: Judged): BookCheck {
  const found = ORGANISATION_RULES.map((rule) => ({ name: rule.name, ...judge(rule, judged) }));
  return {
    asAt: judged.asAt,
    broken: found.flatMap(({ broken }) => broken),
    unknown: found.flatMap(({ unknown }) => unknown),
    kept: found.filter(({ broken, unknown }) => broken.length + unknown.length === 0).map(({ name }) => name),
  };
}

function judge(rule: OrganisationRule, judged: Judged): ReturnType<OrganisationRule['judge']> {
  const { asAt, book } = judged;
  const unknown = (sentence: string, to: string | null = null) => ({
    broken: [],
    unknown: [{ rule: rule.name, where: book.unit, from: asAt, to, sentence }],
  });
  if (rule.wholeUnit === true && !book.whole)
    return unknown(`You see part of ${book.unit}, and this rule is about all of it: ask somebody who sees the unit.`);
  const recorded = sinceFirst(book.posts);
  if (recorded === null) return unknown(`No posts of ${book.unit} are recorded: import its book.`);
  if (asAt >= recorded.from) return rule.judge(judged);
  return unknown(
    `The book of ${book.unit} begins on ${longDate(recorded.from)}: ask about a day from then on.`,
    dayBefore(recorded.from),
  );
}
