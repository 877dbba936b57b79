import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { type DemandParts, type NoDemand, namedComponents, WrongUsage, weighDemand } from '../../demand/index.ts';
import { demandParts, foundingWeights } from '../../demand/service.ts';
import {
  type Acceptability,
  type AcceptabilityQuestion,
  onlyOneWeighting,
  samplingError,
} from '../../lib/acceptability/index.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { contentHash } from '../../platform/publication/index.ts';
import { TooManyRequests } from '../../platform/web/named-errors.ts';
import {
  boundedQueue,
  keptAnswers,
  MemoryLimitReached,
  runInWorker,
  TimeLimitReached,
  TURNED_AWAY,
} from '../../platform/workers/index.ts';
import { asksForMore } from '../asks-for-more.ts';
import type { InfeasiblePlan, PlannedNumbers, PlanOptions } from '../model.ts';
import { planFromDemand } from '../plan-from-demand.ts';
import { limitsFor } from '../rules-in-force.ts';
import { parseBoundsFile } from './bounds-file.ts';

import type { Stability, StabilityAsked, StabilityWithin, WardStability } from './model.ts';
import { stabilityQuestion } from './stability-question.ts';
import { stabilityRemarks } from './stability-remarks.ts';

/** Figures gathered once, and the officers to hand out on them. */
export interface PlanStabilityAsked extends StabilityAsked {
  parts: DemandParts;
  numbers: PlannedNumbers;
  /** Names of the components whose weights vary; every part when left out. */
  components?: readonly string[] | undefined;
}

const SAMPLES = 10_000;
const MOST_SAMPLES = 1_000_000;
const SEED = 1;
const LARGEST_SEED = 2 ** 32 - 1;

/**
 * How often each ward gets each number of dedicated ward officers when the weights vary; reckoned in a worker, and kept for
 * who asks the same again. No plan or no demand passes through as it would for a plan.
 * @throws WrongUsage with one sentence for bounds that no weighting meets, an unknown component, too many samples
 * @throws TooManyRequests when too many questions wait already
 */
export const planStability = published(
  'allocation.plan-stability',
  async (_platform: Platform, asked: PlanStabilityAsked): Promise<Stability | NoDemand | InfeasiblePlan> =>
    stabilityFrom(asked),
);

/** The same from the figures held, for the components that the options' weights name, those of weight 0 too. */
export const stabilityOf = published(
  'allocation.stability-of',
  async (
    records: Records,
    options: PlanOptions,
    asked: StabilityAsked = {},
  ): Promise<Stability | NoDemand | InfeasiblePlan> => {
    const { unit, asAt, figuresAt, window } = options;
    const weights = options.weights ?? (await foundingWeights());
    const parts = await demandParts(records, { unit, asAt, figuresAt, window, components: namedComponents(weights) });
    return stabilityFrom({ sideRules: asksForMore(options), ...asked, parts, numbers: options });
  },
);

/**
 * Reads a file of bounds.
 * @throws WrongUsage with one sentence when there is none of that name, or it says something wrong
 */
export const readBounds = published('allocation.read-bounds', async (file: string): Promise<StabilityWithin[]> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new WrongUsage(`The bounds file ${file} cannot be read: check its name.`);
  }
  return parseBoundsFile(text, basename(file));
});

async function stabilityFrom(asked: PlanStabilityAsked): Promise<Stability | NoDemand | InfeasiblePlan> {
  const { parts, numbers } = asked;
  const samples = wholeFrom(asked.samples ?? SAMPLES, 1, MOST_SAMPLES, 'The weightings to sample');
  const seed = wholeFrom(asked.seed ?? SEED, 0, LARGEST_SEED, 'The seed');
  const within = asked.within ?? null;
  if (within?.length === 0) throw new WrongUsage('Give the bounds of one party at least, or none for every weighting.');
  const components = asked.components ?? parts.parts.map(({ component }) => component);
  const unknown = components.find((name) => !parts.parts.some(({ component }) => component === name));
  if (unknown !== undefined) throw new WrongUsage(`"${unknown}" is no part of demand here: leave it out.`);
  const alike = Object.fromEntries(components.map((component) => [component, 1]));
  const index = weighDemand(parts, { name: 'every part alike', version: '1', weights: alike });
  if (index.kind === 'no demand') return index;
  const plan = planFromDemand(index, numbers);
  if (plan.kind === 'infeasible') return plan;
  const limits = limitsFor(parts.asAt, numbers);
  const put = stabilityQuestion({ parts, components, within, limits, samples, seed });
  if (put.kind === 'refused') throw new WrongUsage(put.because);
  const { names, question } = put;
  const one = onlyOneWeighting(question.shares, question.regions);
  const asMany = one ? { ...question, samples: 1 } : question;
  const answer = await kept(contentHash(asMany), () => reckon(asMany));
  return {
    ...{ samples, seed, samplingError: one ? 0 : samplingError(samples), within },
    components: names.filter((_, place) => question.shares[place] !== null),
    officers: question.officers,
    wards: parts.wards.map(({ code }, place) => wardStability(code, answer[place], names)),
    remarks: stabilityRemarks(index.missing, within, asked.sideRules ?? false),
  };
}

function wholeFrom(number: number, least: number, most: number, what: string): number {
  if (Number.isSafeInteger(number) && number >= least && number <= most) return number;
  const from = least.toLocaleString('en-GB');
  throw new WrongUsage(`${what} must be a whole number from ${from} to ${most.toLocaleString('en-GB')}.`);
}

function wardStability(code: string, own: Acceptability | undefined, names: readonly string[]): WardStability {
  if (own === undefined) throw new Error(`The weightings gave nothing for ward ${code}.`);
  const { shares, ranks, driver, direction, runnerUp } = own;
  const next = runnerUp === null ? undefined : names[runnerUp.component];
  return {
    ...{ code, shares, ranks, driver: driver === null ? null : (names[driver] ?? null), direction },
    ...(runnerUp === null || next === undefined ? {} : { runnerUp: { ...runnerUp, component: next } }),
  };
}

/** The answer comes from this very release: only its outline is checked, for it may hold a hundred thousand ranks. */
const answerShape = z.array(
  z.object({
    shares: z.custom<Record<string, number>>(isObject),
    ranks: z.custom<Record<string, number>>(isObject),
    driver: z.number().nullable(),
    direction: z.enum(['more', 'fewer']).nullable(),
    runnerUp: z.object({ component: z.number(), direction: z.enum(['more', 'fewer']) }).nullable(),
  }),
) satisfies z.ZodType<Acceptability[]>;

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

const WORKER = new URL('../../lib/acceptability/index.ts', import.meta.url);
const LIMITS = { timeLimitMilliseconds: 120_000, memoryLimitMegabytes: 512 };
/** One at a time leaves a processor to the server; the rest of the line waits a few seconds at most. */
const inTurn = boundedQueue({ atOnce: 1, waiting: 8 });
const kept = keptAnswers<Acceptability[]>(24);

async function reckon(question: AcceptabilityQuestion): Promise<Acceptability[]> {
  try {
    const answer = await inTurn(() => runInWorker(WORKER, 'acceptability', [question], LIMITS));
    if (answer === TURNED_AWAY)
      throw new TooManyRequests('Many others ask how sure plans are at this moment: try again in a minute.');
    return answerShape.parse(answer);
  } catch (error) {
    if (!(error instanceof TimeLimitReached || error instanceof MemoryLimitReached)) throw error;
    throw new WrongUsage('So many weightings take too long for so many wards: sample fewer.');
  }
}
