import { type Command, Option } from 'commander';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { toCsv } from '../../lib/tables/index.ts';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import { textTable } from '../../platform/text-table.ts';
import { disproportionality } from './disproportionality-service.ts';
import { disproportionalityTable } from './disproportionality-table.ts';
import type { ComparedWithin, DefinedBy, Disproportionality, Interval } from './model.ts';
import { sayAnswer, sayLimits } from './say-disproportionality.ts';
import { ratioNumber, sayRange } from './say-ratio.ts';

interface Options {
  area?: string;
  period: string;
  by: DefinedBy;
  object?: string;
  outcome?: string;
  within?: ComparedWithin;
  json?: boolean;
  csv?: boolean;
}

/** Adds "disproportionality": stop and search by ethnicity, against who lives there. */
export function disproportionalityCommand(parent: Command, open: OpenPlatform, output: Output): void {
  parent
    .command('disproportionality')
    .description('stop and search by ethnicity, against who lives there, compared within small areas')
    .option('--area <code or name>', 'command unit or borough; wards and clusters too (default: the first unit)')
    .option('--period <period>', '2023-24, 2023-04..2024-03, ytd:2023-12 or rolling12:2024-03', 'rolling12')
    .addOption(
      new Option('--by <who>', 'ethnicity as this person said it').choices(['self', 'officer']).default('self'),
    )
    .option('--object <object>', 'only searches for it, such as drugs')
    .option('--outcome <outcome>', 'only searches with this outcome, such as arrest')
    .addOption(new Option('--within <areas>', 'small areas that are compared').choices(['lsoas', 'wards']))
    .option('--json', 'as JSON')
    .addOption(new Option('--csv', 'as CSV').conflicts('json'))
    .action((options: Options) => answer(open, output, options));
}

async function answer(open: OpenPlatform, output: Output, options: Options): Promise<void> {
  const { area = null, period, by, object = null, outcome = null, within = null } = options;
  const { platform, close } = await open();
  try {
    const asAt = todayInLondon(platform.now());
    const shown = await disproportionality(platform, { area, period, by, object, outcome, within, asAt });
    if (shown.kind === 'refused') {
      output.error(shown.because);
      output.exitCode(1);
    } else if (options.json) output.json(shown);
    else if (options.csv) output.line(toCsv(disproportionalityTable(shown, asAt)).trimEnd());
    else for (const line of linesOf(shown)) output.line(line);
  } finally {
    await close();
  }
}

function linesOf(shown: Disproportionality): string[] {
  const { figure, rest } = sayAnswer(shown);
  const number = (value: number | null): string => (value === null ? '–' : value.toLocaleString('en-GB'));
  const ratio = (value: number | null): string => (value === null ? '–' : ratioNumber(value));
  const range = (interval: Interval | null): string => (interval === null ? '–' : sayRange(interval));
  return [
    `${shown.area.name}, ${shown.period.label}`,
    `${figure} ${rest}`.trim(),
    '',
    ...textTable(
      [
        { head: 'group', align: 'left' },
        ...['searches', 'residents', 'per 1,000 a year', 'ratio', 'range', 'unknown: lowest', 'highest'].map(
          (head) => ({
            ...{ head, align: 'right' as const },
          }),
        ),
      ],
      shown.rows.map((row) => [
        ...[row.title, number(row.searches), number(row.residents), number(row.ratePer1000AYear)],
        ...[ratio(row.ratio), range(row.interval), ratio(row.lowest), ratio(row.highest)],
      ]),
    ),
    '',
    ...sayLimits(shown),
  ];
}
