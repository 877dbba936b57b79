import type { PostBook } from '../post-book.ts';
import { type Seat, seatsOn } from './seats-on.ts';

/** A post that somebody other than the force pays for. */
export interface FundedPost extends Pick<Seat, 'filled' | 'vacancy'> {
  post: string;
  title: string;
  rank: string;
  fundedBy: string;
  /** Last day that is paid for; null: it is not recorded. */
  fundedUntil: string | null;
  /** The money has run out and the post goes on. */
  over: boolean;
}

/** Posts on a date that somebody else pays for: those whose money ends first come first, and those without a day last. */
export function fundedPostsOn(book: PostBook, date: string): FundedPost[] {
  return seatsOn(book, date)
    .flatMap(({ post: { reference: post, title, rank, fundedBy, fundedUntil }, filled, vacancy }) =>
      fundedBy === null
        ? []
        : [
            {
              post,
              title,
              rank,
              fundedBy,
              fundedUntil,
              filled,
              vacancy,
              over: fundedUntil !== null && fundedUntil < date,
            },
          ],
    )
    .sort((a, b) => (sortedBy(a) < sortedBy(b) ? -1 : 1));
}

const NEVER = '9999-12-31';
const sortedBy = ({ fundedUntil, post }: FundedPost) => `${fundedUntil ?? NEVER} ${post}`;
