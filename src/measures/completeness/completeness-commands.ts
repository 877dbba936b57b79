import type { Command } from 'commander';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import type { Records } from '../../platform/database/index.ts';
import { answer, areasMeant, NoAnswer, requireVintage } from '../asked-commands.ts';
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
