import { isOn } from '../../lib/calendar/day-runs.ts';
import { longDate } from '../../ui/long-date.ts';
import type { Posting } from '../post-book.ts';
import { findRank } from '../reference/ranks.ts';
import type { Member } from './model.ts';

/** The rank that somebody holds on a day; null where none is recorded. */
export function rankOn({ ranks }: Pick<Member, 'ranks'>, date: string): string | null {
  return ranks.find(({ during }) => isOn(during, date))?.rank ?? null;
}

/**
 * Why an officer's rank does not fit a post on the first day of a posting; null where it does. A posting or rotation is
 * to a post of one's own rank; who acts is of a lower one.
 */
export function rankProblem(
  officer: Pick<Member, 'name' | 'ranks'>,
  post: { rank: string },
  { from, kind }: { from: string; kind: Posting['kind'] },
): string | null {
  const held = rankOn(officer, from);
  if (held === null)
    return `No rank of ${officer.name} is recorded for ${longDate(from)}: record their rank first, or choose a later day.`;
  const [own, asked] = [findRank(held), findRank(post.rank)];
  const who = `${officer.name} is ${held} on ${longDate(from)} and the post is for ${post.rank}`;
  if (kind !== 'acting') return held === post.rank ? null : `${who}: choose another post, or say that they act in it.`;
  const lower = own !== null && asked !== null && own.order < asked.order;
  return lower ? null : `${who}, which is no rank above their own: choose Posting, or another post.`;
}
