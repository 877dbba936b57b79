import type { Command } from 'commander';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import type { Records } from '../../platform/database/index.ts';
import { answer, areasMeant, NoAnswer, requireVintage } from '../asked-commands.ts';
import type { Measure } from '../model.ts';
import { revisionLines } from './revision-lines.ts';
import type { Revisions } from './revisions-between.ts';
import { notCompared, revisions } from './revisions-service.ts';
import { sumByArea, sumByYear, sumRevisions } from './sum-revisions.ts';

interface Options {
  from: string;
  to: string;
  area?: string;
  json?: boolean;
}

/** Adds "wardroom measure revisions". */
export function revisionsCommand(measure: Command, open: OpenPlatform, output: Output): void {
  measure
    .command('revisions <name>')
    .description('what changed of a measure between two vintages')
    .requiredOption('--from <vintage>', 'the vintage before')
    .requiredOption('--to <vintage>', 'the vintage after')
    .option('--area <code or name>', 'ward, borough or LSOA (default: every area)')
    .option('--json', 'as JSON, every month of every area')
    .action((name: string, options: Options) =>
      answer(open, output, name, (records, asked) => say(records, output, asked, options)),
    );
}

async function say(records: Records, output: Output, measure: Measure, options: Options): Promise<void> {
  const { from, to } = options;
  for (const vintage of [from, to]) await requireVintage(records, measure, vintage);
  const areas = options.area === undefined ? [null] : await areasMeant(records, options.area);
  const found: Revisions[] = [];
  for (const area of areas) found.push(...(await revisions(records, { measure: measure.name, from, to, area })));
  const refused: string[] = [];
  for (const area of areas) refused.push(...(await notCompared(records, { measure: measure.name, from, to, area })));
  if (found.every((each) => each.months.length === 0)) {
    const [because] = refused;
    if (because !== undefined) throw new NoAnswer(because);
    const where = areas[0] ? ` in ${areas[0].name}` : '';
    throw new NoAnswer(
      `"${from}" and "${to}" share no month of ${measure.title.toLowerCase()}${where}: name two vintages of the same kind of file.`,
    );
  }
  if (options.json) return output.json(asJson(measure, options, found, refused));
  for (const line of [...found.flatMap((each) => revisionLines(measure, each)), ...new Set(refused)]) output.line(line);
}

function asJson(
  measure: Measure,
  { from, to }: Options,
  found: readonly Revisions[],
  notComparedBecause: readonly string[],
): object {
  return {
    measure: measure.name,
    ...{ from, to },
    areas: found.map(({ boundaryVersion, months, names, onlyBefore, onlyAfter }) => {
      const nameOf = (code: string): string | null => names.get(code) ?? null;
      return {
        boundaryVersion,
        total: sumRevisions(months),
        years: sumByYear(months),
        byArea: sumByArea(months).map((sum) => ({ ...sum, name: nameOf(sum.of) })),
        revisions: months.map((each) => ({ ...each, areaName: nameOf(each.areaCode) })),
        onlyBefore,
        onlyAfter,
      };
    }),
    notCompared: [...new Set(notComparedBecause)],
  };
}
