import { type PlannedAnswer, solveFullPlan } from '../lib/optimisation/index.ts';
import { conflictingRules, conflictUnasked } from './conflicting-rules.ts';
import { fullPlanQuestion, withOfficers } from './full-plan-question.ts';
import type { Decision, FullPlanTask } from './plan-fully.ts';
import { sergeantSpan } from './rules/sergeant-span.ts';
import { sayUnasked } from './rules-not-reckoned.ts';
import { sideRulesInForce } from './terms-of.ts';
import { type AskSideQuestion, solvedPlan, whatRulesCost } from './what-rules-cost.ts';

/** What the solver decided, before anything is asked about the side rules. */
export type Draft =
  | ({ kind: 'decided' } & Pick<PlannedAnswer, 'officers' | 'pairs' | 'stages' | 'gap'>)
  | { kind: 'infeasible' }
  | { kind: 'no answer in time' };

/** How long may be spent on questions about side rules: each, and all of them. */
export interface SideLimits {
  eachSeconds: number;
  allSeconds: number;
}

const PART_FOR_SIDE_QUESTIONS = 0.25;
const LEAST_SECONDS = 1;
/** Each rule alone, and as many questions about those that bind together. */
const QUESTIONS_EACH = 2;

/** A quarter of the plan's own time for each question, unless all is to end sooner. */
export function sideLimits(task: FullPlanTask, timeLimitSeconds: number): SideLimits {
  const least = Math.min(LEAST_SECONDS, timeLimitSeconds);
  const eachSeconds = Math.max(timeLimitSeconds * PART_FOR_SIDE_QUESTIONS, least);
  return { eachSeconds, allSeconds: eachSeconds * QUESTIONS_EACH * sideRulesInForce(task.terms).length };
}

/**
 * Has the solver decide what the hand-out leaves open, and then what its side rules cost, or which cannot be kept together.
 * Blocks its thread: run it in a worker.
 * @param timeLimitSeconds for the plan itself, above 0; questions about side rules come on top, see sideLimits
 */
export async function decideFullPlan(task: FullPlanTask, timeLimitSeconds: number): Promise<Decision> {
  const draft = await draftPlan(task, timeLimitSeconds);
  return settleDraft(task, draft, sideLimits(task, timeLimitSeconds));
}

/** The plan alone. Blocks its thread: run it in a worker. */
export async function draftPlan({ terms, handedOut, kept }: FullPlanTask, timeLimitSeconds: number): Promise<Draft> {
  const question = fullPlanQuestion(terms);
  const tied = sideRulesInForce(terms).includes(sergeantSpan);
  const open = kept && !tied ? withOfficers(question, handedOut) : question;
  const answer = await solveFullPlan(open, { timeLimitSeconds, gap: 0 }, handedOut);
  if (answer.kind !== 'planned') return answer;
  const { officers, pairs, stages, gap } = answer;
  return { kind: 'decided', officers, pairs, stages, gap };
}

/**
 * Asks what the side rules of a plan cost, or which of them leave no plan. Blocks its thread: run it in a worker.
 * @param now a clock in milliseconds, for the time that all questions have together
 */
export async function settleDraft(
  { terms, handedOut }: FullPlanTask,
  draft: Draft,
  { eachSeconds, allSeconds }: SideLimits,
  now: () => number = () => performance.now(),
): Promise<Decision> {
  const end = now() + allSeconds * 1000;
  const ask: AskSideQuestion = async (question) => {
    const timeLimitSeconds = Math.min(eachSeconds, (end - now()) / 1000);
    return timeLimitSeconds > 0 ? solveFullPlan(question, { timeLimitSeconds, gap: 0 }, handedOut) : null;
  };
  if (draft.kind === 'no answer in time') return draft;
  if (draft.kind === 'infeasible') return { kind: 'infeasible', because: await conflictingRules(terms, ask) };
  const { stages: _stages, ...decided } = draft;
  return { ...decided, ...(await whatRulesCost(terms, solvedPlan(draft), handedOut, ask)) };
}

/** A draft as it stands where no question about the side rules was answered. */
export function unsettled({ terms }: FullPlanTask, draft: Draft): Decision {
  if (draft.kind === 'no answer in time') return draft;
  if (draft.kind === 'infeasible') return { kind: 'infeasible', because: conflictUnasked(terms) };
  const { stages: _stages, ...decided } = draft;
  const names = sideRulesInForce(terms).map(({ name }) => name);
  return { ...decided, binding: [], remarks: names.length === 0 ? [] : [sayUnasked(names)] };
}
