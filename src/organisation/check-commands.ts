import type { Command } from 'commander';
import { isDate } from '../lib/calendar/is-date.ts';
import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import type { OpenPlatform, Output } from '../platform/command-line.ts';
import { wrapText } from '../platform/wrap-text.ts';
import { countWords } from '../ui/count-words.ts';
import { type CheckedBook, checkUnit } from './check-service.ts';
import type { Finding, Judged } from './rule.ts';
import { checkAnswer, findingDays, judgedRules, unknownReasons } from './say-check.ts';

interface Edge {
  open: OpenPlatform;
  output: Output;
}

interface Options {
  asAt?: string;
  unit?: string;
  json?: boolean;
}

/**
 * Adds "wardroom organisation check". Exit codes: 0 when no rule is broken, 1 when one is, 2 for wrong usage. What cannot be
 * judged is told, and breaks nothing.
 * @param deps the floor is a rule of allocation, which comes later in the order of domains
 */
export function checkCommands(organisation: Command, edge: Edge, deps: Pick<Judged, 'floorOn'>): void {
  organisation
    .command('check')
    .description('every rule of the post book that is broken on a date, where and since when')
    .option('--as-at <date>', 'the date to judge, such as 2026-03-01 (default: today)')
    .option('--unit <name>', 'command unit, such as "Central North"; needed when there are several')
    .option('--json', 'as JSON')
    .action((options: Options) => check(edge, deps, options));
}

async function check({ open, output }: Edge, { floorOn }: Pick<Judged, 'floorOn'>, options: Options): Promise<void> {
  if (options.asAt !== undefined && !isDate(options.asAt)) {
    output.error(`"${options.asAt}" is not a date: write it as 2026-03-01.`);
    output.exitCode(2);
    return;
  }
  const { platform, close } = await open();
  try {
    const asAt = options.asAt ?? todayInLondon(platform.now());
    const checked = await checkUnit(platform, { unit: options.unit ?? null, asAt, floorOn });
    if (options.json === true) output.json(checked.check);
    else for (const line of lines(checked)) output.line(line);
    output.exitCode(checked.check.broken.length > 0 ? 1 : 0);
  } catch (error) {
    if (!(error instanceof Error) || !WRONG_USAGE.has(error.name)) throw error;
    output.error(error.message);
    output.exitCode(2);
  } finally {
    await close();
  }
}

/** Of a unit that is not there, or not named where there are several. */
const WRONG_USAGE = new Set(['NotFound', 'InvalidRequest']);

function lines({ book, check: found }: CheckedBook): string[] {
  const { figure, rest } = checkAnswer(found);
  const rules = judgedRules(found);
  const broken = rules.filter((each) => each.broken.length > 0);
  const reasons = unknownReasons(found);
  return [
    ...wrapText(`${book.unit}: ${figure} ${rest}`),
    ...(book.synthetic ? ['Made up for the demonstration.'] : []),
    ...(book.whole ? [] : wrapText('You see part of this unit: nothing is said of the rest of it.')),
    ...broken.flatMap(({ rule, broken: findings }) => [
      '',
      ...wrapText(`${rule.name}: ${rule.sentence}`),
      ...findings.flatMap(told),
    ]),
    ...(reasons.length === 0 ? [] : ['', 'Cannot be judged:']),
    ...reasons.flatMap(({ where, sentence, rules: names }) =>
      hanging(`${names.length === 1 ? names[0] : countWords(names.length, 'rule')}, ${where}: ${sentence}`),
    ),
  ];
}

const INDENT = '  ';

const told = (finding: Finding): string[] => hanging(`${finding.where}, ${findingDays(finding)}: ${finding.sentence}`);

function hanging(text: string): string[] {
  return wrapText(text, 96).map((line, index) => (index === 0 ? `${INDENT}${line}` : `${INDENT}${INDENT}${line}`));
}
