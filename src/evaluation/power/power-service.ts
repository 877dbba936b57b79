import { z } from 'zod';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { contentHash } from '../../platform/publication/index.ts';
import { TooManyRequests } from '../../platform/web/named-errors.ts';
import { boundedQueue, keptAnswers, runInWorker, TURNED_AWAY } from '../../platform/workers/index.ts';
import type { CharterShown } from '../model.ts';
import { inputOf } from '../run/evaluation-service.ts';
import type { OutcomePower } from './model.ts';

/** What pilots under a charter could see, or why that cannot be said: one sentence. */
export type PowerAnswer =
  | { kind: 'worked out'; powers: readonly OutcomePower[] }
  | { kind: 'refused'; because: string };

/** The answer comes from this very release: its outline is checked. */
const answerShape = z.custom<OutcomePower[]>((value) => Array.isArray(value));
const WORKER = new URL('./power-of-charter.ts', import.meta.url);
const LIMITS = { timeLimitMilliseconds: 300_000, memoryLimitMegabytes: 1024 };
const inTurn = boundedQueue({ atOnce: 1, waiting: 4 });
const kept = keptAnswers<OutcomePower[]>(20);

/**
 * What pilots of several lengths could see under a charter, on figures given out to who asks, of months before its start.
 * Worked out in a thread of its own, and kept for who asks the same of the same figures.
 * @throws TooManyRequests when too many questions wait already
 */
export const charterPower = published(
  'evaluation.charter-power',
  async (platform: Platform, shown: CharterShown): Promise<PowerAnswer> => {
    const input = await inputOf(platform, { shown, until: null });
    if ('kind' in input) return { kind: 'refused', because: input.because };
    const powers = await kept(contentHash(input), async () => {
      const answer = await inTurn(() => runInWorker(WORKER, 'powerOfCharter', [input], LIMITS));
      if (answer === TURNED_AWAY)
        throw new TooManyRequests('Many others ask what a pilot could see at this moment: try again in a minute.');
      return answerShape.parse(answer);
    });
    return { kind: 'worked out', powers };
  },
);
