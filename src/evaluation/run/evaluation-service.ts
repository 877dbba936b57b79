import type { Month } from '../../lib/calendar/month.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { CharterShown } from '../model.ts';
import type { EvaluationAnswer } from './model.ts';

/** A charter to evaluate. */
export interface EvaluationAsked {
  shown: CharterShown;
  /** Last month whose figures are used; null for all that are held. */
  until: Month | null;
}

/**
 * Evaluates a charter on the figures that are given out to who asks. Worked out in a thread of its own, and kept for who asks
 * the same of the same figures.
 * @throws TooManyRequests when too many questions wait already
 */
export const evaluateCharter = published(
  'evaluation.evaluate-charter',
  async (platform: Platform, asked: EvaluationAsked): Promise<EvaluationAnswer> => {
    return { kind: 'refused', because: `${asked.shown.charter.name} ${platform.actor}`, near: [] };
  },
);
