import { addMonths, parseMonth } from '../../lib/calendar/month.ts';
import { type BeforeAndAfter, beforeAndAfter } from '../changes/before-and-after.ts';
import { type RollOut, rollOutOn, rollOutThrough } from '../changes/roll-out.ts';
import { type Losses, whoLostWhat } from '../changes/who-lost-what.ts';
import type { PostBook } from '../post-book.ts';

/** What became of the unit's establishment by a day. */
export interface ChangesView {
  /** The latest to begin first. */
  changes: BeforeAndAfter[];
  /** Since the first change began; null: none has. */
  losses: (Losses & { since: string }) | null;
  /** Wards with a second dedicated ward officer. */
  rollOut: RollOut;
  /** The same on the first of each of the last twelve months, the latest first. */
  through: RollOut[];
}

const SECOND_OFFICER = { kind: 'dwo', atLeast: 2 } as const;

/** The unit's changes by a day, before and after, and who gave up what for them. */
export function changesView(book: PostBook, asAt: string): ChangesView {
  const changes = book.changes.toSorted((a, b) => (a.begins < b.begins ? 1 : -1));
  const begun = changes.filter(({ begins }) => begins <= asAt);
  const since = begun.at(-1)?.begins;
  const month = parseMonth(asAt.slice(0, 7));
  return {
    changes: changes.map((change) => beforeAndAfter(book, change, asAt)),
    losses: since === undefined ? null : { ...whoLostWhat(book, { from: since, to: asAt }), since },
    rollOut: rollOutOn(book, asAt, SECOND_OFFICER),
    through: rollOutThrough(book, addMonths(month, -11), month, SECOND_OFFICER).toReversed(),
  };
}
