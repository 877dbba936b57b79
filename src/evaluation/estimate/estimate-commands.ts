import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { csvRecords } from '../../lib/tables/index.ts';
import type { Output } from '../../platform/command-line.ts';
import { textTable } from '../../platform/text-table.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import { type EstimateAsked, estimateFile, type FileAnswer } from './estimate-file.ts';
import type { PredictorShown } from './estimate-with-predictors.ts';
import { type PredictorAsked, parsePredictor } from './read-predictors.ts';

interface EstimateOptions {
  panel: string;
  unit: string;
  time: string;
  outcome: string;
  treated: string[];
  start: string;
  method: EstimateAsked['method'];
  mode: EstimateAsked['mode'];
  predictor?: PredictorAsked[];
  json?: boolean;
}

const ABOUT_FILES = `
The file has a line for each unit and time and no gaps, such as "borough,month,crimes". Refused are gaps, by unit and month,
and fits too poor to believe.`;

/** Adds "estimate": the effect in some units of any panel. It opens no records. */
export function estimateCommand(parent: Command, output: Output): void {
  parent
    .command('estimate')
    .description('the effect in some units of any table with a line for each unit and time')
    .requiredOption('--panel <file>', 'CSV, parted by commas or semicolons')
    .requiredOption('--unit <column>', 'column of the units')
    .requiredOption('--time <column>', 'column of the times')
    .requiredOption('--outcome <column>', 'column of what is measured')
    .requiredOption(
      '--treated <units>',
      'treated units, parted by commas, or given again for each; one with a comma in its name in double quotes, as in CSV; they are averaged',
      readNames,
    )
    .requiredOption('--start <time>', 'first treated time, as the file writes it')
    .addOption(new Option('--method <name>', 'estimator').choices(['sdid', 'sc', 'did', 'difp']).makeOptionMandatory())
    .addOption(
      new Option('--mode <mode>', 'how its weights are found').choices(['exact', 'as published']).default('exact'),
    )
    .option(
      '--predictor <column>',
      'what the comparison is to be like besides, with --method sc: the mean of a column before the start, or of some times as beer@1984..1988 or beer@1975; again for each',
      readPredictor,
    )
    .option('--json', 'as JSON')
    .addHelpText('after', ABOUT_FILES)
    .action(async ({ panel, unit, time, outcome, predictor, ...rest }: EstimateOptions) => {
      const text = await readFile(panel, 'utf8').catch(() => null);
      const answer: FileAnswer =
        text === null
          ? { kind: 'refused', because: `There is no file ${panel} that can be read: check how it is spelt.` }
          : estimateFile(text, { columns: { unit, time, outcome }, predictors: predictor ?? [], ...rest });
      if (answer.kind === 'refused') {
        output.error(answer.because);
        output.exitCode(1);
      } else if (rest.json) {
        const { kind: _, ...estimate } = answer;
        output.json(estimate);
      } else for (const line of linesOf(answer)) output.line(line);
    });
}

/**
 * Names as one line of CSV, besides those of earlier options.
 * @throws InvalidArgumentError, which is answered as wrong usage
 */
function readNames(text: string, earlier: readonly string[] = []): string[] {
  const records = [...csvRecords(text)];
  const names = records[0]?.fields?.map((name) => name.trim()) ?? [];
  if (records.length !== 1 || names.length === 0 || names.includes('')) {
    throw new InvalidArgumentError('Name units parted by commas, one with a comma in it in double quotes.');
  }
  return [...earlier, ...names];
}

/** @throws InvalidArgumentError, which is answered as wrong usage */
function readPredictor(text: string, before: PredictorAsked[] = []): PredictorAsked[] {
  const predictor = parsePredictor(text);
  if (predictor === null) throw new InvalidArgumentError('Write a predictor as beer, beer@1975 or beer@1984..1988.');
  return [...before, predictor];
}

const shown = (value: number | null): string => (value === null ? 'without end' : String(Number(value.toPrecision(6))));

function linesOf(answer: Extract<FileAnswer, { kind: 'estimated' }>): string[] {
  const { method, mode, estimate, se, seKind, pValue, smallestP, interval, weights, effects, placebos } = answer;
  const range =
    interval === null
      ? ''
      : ` ${(100 * interval.level).toFixed(1)}% range by lot: ${shown(interval.low)} to ${shown(interval.high)}.`;
  const error = se === null ? '' : ` Standard error ${shown(se)}: ${seKind}.`;
  const heaviest = Object.entries(weights).toSorted(([, a], [, b]) => b - a);
  return [
    ...wrapText(
      `${shown(estimate)} by ${method}, ${mode}.${error} p = ${pValue.toFixed(4)} by lot; the smallest that so many groups allow is ${smallestP.toFixed(4)}.${range}`,
    ),
    ...wrapText(
      `Root mean squared gap before the start: ${shown(answer.preRmspe)}.${gapSaid(answer.dualityGap)} Placebos: ${placebos.length}.`,
    ),
    '',
    ...textTable(
      [
        { head: 'Time', align: 'left' },
        { head: 'Effect', align: 'right' },
      ],
      effects.map(({ time, effect }) => [time, shown(effect)]),
    ),
    '',
    ...textTable(
      [
        { head: 'Compared with', align: 'left' },
        { head: 'Weight', align: 'right' },
      ],
      heaviest.map(([name, weight]) => [name, weight.toFixed(4)]),
    ),
    ...('predictors' in answer ? ['', ...predictorLines(answer.predictors)] : []),
  ];
}

const gapSaid = (dualityGap: number | null): string =>
  dualityGap === null ? '' : ` Duality gap: ${dualityGap.toExponential(1)}.`;

const predictorLines = (predictors: readonly PredictorShown[]): string[] =>
  textTable(
    [
      { head: 'Predictor', align: 'left' },
      { head: 'Weight', align: 'right' },
      { head: 'Treated', align: 'right' },
      { head: 'Compared with', align: 'right' },
    ],
    predictors.map(({ name, weight, treated, synthetic }) => [
      ...[name, weight.toFixed(4), shown(treated), shown(synthetic)],
    ]),
  );
