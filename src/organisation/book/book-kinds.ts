import type { BookRows, KindName } from './book-rows.ts';
import type { BookKind } from './kind.ts';
import { absences } from './kinds/absences.ts';
import { assets } from './kinds/assets.ts';
import { bookings } from './kinds/bookings.ts';
import { budget } from './kinds/budget.ts';
import { clusters } from './kinds/clusters.ts';
import { courses } from './kinds/courses.ts';
import { earlierAllocation } from './kinds/earlier-allocation.ts';
import { establishmentChanges } from './kinds/establishment-changes.ts';
import { officers } from './kinds/officers.ts';
import { postings } from './kinds/postings.ts';
import { posts } from './kinds/posts.ts';
import { training } from './kinds/training.ts';
import { units } from './kinds/units.ts';

/** Every kind of row, in the order in which they are written: what others speak of comes first. */
export const BOOK_KINDS: { [Kind in KindName]: BookKind<BookRows[Kind]> } = {
  units,
  clusters,
  posts,
  officers,
  postings,
  absences,
  budget,
  'establishment-changes': establishmentChanges,
  'earlier-allocation': earlierAllocation,
  courses,
  training,
  assets,
  bookings,
};

export const KIND_NAMES = Object.keys(BOOK_KINDS) as KindName[];
