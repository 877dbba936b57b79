import { z } from 'zod';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { contentHash } from '../../platform/publication/index.ts';
import { TooManyRequests } from '../../platform/web/named-errors.ts';
import { boundedQueue, keptAnswers, runInWorker, TURNED_AWAY } from '../../platform/workers/index.ts';
import type { CharterShown } from '../model.ts';
import { keepAnswer, keptAnswer } from '../run/answers-store.ts';
import { codeHash } from '../run/code-hash-store.ts';
import { inputOf } from '../run/evaluation-service.ts';
import type { EvaluationInput } from '../run/model.ts';
import type { OutcomePower, PowerAnswer } from './model.ts';
import { powerPiecesOf } from './power-of-charter.ts';

/** The answers come from this very release: their outline is checked. */
const powerShape = z.custom<OutcomePower>((value) => typeof value === 'object' && value !== null && 'lengths' in value);
const powersShape = z.array(powerShape);
const WORKER = new URL('./power-of-charter.ts', import.meta.url);
const LIMITS = { timeLimitMilliseconds: 300_000, memoryLimitMegabytes: 512 };
/** Pieces that are worked out side by side. */
const SIDE_BY_SIDE = 2;
const inTurn = boundedQueue({ atOnce: 1, waiting: 4 });
const kept = keptAnswers<OutcomePower[]>(20);

/**
 * What pilots of several lengths could see under a charter, on figures given out to who asks, of months before its start.
 * Worked out in threads of its own, and kept, over a restart too, for who asks the same of the same figures.
 * @throws TooManyRequests when too many questions wait already
 */
export const charterPower = published(
  'evaluation.charter-power',
  async (platform: Platform, shown: CharterShown): Promise<PowerAnswer> => {
    const input = await inputOf(platform, { shown, until: null });
    if ('kind' in input) return { kind: 'refused', because: input.because };
    const { dataFolder, now } = platform;
    const key = contentHash(['power', await codeHash(), contentHash(input)]);
    const powers = await kept(`${dataFolder} ${key}`, async () => {
      const before = powersShape.safeParse(await keptAnswer(dataFolder, key, now()));
      if (before.success) return before.data;
      const answer = await inTurn(() => powerByPieces(input));
      if (answer === TURNED_AWAY)
        throw new TooManyRequests('Many others ask what a pilot could see at this moment: try again in a minute.');
      await keepAnswer(dataFolder, key, answer, now());
      return answer;
    });
    const because = powers[0]?.refused ?? null;
    const isAlike = because !== null && powers.every(({ refused }) => refused === because);
    return isAlike ? { kind: 'refused', because } : { kind: 'worked out', powers };
  },
);

/** Each outcome of each group in a thread of its own, a few at once. */
async function powerByPieces(input: EvaluationInput): Promise<OutcomePower[]> {
  const pieces = powerPiecesOf(input);
  const powers: OutcomePower[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < pieces.length; at = next++) {
      powers[at] = powerShape.parse(await runInWorker(WORKER, 'powerOfPiece', [input, pieces[at]], LIMITS));
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  return powers;
}
