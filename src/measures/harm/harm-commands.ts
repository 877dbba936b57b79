import type { Command } from 'commander';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import { HARM_MEASURES } from '../catalogue/harm-measures.ts';
import { sumsCategory } from '../sums-category.ts';
import { readCrimeCategories, readHarmWeights } from './harm-store.ts';
import { type MatchedOffences, matchOffences } from './match-offences.ts';
import type { HeldHarmWeights } from './weigh-series.ts';

/** Adds "wardroom measure weights". */
export function weightsCommand(measure: Command, open: OpenPlatform, output: Output): void {
  measure
    .command('weights')
    .description('the table of harm weights in use, and which offences it has no weight for')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }) => {
      const { platform, close } = await open();
      try {
        const table = await readHarmWeights(platform.records);
        if (table === null) {
          output.error(
            'No table of harm weights is held: import one with the columns offence, weight, version and source.',
          );
          output.exitCode(1);
          return;
        }
        const held = await readCrimeCategories(platform.records);
        const weighed = held.filter((category) => HARM_MEASURES.some((each) => sumsCategory(each, category)));
        const matched = matchOffences(table.weights, weighed);
        if (options.json) output.json(asJson(table, matched));
        else for (const line of weightsLines(table, matched)) output.line(line);
      } finally {
        await close();
      }
    });
}

function asJson({ file, version, source }: HeldHarmWeights, matched: MatchedOffences): object {
  const { weights, matchedToNothing, withoutWeight } = matched;
  return { file, version, source, weights: Object.fromEntries([...weights].sort()), matchedToNothing, withoutWeight };
}

function weightsLines(table: HeldHarmWeights, { weights, matchedToNothing, withoutWeight }: MatchedOffences): string[] {
  const { source, version, file } = table;
  const list = (title: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : ['', `${title} (${names.length}):`, ...names.map((name) => `  ${name}`)];
  return [
    `${source}, version ${version}, from ${file}: ${table.weights.length} offences.`,
    ...list(
      'Weighed',
      [...weights].sort().map(([category, weight]) => `${category}: ${weight}`),
    ),
    ...list('Offences of the table that no crime figures held have', matchedToNothing),
    ...list('Offences recorded without a weight', withoutWeight),
    ...(withoutWeight.length === 0
      ? []
      : ['', ...wrapText('A month of an area in which too many crimes have no weight has no harm-weighted crime.')]),
  ];
}
