import { createWriteStream } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { type BoundaryVersion, boundarySets } from '../geography/index.ts';
import type { OpenPlatform, Output } from '../platform/command-line.ts';
import { type TextColumn, textTable } from '../platform/text-table.ts';
import { downloadLines } from './left-out/left-out-lines.ts';
import { type ImportOptions, Refusal } from './model.ts';
import { progressBar } from './progress-bar.ts';
import { importLines, listRows, revertLines } from './report-lines.ts';
import { importFiles, leftOutOf, revertImport, whyNoRows } from './service.ts';
import { listStanding } from './standing/standing-service.ts';

export { areaCountCommand } from './area-count/commands.ts';
export { fetchCommands } from './fetch/fetch-commands.ts';

interface Options {
  dryRun?: boolean;
  vintage?: string;
  boundaries?: BoundaryVersion[];
  about?: string;
  json?: boolean;
}

/** Adds "wardroom import FILE…" and "import list", "left-out" and "revert". A file called "list" is given as "./list". */
export function importCommands(program: Command, open: OpenPlatform, output: Output): void {
  const command = program
    .command('import')
    .description('import files of public figures, recognised by their content, as one vintage')
    .argument('[files...]', 'files of any source Wardroom reads (see docs/sources.md)')
    .option('--dry-run', 'read and check everything, change nothing')
    .option('--vintage <name>', 'name of this publication (default: a hash of the content)')
    .option('--boundaries <version>', 'ward set to place incidents in; give it again for another', readVersion)
    .option('--about <what>', 'what files are about that do not say so, such as leicestershire/NC04')
    .option('--json', 'as JSON')
    .action(async (files: string[], options: Options) => {
      if (files.length === 0) {
        output.error('Name at least one file to import, or "import list", "import left-out" or "import revert".');
        output.exitCode(2);
        return;
      }
      await runImport(open, output, files, options);
    });
  command
    .command('list')
    .description('past imports, the latest first')
    .option('--json', 'as JSON')
    .action(async (_: object, self: Command) => {
      await withPlatform(open, async (platform) => {
        const imports = await listStanding(platform);
        if (self.optsWithGlobals<Options>().json) output.json({ imports });
        else if (imports.length === 0) output.line('Nothing was imported yet.');
        else for (const line of textTable(LIST_COLUMNS, listRows(imports))) output.line(line);
      });
    });
  command
    .command('left-out <id>')
    .description(
      "rows left out of an import, as CSV; text that a spreadsheet would take for a formula has a ' before it",
    )
    .option('--reason <text>', 'only those left out for this reason, as "import" words it')
    .option('--csv <file>', 'write them to a new file')
    .action(async (id: string, options: { reason?: string; csv?: string }) => {
      await withPlatform(open, async (platform) => {
        const rows = await leftOutOf(platform, id, options.reason ?? null);
        if (rows === null) {
          output.error(await whyNoRows(platform, id));
          output.exitCode(1);
        } else if (options.csv === undefined) {
          for await (const line of downloadLines(rows)) output.line(line.trimEnd());
        } else {
          await writeNewFile(resolve(options.csv), downloadLines(rows));
          output.line(`The rows left out are in ${options.csv}.`);
        }
      });
    });
  command
    .command('revert <id>')
    .description('take back an import by its number, or all files of a vintage by its name')
    .option('--json', 'as JSON')
    .action(async (id: string, _: object, self: Command) => {
      await withPlatform(open, async (platform) => {
        const report = await revertImport(platform, id);
        if (self.optsWithGlobals<Options>().json) output.json(report);
        else for (const line of revertLines(report)) output.line(line);
      });
    });
}

const LIST_COLUMNS: TextColumn[] = [
  { head: 'import', align: 'right' },
  { head: 'date', align: 'left' },
  { head: 'vintage', align: 'left' },
  { head: 'file', align: 'left' },
  { head: 'recognised as', align: 'left' },
  { head: 'rows used', align: 'right' },
  { head: 'state', align: 'left' },
];

/** @throws Refusal when the file is there already, or cannot be written */
async function writeNewFile(path: string, lines: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(lines), createWriteStream(path, { flags: 'wx' }));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const because = code === 'EEXIST' ? 'is there already: name another file' : `cannot be written (${code})`;
    throw new Refusal(`"${path}" ${because}.`);
  }
}

function readVersion(text: string, before: BoundaryVersion[] = []): BoundaryVersion[] {
  const wards = boundarySets().filter(({ kind }) => kind === 'ward');
  const found = wards.find(({ version }) => version === text);
  if (!found) throw new InvalidArgumentError(`Choose ${wards.map(({ version }) => version).join(' or ')}.`);
  return [...before, found.version];
}

type Opened = Awaited<ReturnType<OpenPlatform>>['platform'];

async function withPlatform(open: OpenPlatform, work: (platform: Opened) => Promise<void>): Promise<void> {
  const { platform, close } = await open();
  try {
    await work(platform);
  } finally {
    await close();
  }
}

async function runImport(open: OpenPlatform, output: Output, files: string[], options: Options): Promise<void> {
  const asked: ImportOptions = {
    ...(options.dryRun ? { dryRun: true } : {}),
    ...(options.vintage === undefined ? {} : { vintage: options.vintage }),
    ...(options.about === undefined ? {} : { about: options.about }),
    ...(options.boundaries === undefined ? {} : { boundaryVersions: options.boundaries }),
  };
  await withPlatform(open, async (platform) => {
    const progress = progressBar();
    try {
      const named = files.map((file) => ({ path: resolve(file), name: basename(file) }));
      const report = await importFiles(platform, named, asked, progress.told);
      progress.stop();
      if (options.json) output.json(report);
      else for (const line of importLines(report)) output.line(line);
    } finally {
      progress.stop();
    }
  });
}
