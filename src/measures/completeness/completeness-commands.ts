import type { Command } from 'commander';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import type { Records } from '../../platform/database/index.ts';
import { answer, areasMeant, NoAnswer, requireVintage } from '../asked-commands.ts';
import { requireMeasure } from '../catalogue.ts';
import type { Measure } from '../model.ts';
import { completenessLines } from './completeness-lines.ts';
import type { Completeness } from './completeness-report.ts';
import { completenessOf } from './completeness-service.ts';
import { sayFinding } from './say-finding.ts';

interface Options {
  area?: string;
  vintage?: string;
  json?: boolean;
}

/** Adds "wardroom measure completeness". */
export function completenessCommand(measure: Command, open: OpenPlatform, output: Output): void {
  measure
    .command('completeness <name>')
    .description('months of a measure that lack something, and ward totals against borough totals')
    .option('--area <code or name>', 'ward, borough or LSOA (default: all areas together)')
    .option('--vintage <name>', 'of this vintage (default: the latest that has it)')
    .option('--json', 'as JSON')
    .action((name: string, options: Options) =>
      answer(open, output, name, (records, asked) => say(records, output, asked, options)),
    );
}

async function say(records: Records, output: Output, measure: Measure, options: Options): Promise<void> {
  const vintage = options.vintage ?? null;
  if (vintage !== null) await requireVintage(records, measure, vintage);
  const areas = options.area === undefined ? [null] : await areasMeant(records, options.area);
  if (measure.derivedFrom !== undefined) return sayInputs(records, output, measure, options);
  for (const area of areas) {
    const found = await completenessOf(records, { measure: measure.name, area, vintage });
    if (found === null) continue;
    if (options.json) output.json(asJson(found, area?.code ?? null));
    else for (const line of completenessLines(measure, area, found)) output.line(line);
    return;
  }
  const where = areas[0] ? ` in ${areas[0].name}` : '';
  throw new NoAnswer(`No figures for ${measure.title.toLowerCase()}${where}: import a file that has them.`);
}

/** What is made of two other measures is as complete as they are, over all their areas. */
async function sayInputs(records: Records, output: Output, measure: Measure, options: Options): Promise<void> {
  const { derivedFrom, title } = measure;
  const inputs: { input: Measure; found: Completeness }[] = [];
  for (const name of derivedFrom === undefined ? [] : [derivedFrom.mark, derivedFrom.count]) {
    const vintage = name === derivedFrom?.mark ? (options.vintage?.split(' with ')[0] ?? null) : null;
    const found = await completenessOf(records, { measure: name, area: null, vintage });
    if (found === null)
      throw new NoAnswer(
        `No figures for ${title.toLowerCase()}: import a file that has "${name}", of which it is made.`,
      );
    inputs.push({ input: requireMeasure(name), found });
  }
  if (options.json)
    return output.json({ measure: measure.name, madeOf: inputs.map(({ found }) => asJson(found, null)) });
  output.line(`${title} is made, LSOA by LSOA, of ${inputs.map(({ input }) => `"${input.name}"`).join(' and ')}.`);
  for (const { input, found } of inputs)
    for (const line of ['', ...completenessLines(input, null, found)]) output.line(line);
}

function asJson({ files, ...rest }: Completeness, area: string | null): object {
  return {
    ...rest,
    area,
    files: files.map(({ findings, ...file }) => ({
      ...file,
      findings: findings.map((finding) => ({ ...finding, because: sayFinding(finding) })),
    })),
  };
}
