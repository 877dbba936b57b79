import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import type { Platform } from '../../platform/platform.ts';
import { textTable } from '../../platform/text-table.ts';
import { countWords } from '../../ui/count-words.ts';
import { bookImports, exportBook } from './export-service.ts';
import { readFolder, UnusablePath, writeFolder } from './folder-importer.ts';
import { type BookImported, importBook } from './import-service.ts';
import { countColumns, countRows, differenceLines, refusalLine } from './say-import.ts';

interface Edge {
  open: OpenPlatform;
  output: Output;
}

interface Options {
  unit?: string;
  dryRun?: boolean;
  json?: boolean;
}

/** Refusals that are shown, and those that --json gives; the rest are counted. */
const SHOWN = 50;
const GIVEN = 1000;

/** Adds "wardroom organisation import", "export" and "imports". */
export function bookCommands(organisation: Command, edge: Edge): void {
  organisation
    .command('import <path>')
    .description('import a post book: a folder of CSV files, or one; all of it or nothing')
    .option('--unit <name>', 'command unit (default: the one the book names, or the only one)')
    .option('--dry-run', 'read and check everything, say what would change, and change nothing')
    .option('--json', 'as JSON')
    .action((path: string, options: Options) => bring(edge, path, options));
  organisation
    .command('export <folder>')
    .description('write the whole history of a post book as CSV files that can be imported again')
    .option('--unit <name>', 'command unit, such as "Central North"; needed when there are several')
    .action((folder: string, options: Options) => give(edge, folder, options));
  organisation
    .command('imports')
    .description('the post books that were imported, the latest first')
    .option('--unit <name>', 'command unit, such as "Central North"; needed when there are several')
    .option('--json', 'as JSON')
    .action((options: Options) => list(edge, options));
}

/** A wrong path, or a unit that is not there, is one sentence and exit code 2. */
async function answer({ open, output }: Edge, run: (platform: Platform) => Promise<void>): Promise<void> {
  const { platform, close } = await open();
  try {
    await run(platform);
  } catch (error) {
    if (!(error instanceof Error) || !WRONG_USAGE.has(error.name)) throw error;
    output.error(error.message);
    output.exitCode(2);
  } finally {
    await close();
  }
}

const WRONG_USAGE = new Set(['NotFound', 'InvalidRequest', 'UnusablePath']);

async function bring(edge: Edge, path: string, { unit, dryRun = false, json }: Options): Promise<void> {
  const { output } = edge;
  const files = await readFolder(resolve(path)).catch((error: unknown) => {
    if (!(error instanceof UnusablePath)) throw error;
    output.error(error.message);
    output.exitCode(2);
    return null;
  });
  if (files === null) return;
  await answer(edge, async (platform) => {
    const name = basename(resolve(path));
    const imported = await importBook(platform, { unit: unit ?? null, name, files, dryRun });
    if (imported.kind === 'refused') output.exitCode(1);
    if (json) output.json(asJson(imported));
    else if (imported.kind === 'refused') printRefused(output, imported);
    else printImported(output, imported);
  });
}

const asJson = (imported: BookImported) =>
  imported.kind === 'refused'
    ? { ...imported, refusals: imported.refusals.slice(0, GIVEN), total: imported.refusals.length }
    : imported;

function printRefused(output: Output, { refusals }: Extract<BookImported, { kind: 'refused' }>): void {
  for (const refusal of refusals.slice(0, SHOWN)) output.error(refusalLine(refusal));
  const more = refusals.length - SHOWN;
  if (more > 0) output.error(`And ${countWords(more, 'line')} more like these.`);
  output.error('Nothing was imported.');
}

function printImported(output: Output, imported: Exclude<BookImported, { kind: 'refused' }>): void {
  const { kind, unit, name, counts, differences, takenOut } = imported;
  if (kind === 'would be imported') for (const line of differenceLines(differences)) output.line(line);
  for (const line of textTable(countColumns, countRows(counts))) output.line(line);
  if (takenOut > 0)
    output.line(`It takes the place of the made-up book, of which ${countWords(takenOut, 'row')} are taken out.`);
  const done = kind === 'imported' ? 'is imported' : 'would be imported; nothing was changed';
  output.line(`${name}, for ${unit}, ${done}.`);
}

async function give(edge: Edge, folder: string, { unit }: Options): Promise<void> {
  await answer(edge, async (platform) => {
    const { files, withoutAbsences } = await exportBook(platform, unit ?? null);
    await writeFolder(resolve(folder), files);
    edge.output.line(`${countWords(files.length, 'file')} written to ${folder}.`);
    if (withoutAbsences)
      edge.output.line('Absences are left out: only who may read duties of the whole unit exports them.');
  });
}

async function list(edge: Edge, { unit, json }: Options): Promise<void> {
  await answer(edge, async (platform) => {
    const imports = await bookImports(platform, unit ?? null);
    if (json) return edge.output.json({ imports });
    if (imports.length === 0) return edge.output.line('No post book was imported yet.');
    const columns = [
      { head: 'import', align: 'right' },
      { head: 'at', align: 'left' },
      { head: 'book', align: 'left' },
      { head: 'by', align: 'left' },
    ] as const;
    const rows = imports.map(({ id, importedAt, name, importedBy }) => [id, importedAt, name, importedBy]);
    for (const line of textTable(columns, rows)) edge.output.line(line);
  });
}
