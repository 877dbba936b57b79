import type { Command } from 'commander';
import { readWeights } from '../demand/service.ts';
import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import type { Output } from '../platform/command-line.ts';
import type { Platform } from '../platform/platform.ts';
import { wrapText } from '../platform/wrap-text.ts';
import { asksForMore } from './asks-for-more.ts';
import { type Edge, withPlatform } from './edge-commands.ts';
import type { OptimalPlan, PlanOptions } from './model.ts';
import { parsePlanOptions, type TypedOptions } from './parse-plan-options.ts';
import { noPlanSentence } from './plan-lines.ts';
import { type PlannedWithRules, planAllocation, planWithRules, readRules } from './service.ts';

/** A plan's options as commander gives them. */
export interface TypedPlan extends TypedOptions {
  weights?: string;
  rules?: string;
  json?: boolean | undefined;
  prove?: boolean;
}

/** Adds the options that say which plan. */
export function withPlanOptions(command: Command): Command {
  return command
    .option('--unit <name>', 'command unit, such as "Central North"; needed when there are several')
    .option('--dwo <number>', 'dedicated ward officers to place')
    .option('--pcso <number>', 'PCSOs to place')
    .option('--dwo-floor <number>', 'officers every ward has at least (default: the rule on the date)')
    .option('--pcso-floor <number>', 'PCSOs every ward has at least (default: the rule on the date)')
    .option('--dwo-ceiling <number>', 'officers a ward has at most, or "none" (default: the rule on the date)')
    .option('--pcso-ceiling <number>', 'PCSOs a ward has at most, or "none" (default: none)')
    .option('--weights <file>', 'weights to use instead of weights/founding.json')
    .option('--sergeants <number>', 'sergeants as in the budget, such as 16.5; plans who leads which wards')
    .option('--sergeants-elsewhere <number>', 'of them in posts elsewhere (default: the rules file, else the part)')
    .option('--rules <file>', 'side rules of a review, such as at most 6 officers who change ward (JSON)')
    .option('--time-limit <seconds>', 'most seconds for the solver (default: 30)')
    .option('--as-at <date>', 'wards, rules and months as at this date, such as 2026-03-01 (default: today)')
    .option('--window <from..to>', 'months to sum over, such as 2025-03..2026-02 (default: the latest 12 complete)')
    .option('--json', 'as JSON');
}

/** What was typed is checked before anything is opened; the day itself comes from the platform's clock. */
export async function withPlan(
  edge: Edge,
  options: TypedPlan,
  run: (platform: Platform, asked: PlanOptions) => Promise<void>,
) {
  const weights = options.weights === undefined ? undefined : await readWeights(options.weights);
  const rules = options.rules === undefined ? undefined : await readRules(options.rules);
  parsePlanOptions(options, { weights, rules }, LATEST_DAY);
  await withPlatform(edge, async (platform) => {
    await run(platform, parsePlanOptions(options, { weights, rules }, todayInLondon(platform.now())));
  });
}

/** Stands for today while the other options are checked: no month lies after it. */
const LATEST_DAY = '9999-12-31';

const NUMBERS = [
  ...(['dwo', 'pcso', 'dwoFloor', 'pcsoFloor', 'dwoCeiling', 'pcsoCeiling', 'weights', 'window'] as const),
  ...(['rules', 'sergeants', 'sergeantsElsewhere', 'timeLimit'] as const),
];

/** Whether numbers were typed, so that the plan in force is not meant. */
export const asksForNumbers = (options: TypedPlan): boolean => NUMBERS.some((name) => options[name] !== undefined);

/** Side rules and sergeants need who reads plans; the rest anybody may ask. */
export const planAsked = (platform: Platform, asked: PlanOptions): Promise<PlannedWithRules> =>
  asksForMore(asked) ? planWithRules(platform, asked) : planAllocation(platform.records, asked);

/** No plan is an answer, on standard output, with exit code 1. */
export function printNoPlan(
  output: Output,
  plan: Exclude<PlannedWithRules, OptimalPlan>,
  { json }: Pick<TypedPlan, 'json'>,
): void {
  output.exitCode(1);
  if (plan.kind === 'no answer in time') {
    const sentence =
      'No plan was found in time, and no proof that there is none: give the solver more with --time-limit.';
    if (json) output.json({ ...plan, because: [{ rule: 'time-limit', sentence }] });
    else for (const line of wrapText(sentence)) output.line(line);
    return;
  }
  const noFigures = `No part of demand has figures for the wards of ${plan.unit}: import files that have them.`;
  const sentences =
    plan.kind === 'infeasible'
      ? [noPlanSentence(plan)]
      : [`No plan. ${noFigures}`, ...plan.missing.map(({ reason }) => reason)];
  const because = plan.kind === 'infeasible' ? plan.because : [{ rule: 'demand', sentence: noFigures }];
  if (json) output.json({ ...plan, kind: 'infeasible', because });
  else for (const line of sentences.flatMap((sentence) => wrapText(sentence))) output.line(line);
}
