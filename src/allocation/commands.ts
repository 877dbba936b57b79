import type { Command } from 'commander';
import { parseAsAt, WrongUsage } from '../demand/index.ts';
import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import type { OpenPlatform, Output } from '../platform/command-line.ts';
import { textTable } from '../platform/text-table.ts';
import { wrapText } from '../platform/wrap-text.ts';
import { longDate } from '../ui/long-date.ts';
import { answerCommand } from './answers/answer-commands.ts';
import { compareCommand } from './answers/compare-commands.ts';
import { asksForMore, TIME_LIMIT_SECONDS } from './asks-for-more.ts';
import { proofSentence, type Verdict } from './check-proof.ts';
import { answer, type Edge, withPlatform } from './edge-commands.ts';
import { explainWard } from './explain-ward.ts';
import { findPlannedWard } from './find-planned-ward.ts';
import type { OptimalPlan, PlanOptions, Post } from './model.ts';
import { planColumns, planHead, planNotes, planRows, restsOn } from './plan-lines.ts';
import {
  asksForNumbers,
  planAsked,
  printNoPlan,
  type TypedPlan,
  withPlan,
  withPlanOptions,
} from './plan-options-commands.ts';
import { proposalCommands } from './proposal-commands.ts';
import { POSTS } from './rule.ts';
import { sergeantOf } from './sergeant-lines.ts';
import { type Adoption, adoptPlan, planInForce, provePlan } from './service.ts';
import { stabilityCommand } from './stability/stability-commands.ts';

/** Adds "wardroom allocation plan", "explain", "adopt", "stability", "answer" and "compare", and what becomes of proposals. */
export function allocationCommands(program: Command, open: OpenPlatform, output: Output): void {
  const allocation = program.command('allocation').description('how many officers each ward gets, and why');
  const edge = { open, output };
  withPlanOptions(
    allocation.command('plan').description('share officers and PCSOs out to wards; --json gives every reason'),
  )
    .option('--prove', 'solve it a second way with HiGHS and say whether the answer is the same')
    .action((options: TypedPlan) => answer(output, () => plan(edge, options)));
  withPlanOptions(
    allocation
      .command('explain <ward>')
      .description('one ward by name or code: its number and why; without --dwo and --pcso, in the plan in force'),
  ).action((ward: string, options: TypedPlan) => answer(output, () => explain(edge, ward, options)));
  withPlanOptions(
    allocation
      .command('adopt')
      .description('propose a plan for its date; it is published at once only where nobody else could approve it'),
  ).action((options: TypedPlan) => answer(output, () => adopt(edge, options)));
  stabilityCommand(allocation, edge);
  answerCommand(allocation, edge);
  compareCommand(allocation, edge);
  proposalCommands(allocation, edge);
}

async function plan(edge: Edge, options: TypedPlan): Promise<void> {
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

async function adopt(edge: Edge, options: TypedPlan): Promise<void> {
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

const secondsOf = ({ timeLimitSeconds }: PlanOptions) => timeLimitSeconds ?? TIME_LIMIT_SECONDS;

async function explain(edge: Edge, ward: string, options: TypedPlan): Promise<void> {
  if (asksForNumbers(options)) {
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
  options: TypedPlan,
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

function printProof(output: Output, proof: Record<Post, Verdict | null>, options: TypedPlan): void {
  const refuted = POSTS.some((post) => proof[post]?.kind === 'refuted');
  if (refuted) output.exitCode(1);
  if (!options.json) for (const post of POSTS) output.line(proofSentence(post, proof[post]));
}
