import type { DemandIndex } from '../demand/index.ts';
import { isOn } from '../lib/calendar/day-runs.ts';
import { type PostBook, wardKindOf, wardStrengthOn } from '../organisation/index.ts';
import { andList } from '../ui/and-list.ts';
import { countWords } from '../ui/count-words.ts';
import { longDate } from '../ui/long-date.ts';
import type { OptimalPlan } from './model.ts';
import type { CurrentOfficers, RulesCluster } from './review.ts';
import { wholeFrom } from './rule.ts';
import { limitsFor } from './rules-in-force.ts';

/** What a post book says of the officers each ward has. */
export type Posted =
  /** withoutWard: constables posted to ward posts that are of no one ward, such as with their ward undecided. */
  | { current: CurrentOfficers; withoutWard: number }
  /** because: why it does not say, as a sentence without its end; null where there is nothing to tell. */
  | { current: null; because: string | null };

/** Clusters of a post book that hold on the date, for the wards of the index. */
export function clustersIn({ clusters }: PostBook, { boundaryVersion, asAt }: DemandIndex): RulesCluster[] {
  return clusters
    .filter((cluster) => cluster.boundaryVersion === boundaryVersion && isOn(cluster.during, asAt))
    .map(({ name, wards }) => ({ name, wards }));
}

/**
 * Officers posted to each ward on the date: its full-time equivalents, rounded up, so that a rule by which nobody leaves
 * keeps a post for everybody. A book counts only if it has officers in wards of every borough of the index on the date:
 * of any other borough it says nothing, and not that its wards are empty.
 */
export function strengthIn(book: PostBook | null, demand: DemandIndex): Posted {
  if (book === null || book.postings.length === 0) return { current: null, because: null };
  const { asAt, wards, synthetic } = demand;
  const { floors } = limitsFor(asAt, { dwo: 0, pcso: 0 });
  const posted = new Map(wardStrengthOn(book, asAt, floors).map(({ code, dwo }) => [code, dwo.posted]));
  const recorded = new Set(
    wards.filter(({ code }) => (posted.get(code)?.heads ?? 0) > 0).map(({ borough }) => borough),
  );
  const silent = [...new Set(wards.map(({ borough }) => borough))].filter((borough) => !recorded.has(borough));
  if (silent.length > 0) {
    const because = `The post book has no dedicated ward officer in any ward of ${andList(silent)} on ${longDate(asAt)}`;
    return { current: null, because };
  }
  const mark = synthetic || book.synthetic ? ' (synthetic)' : '';
  return {
    current: {
      source: `the officers posted on ${longDate(asAt)}${mark}`,
      officers: Object.fromEntries(
        wards.map(({ code }) => [code, Math.max(0, wholeFrom(posted.get(code)?.fullTimeEquivalents ?? 0))]),
      ),
    },
    withoutWard: constablesWithoutWard(book, asAt),
  };
}

function constablesWithoutWard({ posts, postings }: PostBook, asAt: string): number {
  const withoutWard = new Set(
    posts
      .filter(({ duty, rank, wards }) => duty === 'ward' && wardKindOf(rank) === 'dwo' && wards.length !== 1)
      .filter(({ during }) => isOn(during, asAt))
      .map(({ reference }) => reference),
  );
  const there = postings.filter(({ post, during }) => withoutWard.has(post) && isOn(during, asAt));
  return new Set(there.map(({ officer }) => officer)).size;
}

/** The numbers of the plan in force; null where there is none for these wards. */
export function numbersOf(plan: OptimalPlan | null, { wards }: DemandIndex): CurrentOfficers | null {
  if (plan === null) return null;
  const planned = new Map(plan.wards.map(({ code, dwo }) => [code, dwo]));
  if (wards.some(({ code }) => !planned.has(code))) return null;
  return {
    source: `the plan in force from ${longDate(plan.asAt)}`,
    officers: Object.fromEntries(wards.map(({ code }) => [code, planned.get(code) ?? 0])),
  };
}

/**
 * The officers now with what is to be said of them: why they are not those of the post book, how many more or fewer are
 * planned than there are, and who is posted and counted in no ward.
 * @param planned dedicated ward officers of the plan
 */
export function withRemarks(current: CurrentOfficers, planned: number, posted: Posted): CurrentOfficers {
  const { source } = current;
  const because =
    posted.current === null && posted.because !== null
      ? [`${posted.because}, so that officers now are those of ${source}.`]
      : [];
  return { ...current, remarks: [...because, ...totalRemark(current, planned), ...apartRemark(posted)] };
}

function totalRemark({ source, officers }: CurrentOfficers, planned: number): string[] {
  const now = Object.values(officers).reduce((sum, each) => sum + each, 0);
  if (now === planned) return [];
  const [more, fewer] = [planned - now, now - planned];
  const difference = more > 0 ? `${more} more may arrive` : `${fewer} fewer stay`;
  return [
    `By ${source} there ${now === 1 ? 'is' : 'are'} ${countWords(now, 'officer')} in wards now, and ${planned} are planned: ${difference}.`,
  ];
}

function apartRemark(posted: Posted): string[] {
  if (posted.current === null || posted.withoutWard === 0) return [];
  const { withoutWard } = posted;
  const are = withoutWard === 1 ? 'is' : 'are';
  return [
    `Besides them ${countWords(withoutWard, 'constable')} ${are} posted without one ward of their own, and ${are} counted in none.`,
  ];
}
