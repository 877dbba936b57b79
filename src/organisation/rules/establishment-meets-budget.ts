import { isOn } from '../../lib/calendar/day-runs.ts';
import { andList } from '../../ui/and-list.ts';
import { judgeEach, type Subject, sinceFirst } from '../judge-each.ts';
import type { Budget, Days, Post, PostBook } from '../post-book.ts';
import type { OrganisationRule } from '../rule.ts';
import { PRESENTATION_2024 } from '../sources-of-rules.ts';
import { budgetOn } from '../strength/budgeted-on.ts';
import { addUp } from '../strength/full-time-equivalents.ts';

/**
 * Posts of a rank in a borough against what its budget pays for. A post shared with another borough may be counted wholly
 * here, wholly there or in part: only a budget outside both is broken. Unknown, once for a borough, where it has posts and no
 * budget is recorded for the day, or a budget and no posts.
 */
export const establishmentMeetsBudget: OrganisationRule = {
  name: 'establishment-meets-budget',
  sentence:
    'The posts of each rank in a borough come to its budget, however posts shared with another borough are counted.',
  source: `${PRESENTATION_2024}: budgeted workforce of Islington by rank`,
  wholeUnit: true,
  judge({ book, asAt }) {
    const recorded = sinceFirst(book.posts);
    if (recorded === null) return { broken: [], unknown: [] };
    const boroughs = book.boroughs.map((borough) => ({
      borough,
      posts: book.posts.filter(({ shares }) => shares.some(({ boroughCode }) => boroughCode === borough.code)),
      budgets: book.budgets.filter(({ boroughCode }) => boroughCode === borough.code),
    }));
    return judgeEach(
      this.name,
      asAt,
      boroughs.flatMap((each) => [
        ...each.budgets.map((budget) => ofRank(each, budget, asAt)),
        unsaid(each, recorded, asAt),
      ]),
    );
  },
};

interface BoroughPosts {
  borough: PostBook['boroughs'][number];
  posts: Post[];
  budgets: Budget[];
}

function ofRank({ borough, posts, ...rest }: BoroughPosts, budget: Budget, asAt: string): Subject {
  const mine = posts.filter(({ rank }) => rank === budget.rank);
  const anyPost = (date: string) => posts.some(({ during }) => isOn(during, date));
  const boundsOn = (date: string) => {
    const there = mine.filter(({ during }) => isOn(during, date));
    const shared = there.filter(isShared);
    const own = addUp(there.filter((post) => !isShared(post)).map((post) => ownPart(post, borough.code)));
    return { own, shared, most: addUp([own, ...shared.map(({ fullTimeEquivalents }) => fullTimeEquivalents)]) };
  };
  const inForce = (date: string) =>
    budgetOn(rest.budgets, borough.code, budget.rank, date) === budget && isOn(borough.during, date) && anyPost(date);
  return {
    where: borough.name,
    on(date) {
      if (!inForce(date)) return 'kept';
      const { own, most } = boundsOn(date);
      return budget.fullTimeEquivalents < own || budget.fullTimeEquivalents > most ? 'broken' : 'kept';
    },
    rows: () => [
      borough.during,
      budget.during,
      ...posts.map(({ during }) => during),
      ...rest.budgets.map(({ during }) => during),
    ],
    say() {
      const { own, shared, most } = boundsOn(asAt);
      const counted =
        shared.length === 0
          ? `come to ${own}`
          : `come to ${own} to ${most}, by how ${andList(shared.map(({ reference }) => reference))}, shared with another borough, ${shared.length === 1 ? 'is' : 'are'} counted`;
      return `The posts of ${budget.rank} in ${borough.name} ${counted}, and its budget (${budget.year}) pays for ${budget.fullTimeEquivalents}: ${budget.fullTimeEquivalents > most ? 'add posts' : 'end posts'} or correct the budget.`;
    },
  };
}

function unsaid({ borough, posts, budgets }: BoroughPosts, recorded: Days, asAt: string): Subject {
  const some = (rows: { during: Days }[], date: string) => rows.some(({ during }) => isOn(during, date));
  return {
    where: borough.name,
    on: (date) =>
      isOn(recorded, date) && isOn(borough.during, date) && some(posts, date) !== some(budgets, date)
        ? 'unknown'
        : 'kept',
    rows: () => [recorded, borough.during, ...[...posts, ...budgets].map(({ during }) => during)],
    say: () =>
      some(posts, asAt)
        ? `No budget of ${borough.name} is recorded for this day: import what it pays for.`
        : `${borough.name} has a budget and no posts are recorded for this day: import its posts.`,
  };
}

const isShared = ({ shares }: Post) => shares.length > 1;

function ownPart({ fullTimeEquivalents, shares }: Post, boroughCode: string): number {
  return fullTimeEquivalents * (shares.find((share) => share.boroughCode === boroughCode)?.fraction ?? 0);
}
