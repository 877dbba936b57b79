import { type Command, Option } from 'commander';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { csvLines } from '../../lib/tables/index.ts';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import { findPerformanceArea } from '../areas/areas-service.ts';
import { serviceLines } from './service-lines.ts';
import { serviceReport } from './service-report-service.ts';
import { serviceTable } from './service-table.ts';

interface ServiceOptions {
  area?: string;
  period: string;
  against?: string;
  vintage?: string;
  json?: boolean;
  csv?: boolean;
}

/** Adds "wardroom performance service". */
export function serviceMeasuresCommand(parent: Command, open: OpenPlatform, output: Output): void {
  parent
    .command('service')
    .description('attendance, response times, satisfaction, outcomes, charges, backlogs and calls of an area')
    .option('--area <code or name>', 'command unit, borough, ward or force (default: the first command unit)')
    .option('--period <period>', '2023-24, 2023-04..2024-03, ytd:2023-12 or rolling12:2024-03', 'rolling12')
    .option('--against <period>', 'the same, or baseline:pre-pandemic (default: the same months a year before)')
    .option('--vintage <name>', 'read everything from this vintage')
    .option('--json', 'as JSON')
    .addOption(new Option('--csv', 'as CSV').conflicts('json'))
    .action((options: ServiceOptions) => answer(open, output, options));
}

async function answer(open: OpenPlatform, output: Output, options: ServiceOptions): Promise<void> {
  const { platform, close } = await open();
  try {
    const asAt = todayInLondon(platform.now());
    const found = await findPerformanceArea(platform, { word: options.area ?? null, asAt });
    const report =
      found.kind === 'refused'
        ? found
        : await serviceReport(platform, {
            ...{ area: found.area, period: options.period, against: options.against ?? null, asAt },
            vintage: options.vintage ?? null,
          });
    if (report.kind === 'refused') {
      output.error(report.because);
      output.exitCode(1);
    } else if (options.json) output.json(report);
    else if (options.csv) for (const line of csvLines(serviceTable(report, asAt))) output.line(line.trimEnd());
    else for (const line of serviceLines(report)) for (const each of indented(line)) output.line(each);
  } finally {
    await close();
  }
}

/** A line broken between words, what follows its beginning as far in as it. */
function indented(line: string): string[] {
  const inset = line.length - line.trimStart().length;
  return wrapText(line.trimStart(), 100 - inset).map((each) => `${' '.repeat(inset)}${each}`);
}
