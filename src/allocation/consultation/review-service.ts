import type { Component } from '../../demand/index.ts';
import { guarded, type Place } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PlannedNumbers } from '../model.ts';
import type { Party, Review, ReviewChanges, ReviewRevision } from './model.ts';

/** What a review is opened with. Fields of problems: name, question, dwo, pcso, components, asAt, inForceFrom, closesOn, invited. */
export interface OpeningAsked {
  unit: string;
  name: string;
  question: string;
  /** Floors and ceilings that are left out are as the rules in force on asAt have them. */
  numbers: PlannedNumbers;
  /** Components that may be weighed, by name. */
  components: readonly Component['name'][];
  /** Date of wards and figures, "2026-03-01". */
  asAt: string;
  inForceFrom: string;
  closesOn: string;
  invited: readonly Party[];
}

/** A change of a review, made on the version its editor saw. */
export interface ReviewEdit {
  id: number;
  version: number;
  changes: ReviewChanges;
  /** Why, for the history: never empty. */
  because: string;
}

/**
 * Opens a review today on the figures as they now stand, under the next number of the year.
 * @throws Refused where anything of it cannot be; WrongUsage where there is no such unit
 */
export const openReview = guarded(
  {
    name: 'consultation.open-review',
    module: 'consultation',
    act: 'write',
    place: (_: Platform, { unit }: OpeningAsked): Place => ({ unit }),
  },
  async (_platform: Platform, _asked: OpeningAsked): Promise<Review> => {
    throw new Error('Not built yet.');
  },
);

const placeOfReview = async (_platform: Platform, _asked: { id: number }): Promise<Place> => ({});

/**
 * Changes what may be changed of a review; a later closing day takes proposals again.
 * @throws Refused; StaleEdit with the review as it is now where somebody saved first
 */
export const editReview = guarded(
  { name: 'consultation.edit-review', module: 'consultation', act: 'write', place: placeOfReview },
  async (_platform: Platform, _edit: ReviewEdit): Promise<Review> => {
    throw new Error('Not built yet.');
  },
);

/** Ends a review without a decision. @throws Refused; StaleEdit where somebody saved first */
export const abandonReview = guarded(
  { name: 'consultation.abandon-review', module: 'consultation', act: 'write', place: placeOfReview },
  async (_platform: Platform, _asked: { id: number; version: number; because: string }): Promise<Review> => {
    throw new Error('Not built yet.');
  },
);

/** Every review of a unit, the newest first; of all units for null. */
export const listReviews = guarded(
  { name: 'consultation.list-reviews', module: 'consultation', act: 'read' },
  async (_platform: Platform, _unit: string | null): Promise<Review[]> => [],
);

/** A review by its key; null where there is none that may be seen. */
export const findReview = guarded(
  { name: 'consultation.find-review', module: 'consultation', act: 'read' },
  async (_platform: Platform, _id: number): Promise<Review | null> => null,
);

/** Every version of a review, the first first. */
export const reviewHistory = guarded(
  { name: 'consultation.review-history', module: 'consultation', act: 'read' },
  async (_platform: Platform, _id: number): Promise<ReviewRevision[]> => [],
);
