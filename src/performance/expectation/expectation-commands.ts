import type { Command } from 'commander';
import { monthName } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { csvLines } from '../../lib/tables/index.ts';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import { expectNextYear } from './expectation-service.ts';
import { expectationTable } from './expectation-table.ts';
import type { Expectation } from './model.ts';
import { sayExpectation, sayScore } from './say-expectation.ts';

interface ExpectationOptions {
  measure?: string;
  area?: string;
  json?: boolean;
  csv?: boolean;
}

/** Adds "expectation": what the next twelve months are expected to bring in a place and its wards. */
export function expectationCommand(parent: Command, open: OpenPlatform, output: Output): void {
  parent
    .command('expectation')
    .description('what the next twelve months are expected to bring, where that beats the year before')
    .option('--measure <name>', 'such as residential-burglary (default)')
    .option('--area <code or name>', 'command unit, borough, cluster or ward (default: the first unit)')
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .action(async ({ measure, area, json, csv }: ExpectationOptions) => {
      const { platform, close } = await open();
      try {
        const today = todayInLondon(platform.now());
        const shown = await expectNextYear(platform, { measure: measure ?? null, place: area ?? null, today });
        if (shown.kind === 'refused') {
          output.error(shown.because);
          output.exitCode(1);
        } else if (json) output.json(shown);
        else
          for (const line of csv ? csvLines(expectationTable(shown, today)) : wordsOf(shown))
            output.line(line.trimEnd());
      } finally {
        await close();
      }
    });
}

function* wordsOf({ measure, place, from, to, synthetic, vintage, areas }: Expectation): Generator<string> {
  yield `${measure.title}, ${place.name}, ${monthName(from)} to ${monthName(to)}${synthetic ? ' (synthetic)' : ''}`;
  yield `Vintage ${vintage}`;
  for (const each of areas) {
    const { figure, rest } = sayExpectation(each);
    const score = each.forecast.kind === 'shown' ? ` ${sayScore(each.forecast.score)}` : '';
    yield `${each.area.name}: ${figure} ${rest}${score}`;
  }
}
