import type { Command } from 'commander';
import { findKnownArea } from '../geography/service.ts';
import { addMonths } from '../lib/calendar/month.ts';
import type { OpenPlatform, Output } from '../platform/command-line.ts';
import type { Records } from '../platform/database/index.ts';
import { CATALOGUE, findMeasure } from './catalogue.ts';
import { AREA_VERSIONS, meantArea } from './meant-area.ts';
import type { Measure, Series } from './model.ts';
import { readSeries } from './service.ts';

/** Adds "wardroom measure list" and "wardroom measure show". */
export function measureCommands(program: Command, open: OpenPlatform, output: Output): void {
  const measure = program.command('measure').description('what is measured, and its figures by area and month');
  measure
    .command('list')
    .description('every measure with what it counts')
    .option('--json', 'as JSON')
    .action((options: { json?: boolean }) => {
      if (options.json) output.json(CATALOGUE);
      else for (const line of listLines(CATALOGUE)) output.line(line);
    });
  measure
    .command('show <name>')
    .description('the figures of one measure for one area')
    .requiredOption('--area <code or name>', 'ward, borough or LSOA, such as E05013669 or "Barnsbury"')
    .option('--json', 'as JSON')
    .action(async (name: string, options: { area: string; json?: boolean }) => {
      await show(open, output, { name, ...options });
    });
}

async function show(
  open: OpenPlatform,
  output: Output,
  asked: { name: string; area: string; json?: boolean },
): Promise<void> {
  const refuse = (sentence: string): void => {
    output.error(sentence);
    output.exitCode(1);
  };
  const measure = findMeasure(asked.name);
  if (!measure) return refuse(`There is no measure "${asked.name}": "wardroom measure list" names them.`);
  const { platform, close } = await open();
  try {
    const meant = meantArea(asked.area, await findKnownArea(platform.records, asked.area, AREA_VERSIONS));
    if (meant.kind === 'refused') return refuse(meant.because);
    const found = await firstWithFigures(platform.records, measure, meant.areas);
    if (!found) {
      return refuse(
        `No figures for ${measure.title.toLowerCase()} in ${meant.areas[0]?.name}: import a file that has them.`,
      );
    }
    if (asked.json) output.json(asJson(found.area, found.series));
    else for (const line of showLines(measure, found.area, found.series)) output.line(line);
  } finally {
    await close();
  }
}

type NamedArea = { code: string; name: string; version: Series['boundaryVersion'] };

async function firstWithFigures(
  records: Records,
  measure: Measure,
  areas: NamedArea[],
): Promise<{ area: NamedArea; series: Series } | null> {
  for (const area of areas) {
    const [series] = await readSeries(records, {
      measures: [measure.name],
      areaCodes: [area.code],
      boundaryVersion: area.version,
    });
    if (series) return { area, series };
  }
  return null;
}

function monthly(series: Series): { month: string; value: number | null; doubtful: boolean }[] {
  return series.values.map((value, index) => {
    const month = addMonths(series.firstMonth, index);
    return { month, value, doubtful: series.doubtful.includes(month) };
  });
}

function asJson(area: NamedArea, series: Series): object {
  return {
    measure: series.measure,
    area: area.code,
    areaName: area.name,
    boundaryVersion: series.boundaryVersion,
    vintage: series.vintage,
    synthetic: series.synthetic,
    backCast: series.backCast,
    sources: series.files,
    series: monthly(series),
  };
}

/** Every month of a monthly measure; of another only those with a figure, since it has none between. */
function shownMonths(measure: Measure, series: Series): ReturnType<typeof monthly> {
  return monthly(series).filter(({ value }) => measure.every === 'month' || value !== null);
}

const DOUBTFUL = 'doubtful: its file has under half of what is usual';

function listLines(measures: readonly Measure[]): string[] {
  const width = Math.max(...measures.map(({ name }) => name.length));
  return measures.map(({ name, definition }) => `${name.padEnd(width)}  ${definition}`);
}

function showLines(measure: Measure, area: NamedArea, series: Series): string[] {
  return [
    `${measure.title}, ${area.name} (${area.code}), ${measure.unit}`,
    `Vintage ${series.vintage}, from ${series.files.join(' and ')}${series.synthetic ? ' (made-up figures)' : ''}`,
    ...(series.backCast ? ['Months before these wards existed were counted anew on them.'] : []),
    '',
    ...shownMonths(measure, series).map(
      ({ month, value, doubtful }) => `${month}  ${value ?? 'no figure'}${doubtful ? `  ${DOUBTFUL}` : ''}`,
    ),
  ];
}
