import type { Problem } from '../../lib/refused.ts';
import { worksWithMadeUp } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Review } from './model.ts';
import { apartProblem } from './proposal/proposal-problems.ts';

export { inRefusingTransaction as inTransaction } from '../../platform/database/index.ts';

/** Why who acts may not end or show a review; null where they may: Wardroom itself ends what the demonstration leaves. */
export const notTheirs = (platform: Platform, review: Pick<Review, 'synthetic'>): Problem | null =>
  platform.principal.kind === 'wardroom' ? null : apartProblem(review, worksWithMadeUp(platform));
