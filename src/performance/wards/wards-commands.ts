import { type Command, Option } from 'commander';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { csvLines } from '../../lib/tables/index.ts';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import type { WardChanges, WardsAsked, WardsComparison } from './model.ts';
import { sayRemarks, saySource } from './say-remarks.ts';
import { sayBeside, sayChanges, sayJudged, sayRate, sayStanding, sayVisited, standingOf } from './say-wards.ts';
import { compareWards } from './wards-service.ts';
import { changesTable, wardsTable } from './wards-tables.ts';

interface WardsOptions {
  measure?: string;
  area?: string;
  period?: string;
  against?: string;
  set?: string;
  countsTest?: boolean;
  changes?: boolean;
  json?: boolean;
  csv?: boolean;
}

/** Adds "wards": the wards of a place beside each other, and what changed in each. */
export function wardsCommand(parent: Command, open: OpenPlatform, output: Output): void {
  parent
    .command('wards')
    .description('wards beside each other by one measure, with what chance makes them differ, and what changed in each')
    .option('--measure <name>', 'such as violence-and-robbery (default)')
    .option('--area <code or name>', 'command unit, borough or cluster (default: the first unit)')
    .option('--period <period>', 'such as 2023-24 or rolling12:2024-03 (default: the latest 12 months)')
    .option('--against <period>', 'what changes are against (default: the same months a year before)')
    .option('--set <name>', 'changes of a set of measures, such as public-space')
    .option('--counts-test', 'limits, changes and words of chance alone')
    .option('--changes', 'with --csv: the changes instead of the rates')
    .option('--json', 'as JSON')
    .addOption(new Option('--csv', 'as CSV').conflicts('json'))
    .action(async (options: WardsOptions) => {
      const { platform, close } = await open();
      try {
        const today = todayInLondon(platform.now());
        const asked = askedOf(options);
        const shown = await compareWards(platform, { ...asked, today });
        if (shown.kind === 'refused') {
          output.error(shown.because);
          output.exitCode(1);
        } else if (options.json) output.json(shown);
        else for (const line of linesOf(shown, asked, { ...options, today })) output.line(line);
      } finally {
        await close();
      }
    });
}

function askedOf({ measure, area, period, against, set, countsTest }: WardsOptions): WardsAsked {
  return {
    ...{ measure: measure ?? null, place: area ?? null, period: period ?? null, against: against ?? null },
    ...{ set: set ?? null, countsTest: countsTest ?? false },
  };
}

function* linesOf(
  shown: WardsComparison,
  asked: WardsAsked,
  { csv, changes, today }: WardsOptions & { today: string },
): Generator<string> {
  const { changed } = shown;
  if (!csv) return yield* wordsOf(shown, asked);
  if (changes !== true) return yield* trimmed(csvLines(wardsTable(shown, today)));
  if ('because' in changed) return yield changed.because;
  yield* trimmed(csvLines(changesTable(shown, changed, today)));
}

function* trimmed(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield line.trimEnd();
}

function* wordsOf(shown: WardsComparison, { countsTest }: WardsAsked): Generator<string> {
  const { place, beside, changed, synthetic } = shown;
  const said = sayBeside(beside, countsTest);
  yield `${beside.measure.title}, wards of ${place.name}, ${beside.period.label}${synthetic ? ' (synthetic)' : ''}`;
  yield `${said.figure} ${said.rest}`;
  yield '';
  for (const { area, rated, missing, visited } of beside.wards) {
    if (rated === null) yield `${area.name}: ${missing}`;
    else {
      const [low, high] = rated.rateInterval;
      const words = sayStanding(standingOf(rated, countsTest), countsTest);
      yield `${area.name}: ${rated.count}, ${sayRate(rated.ratePer1000)} for each 1,000 residents (${sayRate(low)} to ${sayRate(high)}). ${words}${visited === null ? '' : ` ${sayVisited(visited)}`}`;
    }
  }
  yield '';
  if ('because' in changed) yield changed.because;
  else yield* changesOf(changed);
  yield '';
  yield* sayRemarks(shown);
  yield saySource(shown);
}

function* changesOf(changed: WardChanges): Generator<string> {
  const all = sayChanges(changed);
  yield `Changes against ${changed.periods.previous.label}. ${all.figure} ${all.rest}`;
  for (const change of changed.changes.filter(({ calledClear }) => calledClear || changed.setTitle === null)) {
    yield `${change.area.name}, ${change.row.measure}: ${change.row.current ?? '–'} against ${change.row.previous ?? '–'}. ${sayJudged(change, changed.test)}`;
  }
}
