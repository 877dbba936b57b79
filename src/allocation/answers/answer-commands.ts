import type { Command } from 'commander';
import { parseAsAt, WrongUsage } from '../../demand/index.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import { answer, type Edge, withPlatform } from '../edge-commands.ts';
import { findPlannedWard } from '../find-planned-ward.ts';
import { noAnswerJson, unitAnswerJson, wardAnswerJson } from './answer-as-json.ts';
import { unitAnswerText, wardAnswerText } from './answer-as-text.ts';
import { answerForUnit } from './answer-for-unit.ts';
import { answerForWard } from './answer-for-ward.ts';
import { loadAnswers } from './answers-service.ts';
import { noAnswerSentences } from './no-answer-sentences.ts';
import { LICENCE, sourcesSentence } from './provenance-of-answer.ts';

interface Options {
  unit?: string;
  asAt?: string;
  plan?: string;
  json?: boolean;
}

/** The command line waits for the worker as long as it takes. */
const AS_LONG_AS_IT_TAKES = 600_000;

/** Adds "wardroom allocation answer". */
export function answerCommand(allocation: Command, edge: Edge): void {
  allocation
    .command('answer [ward]')
    .description('an answer to read out, for a ward by name or code; without one, for the whole unit')
    .option('--unit <name>', 'command unit, such as "Central North"; needed when there are several')
    .option('--as-at <date>', 'as at this date, such as 2026-03-01 (default: today)')
    .option('--plan <number>', 'of this published plan (default: the one in force)')
    .option('--json', 'as JSON')
    .action((ward: string | undefined, options: Options) => answer(edge.output, () => sayAnswer(edge, ward, options)));
}

async function sayAnswer(edge: Edge, ward: string | undefined, options: Options): Promise<void> {
  const { output } = edge;
  if (options.asAt !== undefined) parseAsAt(options.asAt);
  await withPlatform(edge, async (platform) => {
    const asAt = options.asAt ?? todayInLondon(platform.now());
    const asked = { unit: options.unit ?? null, asAt, plan: options.plan ?? null };
    const loaded = await loadAnswers(platform, asked, AS_LONG_AS_IT_TAKES);
    if (loaded.kind === 'unknown plan') return refuse(edge, noSuchPlan(loaded.id));
    if (loaded.kind !== 'answered') {
      output.exitCode(1);
      if (options.json) return output.json(noAnswerJson(loaded));
      return printText(
        edge,
        noAnswerSentences(loaded).flatMap((each) => wrapText(each)),
      );
    }
    const { records } = loaded;
    const asText = { asAt, foot: [sourcesSentence(records.plan), LICENCE], wrap: wrapText };
    if (ward === undefined) {
      const said = answerForUnit(records);
      if (options.json) return output.json(unitAnswerJson(said, asAt, records));
      return printText(edge, unitAnswerText(said, asText).trimEnd().split('\n'));
    }
    const found = findPlannedWard(records.plan, ward);
    if (found.kind === 'refused') throw new WrongUsage(found.because);
    const said = answerForWard({ ...records, code: found.ward.code });
    if (options.json) return output.json(wardAnswerJson(said, asAt, records));
    printText(edge, wardAnswerText(said, asText).trimEnd().split('\n'));
  });
}

const noSuchPlan = (id: string) => `There is no plan ${id} that is published.`;

function refuse({ output }: Edge, sentence: string): void {
  output.error(sentence);
  output.exitCode(1);
}

const printText = ({ output }: Edge, lines: readonly string[]): void => {
  for (const line of lines) output.line(line);
};
