import { z } from 'zod';
import { listAreas, wardAdjacency } from '../../geography/service.ts';
import type { Month } from '../../lib/calendar/month.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { contentHash } from '../../platform/publication/index.ts';
import { VERSION } from '../../platform/version.ts';
import { TooManyRequests } from '../../platform/web/named-errors.ts';
import { boundedQueue, keptAnswers, runInWorker, TURNED_AWAY } from '../../platform/workers/index.ts';
import { charterHash } from '../charter/charter-hash-service.ts';
import type { CharterShown } from '../model.ts';
import { keepAnswer, keptAnswer } from './answers-store.ts';
import { codeHash } from './code-hash-store.ts';
import { piecesOf } from './evaluate.ts';
import type { EvaluatedOutcome } from './evaluate-outcome.ts';
import { figuresOfCharter } from './figures-service.ts';
import type { EvaluationAnswer, EvaluationInput } from './model.ts';

/** A charter to evaluate. */
export interface EvaluationAsked {
  shown: CharterShown;
  /** Last month whose figures are used; null for all that are held. */
  until: Month | null;
}

/** Told after each outcome of a group that is done. */
export type OnProgress = (progress: { done: number; total: number }) => void;

/**
 * Evaluates a charter on the figures that are given out to who asks. Worked out in a thread of its own, and kept,
 * over a restart too, for whom the same figures are given out to and who asks the same of them.
 * @returns refused, in one sentence, where there are no figures, or none that can be compared
 * @throws TooManyRequests when too many questions wait already
 */
export const evaluateCharter = published(
  'evaluation.evaluate-charter',
  async (platform: Platform, asked: EvaluationAsked, onProgress: OnProgress = () => {}): Promise<EvaluationAnswer> => {
    const input = await inputOf(platform, asked);
    if ('kind' in input) return { ...input, near: [] };
    const { dataFolder, now } = platform;
    const key = contentHash([await codeHash(), contentHash(input)]);
    return kept(`${dataFolder} ${key}`, async () => {
      const before = answerShape.safeParse(await keptAnswer(dataFolder, key, now()));
      if (before.success) return before.data;
      const answer = await evaluateInput(input, onProgress);
      await keepAnswer(dataFolder, key, answer, now());
      return answer;
    });
  },
);

/** All that a charter's evaluation is computed from, as it is given out to who asks: for reproducing it elsewhere. */
export const inputOf = published(
  'evaluation.input-of',
  async (
    platform: Platform,
    asked: EvaluationAsked,
  ): Promise<EvaluationInput | { kind: 'refused'; because: string }> => {
    const { until } = asked;
    const { charter, hash, standing, signatures, amendments } = asked.shown;
    // Nothing of where it was read: pages and commands ask the same question.
    const shown: CharterShown = { charter, hash, standing, signatures, amendments };
    if (charterHash(charter) !== shown.hash) return { kind: 'refused', because: sayTampered(charter.name) };
    const { records } = platform;
    const held = await listAreas(records, { version: charter.boundaryVersion });
    const areas = held.map(({ code, name }) => ({ code, name }));
    const unknown = areasNamed(charter).find((code) => areas.every((area) => area.code !== code));
    if (unknown !== undefined) {
      const because = `There is no area ${unknown} in the boundary version "${charter.boundaryVersion}" that the charter names: import its boundaries, or right the code.`;
      return { kind: 'refused', because };
    }
    const adjacency = await wardAdjacency(
      records,
      charter.boundaryVersion,
      areas.map(({ code }) => code),
    );
    const read = await figuresOfCharter(platform, charter, areas);
    if (read.kind === 'refused') return read;
    const { figures, guardFigures, source } = read;
    return {
      ...{ shown, areas, borders: adjacency?.pairs ?? [], figures, guardFigures, until, source },
      versions: { wardroom: VERSION, node: process.versions.node, seed: charter.seed },
    };
  },
);

const sayTampered = (name: string): string =>
  `The charter "${name}" no longer says what its hash was made of, so somebody changed it: see "wardroom evaluation charter verify ${name}".`;

function areasNamed({ treated, comparison }: CharterShown['charter']): string[] {
  const named = comparison.from === 'all others' ? [] : comparison.from;
  return [...treated.flatMap(({ areas }) => areas), ...named, ...comparison.excluded.map(({ area }) => area)];
}

/** The answers come from this very release: their outline is checked. */
const answerShape = z.custom<EvaluationAnswer>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value,
);
const pieceShape = z.custom<EvaluatedOutcome>(
  (value) => typeof value === 'object' && value !== null && 'figures' in value,
);
const WORKER = new URL('./evaluate.ts', import.meta.url);
const LIMITS = { timeLimitMilliseconds: 300_000, memoryLimitMegabytes: 512 };
/** Pieces that are worked out side by side. */
const SIDE_BY_SIDE = 2;
const inTurn = boundedQueue({ atOnce: 1, waiting: 8 });
const kept = keptAnswers<EvaluationAnswer>(50);

/** Evaluates what was read already, as {@link inputOf} gives it: always anew. */
export const evaluateInput = published(
  'evaluation.evaluate-input',
  async (input: EvaluationInput, onProgress: OnProgress = () => {}): Promise<EvaluationAnswer> => {
    const answer = await inTurn(() => evaluateByPieces(input, onProgress));
    if (answer === TURNED_AWAY)
      throw new TooManyRequests('Many others ask for an evaluation at this moment: try again in a minute.');
    return answer;
  },
);

/** Each piece in a thread of its own, a few at once, so that the server is never held up and the terminal can be told. */
async function evaluateByPieces(input: EvaluationInput, onProgress: OnProgress): Promise<EvaluationAnswer> {
  const pieces = piecesOf(input);
  const { treated } = input.shown.charter;
  const sizeOf = (at: number) => treated[pieces[at]?.group ?? 0]?.areas.length ?? 0;
  // Groups of many areas are the longest work: last, one of them would keep the others' thread waiting.
  const waiting = [...pieces.keys()].toSorted((one, other) => sizeOf(other) - sizeOf(one));
  const evaluated: EvaluatedOutcome[] = [];
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      evaluated[at] = pieceShape.parse(await runInWorker(WORKER, 'evaluatePiece', [input, pieces[at]], LIMITS));
      done += 1;
      onProgress({ done, total: pieces.length });
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  return answerShape.parse(await runInWorker(WORKER, 'putTogether', [input, evaluated], LIMITS));
}
