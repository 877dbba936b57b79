import type { OrganisationRule } from './rule.ts';
import { clusterWhole } from './rules/cluster-whole.ts';
import { dedicatedToOneWard } from './rules/dedicated-to-one-ward.ts';
import { establishmentMeetsBudget } from './rules/establishment-meets-budget.ts';
import { expectedFillOverdue } from './rules/expected-fill-overdue.ts';
import { floorPostFilledFirst } from './rules/floor-post-filled-first.ts';
import { fourSuperintendents } from './rules/four-superintendents.ts';
import { fundingEnded } from './rules/funding-ended.ts';
import { officerWithinOne } from './rules/officer-within-one.ts';
import { oneChiefSuperintendent } from './rules/one-chief-superintendent.ts';
import { postNotOverfilled } from './rules/post-not-overfilled.ts';
import { postWithinWardSet } from './rules/post-within-ward-set.ts';
import { postingWithinPost } from './rules/posting-within-post.ts';
import { rankFitsPost } from './rules/rank-fits-post.ts';
import { rotationComesBack } from './rules/rotation-comes-back.ts';
import { rotationKeepsTheFloor } from './rules/rotation-keeps-the-floor.ts';
import { sergeantSpansTwoWards } from './rules/sergeant-spans-two-wards.ts';
import { sharedPostWithinOne } from './rules/shared-post-within-one.ts';
import { superintendentForEachBorough } from './rules/superintendent-for-each-borough.ts';
import { superintendentLeadsAStrand } from './rules/superintendent-leads-a-strand.ts';
import { trainingInDate } from './rules/training-in-date.ts';
import { wardFloor } from './rules/ward-floor.ts';
import { wardFloorDeployable } from './rules/ward-floor-deployable.ts';
import { wardHasASergeant } from './rules/ward-has-a-sergeant.ts';
import { wardPostInItsBorough } from './rules/ward-post-in-its-borough.ts';

/** Every rule of a unit's book, in the order in which they are told: the promise first, then who leads, then the book itself. */
export const ORGANISATION_RULES: readonly OrganisationRule[] = [
  wardFloor,
  wardFloorDeployable,
  floorPostFilledFirst,
  rotationKeepsTheFloor,
  rotationComesBack,
  dedicatedToOneWard,
  wardHasASergeant,
  sergeantSpansTwoWards,
  oneChiefSuperintendent,
  fourSuperintendents,
  superintendentForEachBorough,
  superintendentLeadsAStrand,
  establishmentMeetsBudget,
  expectedFillOverdue,
  fundingEnded,
  rankFitsPost,
  trainingInDate,
  officerWithinOne,
  postNotOverfilled,
  sharedPostWithinOne,
  postingWithinPost,
  postWithinWardSet,
  wardPostInItsBorough,
  clusterWhole,
];
