import { guarded, type Place, published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AnnouncedReview } from './notice.ts';

/** What became of a wish to announce a review. */
export type Announced =
  /** The notice waits for a second person's approval; `already`: it did before. */
  | { kind: 'proposed'; id: string; already: boolean }
  /** The very same notice is published. */
  | { kind: 'published already'; id: string };

const placeOfReview = async (_platform: Platform, _asked: { id: number }): Promise<Place | null> => null;

/**
 * Proposes the public notice of a review as it stands: somebody else approves and publishes it.
 * @throws Refused where the review was abandoned or decided; StaleEdit where it was changed since it was seen
 */
export const announceReview = guarded(
  { name: 'consultation.announce-review', module: 'consultation', act: 'write', place: placeOfReview },
  async (_platform: Platform, _asked: { id: number; version: number }): Promise<Announced> => {
    throw new Error('Not built yet.');
  },
);

/** The latest notice of each review of a unit, the newest first: to anyone. */
export const listAnnouncedReviews = published(
  'consultation.list-announced-reviews',
  async (_records: Records, _unit: string | null): Promise<AnnouncedReview[]> => [],
);

/** The latest notice of a review; null where none was published that may be seen. */
export const findAnnouncedReview = published(
  'consultation.find-announced-review',
  async (_records: Records, _review: { unit: string | null; id: number }): Promise<AnnouncedReview | null> => null,
);
