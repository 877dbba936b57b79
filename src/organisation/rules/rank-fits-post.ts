import { isOn } from '../../lib/calendar/day-runs.ts';
import { judgeEach, type State, type Subject } from '../judge-each.ts';
import { officerNames, rankOn } from '../officer-names.ts';
import type { Posting } from '../post-book.ts';
import { findRank } from '../reference/ranks.ts';
import type { OrganisationRule } from '../rule.ts';
import { OWN } from '../sources-of-rules.ts';

/**
 * A post is held in its rank, or acting from one rank below. A rotation may cross between uniform and detectives at the same
 * level. A promotion without a new posting is found on its day.
 */
export const rankFitsPost: OrganisationRule = {
  name: 'rank-fits-post',
  sentence: 'An officer has the rank of their post; one who acts has the rank below it.',
  source: OWN,
  judge({ book, asAt }) {
    const nameOf = officerNames(book);
    const officers = new Map(book.officers.map((officer) => [officer.reference, officer]));
    const posts = new Map(book.posts.map((post) => [post.reference, post]));
    const subjects = book.postings.map((posting): Subject => {
      const officer = officers.get(posting.officer);
      const needed = posts.get(posting.post)?.rank ?? null;
      return {
        where: nameOf(posting.officer),
        on: (date) => (isOn(posting.during, date) ? stateOf(posting, rankOn(officer, date), needed) : 'kept'),
        rows: () => [posting.during, ...(officer?.ranks.map(({ during }) => during) ?? [])],
        say: () => sayRank(posting, nameOf(posting.officer), rankOn(officer, asAt), needed),
      };
    });
    return judgeEach(this.name, asAt, subjects);
  },
};

function stateOf({ kind }: Posting, held: string | null, needed: string | null): State {
  if (needed === null) return 'kept';
  if (held === null) return 'unknown';
  const [have, need] = [findRank(held), findRank(needed)];
  if (have === null || need === null) return 'broken';
  if (kind === 'acting') return have.order === need.order - 1 ? 'kept' : 'broken';
  if (have.rank === need.rank) return 'kept';
  const police = have.order > 0;
  return kind === 'rotation' && police && have.order === need.order ? 'kept' : 'broken';
}

function sayRank({ kind, post }: Posting, name: string, held: string | null, needed: string | null): string {
  if (held === null) return `The rank of ${name}, in ${post}, is not recorded: record it.`;
  if (kind === 'acting')
    return `${name} is a ${held} and acts in ${post}, a post of ${needed}, for which the rank just below is needed: end the acting or post somebody else.`;
  return `${name} is a ${held} in ${post}, a post of ${needed}: record the officer's rank, post them elsewhere or say that they are acting.`;
}
