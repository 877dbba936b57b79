import { readFile, stat } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { isMonth, type Month } from '../../lib/calendar/month.ts';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import { textTable } from '../../platform/text-table.ts';
import { countInAreas } from './area-count-service.ts';
import { type AreaCount, COUNTED_SOURCES, type CountedArea, type CountedSource, type DrawnArea } from './model.ts';
import { AREA_LIMITS, readDrawnAreas } from './read-drawn-areas.ts';

interface Options {
  polygon: string;
  from?: Month;
  to?: Month;
  type?: string;
  source: CountedSource;
  vintage?: string;
  json?: boolean;
}

/** Adds "area count" to the commands on areas. */
export function areaCountCommand(area: Command, open: OpenPlatform, output: Output): void {
  area
    .command('count')
    .description('incidents inside any polygon, by month and type; needs imported incidents')
    .requiredOption('--polygon <file>', 'GeoJSON in WGS84: a polygon, or features that are counted one by one')
    .option('--from <month>', 'first month, such as 2023-04 (default: the first held)', readMonth)
    .option('--to <month>', 'last month (default: the last held)', readMonth)
    .option('--type <type>', 'only this crime type, or object of search')
    .addOption(new Option('--source <source>', 'what is counted').choices([...COUNTED_SOURCES]).default('street'))
    .option('--vintage <name>', 'count from this vintage (default: for each month and type the latest that holds it)')
    .option('--json', 'as JSON')
    .action((options: Options) => count(open, output, options));
}

function readMonth(text: string): Month {
  if (!isMonth(text)) throw new InvalidArgumentError('Write a month as 2024-02.');
  return text;
}

async function count(open: OpenPlatform, output: Output, options: Options): Promise<void> {
  const refuse = (sentence: string): void => {
    output.error(sentence);
    output.exitCode(1);
  };
  const { polygon, from = null, to = null, type = null, source, vintage = null } = options;
  if (from !== null && to !== null && from > to) return refuse('The first month comes after the last: swap them.');
  const areas = await readAreas(polygon);
  if (typeof areas === 'string') return refuse(areas);
  const { platform, close } = await open();
  try {
    const answer = await countInAreas(platform, { areas, source, from, to, type, vintage });
    if (answer.kind === 'refused') return refuse(answer.because);
    if (options.json) output.json(answer);
    else for (const line of areaCountLines(answer)) output.line(line);
  } finally {
    await close();
  }
}

async function readAreas(path: string): Promise<DrawnArea[] | string> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return `"${path}" is not a file that can be read: check the path.`;
  if (found.size > AREA_LIMITS.bytes) return `"${path}" is larger than 20 MB: simplify its outlines.`;
  const read = readDrawnAreas(await readFile(path, 'utf8'));
  return read.kind === 'areas' ? read.areas : read.because;
}

/** A count of areas as lines for a terminal. */
function areaCountLines(count: AreaCount): string[] {
  const what = count.source === 'street' ? 'Street-level crimes' : 'Stops and searches';
  return [
    `${what}${count.type === null ? '' : ` (${count.type})`}, ${count.from} to ${count.to}`,
    ...count.areas.flatMap((area) => ['', ...areaLines(area)]),
    '',
    ...count.vintages.map(
      ({ vintage, force, types, months }) =>
        `From the vintage "${vintage}": ${force}${types === null ? '' : ` (only ${types.join(', ')})`}, ${months.length} months from ${months[0]} to ${months.at(-1)}.`,
    ),
    ...count.missing.map(({ force, months }) => `No file of ${force} for ${listed(months)}.`),
    ...count.notes,
  ];
}

function areaLines({ name, incidents, snapPoints, types, months, notes }: CountedArea): string[] {
  const number = (value: number): string => value.toLocaleString('en-GB');
  const typeRows = types.map((each) => [each.type, number(each.incidents)]);
  const monthRows = months.map(({ month, incidents: inMonth, isPartial }) => [
    month,
    inMonth === null ? 'not covered' : `${number(inMonth)}${isPartial ? ' (part)' : ''}`,
  ]);
  const table = (head: string, rows: string[][]) =>
    textTable(
      [
        { head, align: 'left' },
        { head: 'incidents', align: 'right' },
      ],
      rows,
    );
  return [
    incidents === null
      ? `${name}: not covered`
      : `${name}: ${number(incidents)} incidents on ${number(snapPoints)} anonymised points`,
    ...notes.map((note) => `  ${note}`),
    ...(types.length > 0 ? ['', ...table('type', typeRows)] : []),
    '',
    ...table('month', monthRows),
  ];
}

/** Up to six months one by one; more by the first, the last and how many. */
function listed(months: readonly string[]): string {
  if (months.length <= 6) return months.join(', ');
  return `${months.length} months between ${months[0]} and ${months.at(-1)}`;
}
