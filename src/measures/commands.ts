import type { Command } from 'commander';
import type { OpenPlatform, Output } from '../platform/command-line.ts';
import type { Records } from '../platform/database/index.ts';
import { alikeMeasure } from './alike-measure.ts';
import { answer, areasMeant, type NamedArea, NoAnswer, requireVintage } from './asked-commands.ts';
import { completenessCommand } from './completeness/completeness-commands.ts';
import type { MeasureHeld } from './completeness/completeness-report.ts';
import { measuresHeld } from './completeness/completeness-service.ts';
import { sayHeld } from './completeness/held-of-measure.ts';
import { seriesFindings } from './completeness/series-findings-service.ts';
import { weightsCommand } from './harm/harm-commands.ts';
import { readHarmWeights } from './harm/harm-store.ts';
import { isWeighed } from './harm/weigh-series.ts';
import type { Measure, Series } from './model.ts';
import { revisionsCommand } from './revisions/revisions-commands.ts';
import { seriesInVintage } from './series-in-vintage-service.ts';
import { availableMeasures } from './service.ts';
import { monthly, showLines } from './show-lines.ts';
import { wardsLacking } from './wards-lacking-service.ts';

/** Adds "wardroom measure list", "show", "completeness", "revisions" and "weights". */
export function measureCommands(program: Command, open: OpenPlatform, output: Output): void {
  const measure = program.command('measure').description('what is measured, and its figures by area and month');
  measure
    .command('list')
    .description('every measure with what it counts and what is held of it')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }) => {
      const { platform, close } = await open();
      try {
        const measures = await measuresHeld(platform.records);
        if (options.json) output.json(measures);
        else for (const line of listLines(measures)) output.line(line);
      } finally {
        await close();
      }
    });
  measure
    .command('show <name>')
    .description('the figures of one measure for one area')
    .requiredOption('--area <code or name>', 'ward, borough or LSOA, such as E05013669 or "Barnsbury"')
    .option('--vintage <name>', 'from this vintage (default: the latest that has them)')
    .option('--json', 'as JSON')
    .action((name: string, options: { area: string; vintage?: string; json?: boolean }) =>
      answer(open, output, name, (records, asked) => show(records, output, asked, options)),
    );
  completenessCommand(measure, open, output);
  revisionsCommand(measure, open, output);
  weightsCommand(measure, open, output);
}

async function show(
  records: Records,
  output: Output,
  measure: Measure,
  options: { area: string; vintage?: string; json?: boolean },
): Promise<void> {
  if (options.vintage !== undefined) await requireVintage(records, measure, options.vintage);
  const areas = await areasMeant(records, options.area);
  const found = await firstWithFigures(records, measure, areas, options.vintage ?? null);
  if (!found) {
    const where = options.vintage === undefined ? '' : ` in the vintage "${options.vintage}"`;
    const instead = (await lackingWards(records, measure, areas)) ?? (await heldInstead(records, measure, areas));
    throw new NoAnswer(
      `No figures for ${measure.title.toLowerCase()} in ${areas[0]?.name}${where}: ${instead ?? 'import a file that has them'}.`,
    );
  }
  const { area, series } = found;
  if (options.json) output.json(asJson(area, series));
  else {
    const { because } = await seriesFindings(records, measure, series);
    const weights = isWeighed(measure) && !series.synthetic ? await readHarmWeights(records) : null;
    for (const line of showLines(measure, area, series, { because, weights })) output.line(line);
    const isEmpty = series.values.every((value) => value === null);
    const instead = isEmpty && !isWeighed(measure) ? await heldInstead(records, measure, [area]) : null;
    if (instead !== null) output.line(`${instead}.`);
  }
}

/** Why a borough among some areas is not summed; null when that is not for want of wards. */
async function lackingWards(records: Records, measure: Measure, areas: readonly NamedArea[]): Promise<string | null> {
  for (const { code, version } of areas) {
    const because = await wardsLacking(records, measure, { areaCodes: [code], boundaryVersion: version });
    if (because !== null) return because;
  }
  return null;
}

/** Names a measure of the same family that the areas have figures of; null when there is none. */
async function heldInstead(records: Records, measure: Measure, areas: readonly NamedArea[]): Promise<string | null> {
  for (const { code, version } of areas) {
    const available = await availableMeasures(records, { areaCodes: [code], boundaryVersion: version });
    const alike = alikeMeasure(
      measure,
      available.flatMap((each) => (isWeighed(each.measure) ? [] : [each.measure])),
    );
    if (alike) return `"wardroom measure show ${alike.name}" has figures there`;
  }
  return null;
}

async function firstWithFigures(
  records: Records,
  measure: Measure,
  areas: readonly NamedArea[],
  vintage: string | null,
): Promise<{ area: NamedArea; series: Series } | null> {
  for (const area of areas) {
    const asked = { areaCodes: [area.code], boundaryVersion: area.version };
    const [series] = await seriesInVintage(records, measure, asked, vintage);
    if (series) return { area, series };
  }
  return null;
}

function asJson(area: NamedArea, series: Series): object {
  return {
    measure: series.measure,
    area: area.code,
    areaName: area.name,
    boundaryVersion: series.boundaryVersion,
    convertedFrom: series.convertedFrom,
    vintage: series.vintage,
    synthetic: series.synthetic,
    backCast: series.backCast,
    sources: series.files,
    series: monthly(series),
  };
}

function listLines(measures: readonly MeasureHeld[]): string[] {
  const width = Math.max(...measures.map(({ name }) => name.length));
  return measures.flatMap(({ name, definition, held }) => [
    `${name.padEnd(width)}  ${definition}`,
    ...held.map((each) => `${''.padEnd(width)}  held: vintage ${each.vintage}, ${sayHeld(each)}`),
  ]);
}
