import type { Command } from 'commander';
import { parseAsAt, WrongUsage } from '../demand/index.ts';
import { readWeights } from '../demand/service.ts';
import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import type { OpenPlatform, Output } from '../platform/command-line.ts';
import type { Platform } from '../platform/platform.ts';
import { textTable } from '../platform/text-table.ts';
import { wrapText } from '../platform/wrap-text.ts';
import { longDate } from '../ui/long-date.ts';
import { asksForMore, TIME_LIMIT_SECONDS } from './asks-for-more.ts';
import { proofSentence, type Verdict } from './check-proof.ts';
import { answer, type Edge, withPlatform } from './edge-commands.ts';
import { explainWard } from './explain-ward.ts';
import { findPlannedWard } from './find-planned-ward.ts';
import type { OptimalPlan, PlanOptions, Post } from './model.ts';
import { parsePlanOptions, type TypedOptions } from './parse-plan-options.ts';
import { noPlanSentence, planColumns, planHead, planNotes, planRows, restsOn } from './plan-lines.ts';
import { proposalCommands } from './proposal-commands.ts';
import { POSTS } from './rule.ts';
import { sergeantOf } from './sergeant-lines.ts';
import {
  type Adoption,
  adoptPlan,
  type PlannedWithRules,
  planAllocation,
  planInForce,
  planWithRules,
  provePlan,
  readRules,
} from './service.ts';

interface Options extends TypedOptions {
  weights?: string;
  rules?: string;
  json?: boolean;
  prove?: boolean;
}

/** Adds "wardroom allocation plan", "explain" and "adopt", and what becomes of proposals. */
export function allocationCommands(program: Command, open: OpenPlatform, output: Output): void {
  const allocation = program.command('allocation').description('how many officers each ward gets, and why');
  const edge = { open, output };
  withPlanOptions(
    allocation.command('plan').description('share officers and PCSOs out to wards; --json gives every reason'),
  )
    .option('--prove', 'solve it a second way with HiGHS and say whether the answer is the same')
    .action((options: Options) => answer(output, () => plan(edge, options)));
  withPlanOptions(
    allocation
      .command('explain <ward>')
      .description('one ward by name or code: its number and why; without --dwo and --pcso, in the plan in force'),
  ).action((ward: string, options: Options) => answer(output, () => explain(edge, ward, options)));
  withPlanOptions(
    allocation
      .command('adopt')
      .description('propose a plan for its date; it is published at once only where nobody else could approve it'),
  ).action((options: Options) => answer(output, () => adopt(edge, options)));
  proposalCommands(allocation, edge);
}

function withPlanOptions(command: Command): Command {
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
async function withPlan(edge: Edge, options: Options, run: (platform: Platform, asked: PlanOptions) => Promise<void>) {
  const weights = options.weights === undefined ? undefined : await readWeights(options.weights);
  const rules = options.rules === undefined ? undefined : await readRules(options.rules);
  parsePlanOptions(options, { weights, rules }, LATEST_DAY);
  await withPlatform(edge, async (platform) => {
    await run(platform, parsePlanOptions(options, { weights, rules }, todayInLondon(platform.now())));
  });
}

/** Stands for today while the other options are checked: no month lies after it. */
const LATEST_DAY = '9999-12-31';

async function plan(edge: Edge, options: Options): Promise<void> {
  await withPlan(edge, options, async (platform, asked) => {
    if (options.prove && asksForMore(asked))
      throw new WrongUsage('A plan with side rules or sergeants says by itself how sure it is: leave --prove out.');
    const planned = await planAsked(platform, asked);
    if (planned.kind !== 'optimal') return printNoPlan(edge.output, planned, options);
    const proof = options.prove ? await provePlan(planned) : null;
    if (options.json) edge.output.json(proof === null ? planned : { ...planned, proof });
    else printPlan(edge.output, planned, secondsOf(asked));
    if (proof !== null) printProof(edge.output, proof, options);
  });
}

async function adopt(edge: Edge, options: Options): Promise<void> {
  await withPlan(edge, options, async (platform, asked) => {
    const adoption = await adoptPlan(platform, asked);
    if (adoption.kind === 'refused') return printNoPlan(edge.output, adoption.plan, options);
    if (options.json) return edge.output.json(adoptionJson(adoption));
    if (adoption.kind === 'published') printPlan(edge.output, adoption.plan.plan, secondsOf(asked));
    if (adoption.kind === 'proposed') printPlan(edge.output, adoption.plan, secondsOf(asked));
    edge.output.line('');
    for (const line of wrapText(adoptionSentence(adoption))) edge.output.line(line);
  });
}

type Answered = Exclude<Adoption, { kind: 'refused' }>;

/** What became of the wish, with the fields of a published plan beside its kind. */
const adoptionJson = (adoption: Answered) =>
  'plan' in adoption && 'plan' in adoption.plan ? { ...adoption.plan, kind: adoption.kind } : adoption;

/** What became of the wish, in one sentence. */
function adoptionSentence(adoption: Answered): string {
  if (adoption.kind === 'changed') return 'The figures changed meanwhile, and nothing was proposed: try again.';
  if (adoption.kind === 'proposed') {
    const how = adoption.already ? 'This plan is proposed already' : 'Proposed';
    return `${how}, as plan ${adoption.id}: somebody else approves it with "wardroom allocation approve ${adoption.id}".`;
  }
  const { id, inForceFrom } = adoption.plan;
  if (adoption.kind === 'in force already')
    return `This plan is in force already, from ${longDate(inForceFrom)}, as plan ${id}: nothing was changed.`;
  return `In force from ${longDate(inForceFrom)}, as plan ${id}: approved by the same person, because nobody else could.`;
}

const NUMBERS = [
  ...(['dwo', 'pcso', 'dwoFloor', 'pcsoFloor', 'dwoCeiling', 'pcsoCeiling', 'weights', 'window'] as const),
  ...(['rules', 'sergeants', 'sergeantsElsewhere', 'timeLimit'] as const),
];

/** Side rules and sergeants need who reads plans; the rest anybody may ask. */
const planAsked = (platform: Platform, asked: PlanOptions): Promise<PlannedWithRules> =>
  asksForMore(asked) ? planWithRules(platform, asked) : planAllocation(platform.records, asked);

const secondsOf = ({ timeLimitSeconds }: PlanOptions) => timeLimitSeconds ?? TIME_LIMIT_SECONDS;

async function explain(edge: Edge, ward: string, options: Options): Promise<void> {
  if (NUMBERS.some((name) => options[name] !== undefined)) {
    return withPlan(edge, options, async (platform, asked) => {
      const planned = await planAsked(platform, asked);
      if (planned.kind !== 'optimal') return printNoPlan(edge.output, planned, options);
      explainIn(edge.output, { plan: planned, inForceFrom: null }, ward, options);
    });
  }
  if (options.asAt !== undefined) parseAsAt(options.asAt);
  await withPlatform(edge, async ({ records, now }) => {
    const asAt = options.asAt ?? todayInLondon(now());
    const inForce = await planInForce(records, options.unit ?? null, asAt);
    if (inForce !== null) return explainIn(edge.output, inForce, ward, options);
    edge.output.error(
      `No plan is in force on ${longDate(asAt)}: give --dwo and --pcso, or adopt one with "wardroom allocation adopt".`,
    );
    edge.output.exitCode(1);
  });
}

function explainIn(
  output: Output,
  { plan, inForceFrom }: { plan: OptimalPlan; inForceFrom: string | null },
  text: string,
  options: Options,
): void {
  const found = findPlannedWard(plan, text);
  if (found.kind === 'refused') throw new WrongUsage(found.because);
  const { ward } = found;
  const { answer: first, paragraphs } = explainWard(plan, ward);
  if (options.json) {
    const { unit, asAt, boundaryVersion, window, limits, rules, weights, used, missing, synthetic } = plan;
    const stated = { unit, asAt, boundaryVersion, window, limits, rules, weights, used, missing, synthetic };
    const sergeant = sergeantOf(plan, ward.code)?.sergeant ?? null;
    const { review, gap, binding } = plan;
    const side = { review, sergeant, gap, binding };
    output.json({ kind: 'explained', ...stated, ...side, inForceFrom, ward, answer: first, paragraphs });
    return;
  }
  const standing =
    inForceFrom === null ? 'This plan is not adopted.' : `In the plan in force from ${longDate(inForceFrom)}.`;
  for (const paragraph of [first, standing, ...paragraphs]) {
    for (const line of wrapText(paragraph)) output.line(line);
    output.line('');
  }
}

function printPlan(output: Output, plan: OptimalPlan, seconds: number): void {
  const table = textTable(planColumns(plan), planRows(plan));
  for (const line of [
    planHead(plan),
    ...restsOn(plan),
    '',
    ...table,
    '',
    ...planNotes(plan, seconds).flatMap((note) => wrapText(note)),
  ])
    output.line(line);
}

/** No plan is an answer, on standard output, with exit code 1. */
function printNoPlan(output: Output, plan: Exclude<PlannedWithRules, OptimalPlan>, options: Options): void {
  output.exitCode(1);
  if (plan.kind === 'no answer in time') {
    const sentence =
      'No plan was found in time, and no proof that there is none: give the solver more with --time-limit.';
    if (options.json) output.json({ ...plan, because: [{ rule: 'time-limit', sentence }] });
    else for (const line of wrapText(sentence)) output.line(line);
    return;
  }
  const noFigures = `No part of demand has figures for the wards of ${plan.unit}: import files that have them.`;
  const sentences =
    plan.kind === 'infeasible'
      ? [noPlanSentence(plan)]
      : [`No plan. ${noFigures}`, ...plan.missing.map(({ reason }) => reason)];
  const because = plan.kind === 'infeasible' ? plan.because : [{ rule: 'demand', sentence: noFigures }];
  if (options.json) output.json({ ...plan, kind: 'infeasible', because });
  else for (const line of sentences.flatMap((sentence) => wrapText(sentence))) output.line(line);
}

function printProof(output: Output, proof: Record<Post, Verdict | null>, options: Options): void {
  const refuted = POSTS.some((post) => proof[post]?.kind === 'refuted');
  if (refuted) output.exitCode(1);
  if (!options.json) for (const post of POSTS) output.line(proofSentence(post, proof[post]));
}
