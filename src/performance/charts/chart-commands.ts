import type { Command } from 'commander';
import { isMonth, type Month } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { toCsv } from '../../lib/tables/index.ts';
import { findMeasure } from '../../measures/index.ts';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import { numberColumns, textTable } from '../../platform/text-table.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import { findPerformanceArea } from '../areas/areas-service.ts';
import { chartOpenTable, POINT_HEADS, pointCells } from './chart-open-table.ts';
import { controlCharts } from './charts-service.ts';
import type { ControlChart } from './model.ts';

interface Options {
  measure: string;
  area?: string;
  from?: string;
  to?: string;
  vintage?: string;
  json?: boolean;
  csv?: boolean;
}

/** Adds "wardroom performance chart". */
export function chartCommands(performance: Command, open: OpenPlatform, output: Output): void {
  performance
    .command('chart')
    .description('the control chart of one measure: what is out of the ordinary, and how often that is a false alarm')
    .requiredOption('--measure <name>', 'as "wardroom measure list" names it')
    .option('--area <code or name>', 'command unit, borough, cluster, ward or LSOA (default: the first command unit)')
    .option('--from <month>', 'first month shown, such as 2021-04 (default: the latest five financial years)')
    .option('--to <month>', 'last month shown (default: the last there is)')
    .option('--vintage <name>', 'from this vintage (default: the one that answers best)')
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .action((options: Options) => showChart(open, output, options));
}

async function showChart(open: OpenPlatform, output: Output, options: Options): Promise<void> {
  const refuse = (sentence: string, code: 1 | 2): void => {
    output.error(sentence);
    output.exitCode(code);
  };
  const { measure, from = null, to = null, vintage = null } = options;
  for (const month of [from, to]) {
    if (month !== null && !isMonth(month)) return refuse(`"${month}" is not a month: write it as 2024-02.`, 2);
  }
  if (from !== null && to !== null && from > to) return refuse('The last month comes before the first.', 2);
  const known = findMeasure(measure);
  if (known === null) return refuse(`There is no measure "${measure}": "wardroom measure list" names them.`, 1);
  const { platform, close } = await open();
  try {
    const asAt = todayInLondon(platform.now());
    const found = await findPerformanceArea(platform, { word: options.area ?? null, asAt });
    if (found.kind === 'refused') return refuse(found.because, 1);
    const months = { from: from as Month | null, to: to as Month | null };
    const [chart] = await controlCharts(platform, { measures: [measure], areas: [found.area], vintage, ...months });
    if (chart === undefined) {
      return refuse(
        `No figures by month or quarter of ${known.title.toLowerCase()} are held for ${found.area.name} in those months.`,
        1,
      );
    }
    if (options.json) output.json(chart);
    else if (options.csv) output.line(toCsv(chartOpenTable(chart, asAt)).trimEnd());
    else tellChart(output, chart, known.title);
  } finally {
    await close();
  }
}

function tellChart(output: Output, chart: ControlChart, title: string): void {
  output.line(`${title}, ${chart.unit}`);
  for (const line of wrapText(chart.finding)) output.line(line);
  output.line('');
  for (const line of textTable(numberColumns(POINT_HEADS), chart.points.map(pointCells))) output.line(line);
  output.line('');
  for (const remark of chart.remarks) for (const line of wrapText(remark)) output.line(line);
  output.line(`Source: vintage ${chart.figures.vintage}, ${chart.figures.files.join(', ')}.`);
}
