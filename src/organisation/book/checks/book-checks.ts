import { absenceWithoutPosting } from './absence-without-posting.ts';
import { bookingOutsideItsAsset } from './booking-outside-its-asset.ts';
import { bookingsOverlap } from './bookings-overlap.ts';
import { boroughInOneUnit } from './borough-in-one-unit.ts';
import type { BookCheck } from './check.ts';
import { nobodyOfThatReference } from './nobody-of-that-reference.ts';
import { officerDoubleBooked } from './officer-double-booked.ts';
import { oneForceForAUnit } from './one-force-for-a-unit.ts';
import { oneNameForAUnit } from './one-name-for-a-unit.ts';
import { oneNameForAnOfficer } from './one-name-for-an-officer.ts';
import { postFilledAboveItself } from './post-filled-above-itself.ts';
import { postingOutsideItsPost } from './posting-outside-its-post.ts';
import { sergeantOfAThirdWard } from './sergeant-of-a-third-ward.ts';
import { twoRanksAtATime } from './two-ranks-at-a-time.ts';
import { wardInTwoClusters } from './ward-in-two-clusters.ts';

/** Every check of a book as a whole. */
export const BOOK_CHECKS: readonly BookCheck[] = [
  oneNameForAUnit,
  oneForceForAUnit,
  boroughInOneUnit,
  nobodyOfThatReference,
  oneNameForAnOfficer,
  twoRanksAtATime,
  officerDoubleBooked,
  postingOutsideItsPost,
  postFilledAboveItself,
  sergeantOfAThirdWard,
  wardInTwoClusters,
  absenceWithoutPosting,
  bookingsOverlap,
  bookingOutsideItsAsset,
];
