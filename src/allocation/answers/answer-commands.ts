import type { Command } from 'commander';
import { parseAsAt, WrongUsage } from '../../demand/index.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import { answer, type Edge, withPlatform } from '../edge-commands.ts';
import { findPlannedWard } from '../find-planned-ward.ts';
import {
  asksForNumbers,
  planAsked,
  printNoPlan,
  type TypedPlan,
  withPlan,
  withPlanOptions,
} from '../plan-options-commands.ts';
import { noAnswerJson, unitAnswerJson, wardAnswerJson } from './answer-as-json.ts';
import { unitAnswerText, wardAnswerText } from './answer-as-text.ts';
import { answerForUnit } from './answer-for-unit.ts';
import { answerForWard } from './answer-for-ward.ts';
import { loadAnswers, loadAnswersOfTried } from './answers-service.ts';
import type { AnswerRecords } from './model.ts';
import { noAnswerSentences } from './no-answer-sentences.ts';
import { LICENCE, sourcesSentence } from './provenance-of-answer.ts';

interface Options extends TypedPlan {
  plan?: string;
}

/** The command line waits for the worker as long as it takes. */
const AS_LONG_AS_IT_TAKES = 600_000;

/** Adds "wardroom allocation answer". */
export function answerCommand(allocation: Command, edge: Edge): void {
  withPlanOptions(
    allocation
      .command('answer [ward]')
      .description(
        'an answer to read out, for a ward by name or code; without one, for the whole unit; without --dwo and --pcso, of the plan in force, else of the numbers put forward',
      ),
  )
    .option('--plan <number>', 'of this published plan (default: the one in force)')
    .action((ward: string | undefined, options: Options) => answer(edge.output, () => sayAnswer(edge, ward, options)));
}

async function sayAnswer(edge: Edge, ward: string | undefined, options: Options): Promise<void> {
  if (asksForNumbers(options)) return sayOfTried(edge, ward, options);
  const { output } = edge;
  if (options.asAt !== undefined) parseAsAt(options.asAt);
  await withPlatform(edge, async (platform) => {
    const asAt = options.asAt ?? todayInLondon(platform.now());
    const asked = { unit: options.unit ?? null, asAt, plan: options.plan ?? null };
    const loaded = await loadAnswers(platform, asked, AS_LONG_AS_IT_TAKES);
    if (loaded.kind === 'unknown plan') return refuse(edge, noSuchPlan(loaded.id));
    if (loaded.kind === 'answered') return sayFrom(edge, { records: loaded.records, asAt, ward, json: options.json });
    output.exitCode(1);
    if (options.json) return output.json(noAnswerJson(loaded));
    printText(
      edge,
      noAnswerSentences(loaded).flatMap((each) => wrapText(each)),
    );
  });
}

/** Of numbers that were typed, which nobody adopted. */
async function sayOfTried(edge: Edge, ward: string | undefined, options: Options): Promise<void> {
  if (options.plan !== undefined)
    throw new WrongUsage('Name a plan with --plan, or give the numbers of another with --dwo and --pcso, not both.');
  await withPlan(edge, options, async (platform, asked) => {
    const plan = await planAsked(platform, asked);
    if (plan.kind !== 'optimal') return printNoPlan(edge.output, plan, options);
    const records = await loadAnswersOfTried(platform, plan, AS_LONG_AS_IT_TAKES);
    sayFrom(edge, { records, asAt: asked.asAt, ward, json: options.json });
  });
}

interface Saying {
  records: AnswerRecords;
  asAt: string;
  ward: string | undefined;
  json: boolean | undefined;
}

function sayFrom(edge: Edge, { records, asAt, ward, json }: Saying): void {
  const asText = { asAt, foot: [sourcesSentence(records.plan), LICENCE], wrap: wrapText };
  const { asJson, text } = ward === undefined ? ofUnit() : ofWard(ward);
  if (json) edge.output.json(asJson());
  else printText(edge, text().trimEnd().split('\n'));

  function ofUnit() {
    const said = answerForUnit(records);
    return { asJson: () => unitAnswerJson(said, asAt, records), text: () => unitAnswerText(said, asText) };
  }

  function ofWard(typed: string) {
    const found = findPlannedWard(records.plan, typed);
    if (found.kind === 'refused') throw new WrongUsage(found.because);
    const said = answerForWard({ ...records, code: found.ward.code });
    return { asJson: () => wardAnswerJson(said, asAt, records), text: () => wardAnswerText(said, asText) };
  }
}

const noSuchPlan = (id: string) => `There is no plan ${id} that is published.`;

function refuse({ output }: Edge, sentence: string): void {
  output.error(sentence);
  output.exitCode(1);
}

const printText = ({ output }: Edge, lines: readonly string[]): void => {
  for (const line of lines) output.line(line);
};
