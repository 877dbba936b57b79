import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from 'commander';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import type { Platform } from '../../platform/platform.ts';
import { textTable } from '../../platform/text-table.ts';
import { type ImportReport, Refusal } from '../model.ts';
import { progressBar } from '../progress-bar.ts';
import { importLines } from '../report-lines.ts';
import { importFiles, listImports } from '../service.ts';
import { fetchPublication } from './fetch-service.ts';
import type { FetchedFile, Publication } from './model.ts';
import { politeClient } from './polite-client.ts';
import { PUBLICATIONS } from './publications.ts';

interface Options {
  month?: string;
  about?: string;
  import?: boolean;
  vintage?: string;
  json?: boolean;
}

/** A connection that gives nothing for so long is given up. */
const SILENCE_IN_MILLISECONDS = 60_000;

/** Adds "wardroom fetch [SOURCE…]"; without a source it lists what there is. */
export function fetchCommands(
  program: Command,
  open: OpenPlatform,
  output: Output,
  publications: readonly Publication[] = PUBLICATIONS,
): void {
  program
    .command('fetch')
    .description('download official publications; without a name, list them')
    .argument('[sources...]', 'names of publications, such as mps-ward-recent')
    .option('--month <month>', 'month of the archive or of crimes, such as 2026-03')
    .option('--about <what>', 'neighbourhood (leicestershire/NC04) or ward code (E05013698)')
    .option('--import', 'import what was fetched, as one vintage')
    .option('--vintage <name>', 'name of that vintage (default: the sources and the day)')
    .option('--json', 'as JSON')
    .action(async (names: string[], options: Options) => {
      if (names.length === 0) return listPublications(output, publications, options);
      const chosen = names.map((name) => choose(publications, name));
      await fetchAll(open, output, chosen, options);
    });
}

function choose(publications: readonly Publication[], name: string): Publication {
  const found = publications.find((publication) => publication.name === name);
  if (!found) throw new Refusal(`There is no publication "${name}": "wardroom fetch" lists them.`);
  return found;
}

const ASKS: Record<Publication['asks'], string> = {
  nothing: '',
  month: '--month',
  neighbourhood: '--about FORCE/ID',
  'ward and month': '--about WARD --month',
};

function listPublications(output: Output, publications: readonly Publication[], { json }: Options): void {
  if (json) {
    output.json({ publications });
    return;
  }
  const columns = ['source', 'what it is', 'publisher', 'asks for'].map((head) => ({ head, align: 'left' as const }));
  const rows = publications.map(({ name, title, publisher, asks }) => [name, title, publisher, ASKS[asks]]);
  for (const line of textTable(columns, rows)) output.line(line);
}

async function fetchAll(
  open: OpenPlatform,
  output: Output,
  publications: readonly Publication[],
  options: Options,
): Promise<void> {
  const { platform, close } = await open();
  const progress = progressBar();
  const client = politeClient({
    fetch,
    wait: async (milliseconds) => void (await wait(milliseconds)),
    now: () => performance.now(),
    random: Math.random,
    silence: SILENCE_IN_MILLISECONDS,
  });
  const asked = { month: options.month ?? null, about: options.about ?? null };
  try {
    const files: FetchedFile[] = [];
    for (const publication of publications) {
      files.push(...(await fetchPublication(platform, client, publication, asked, progress.told)));
    }
    const report = options.import
      ? await importFiles(
          platform,
          files.map(({ path }) => ({ path: join(platform.dataFolder, path), name: basename(path) })),
          { ...(await vintageFor(platform, publications, files, options)), ...aboutOf(files) },
          progress.told,
        )
      : null;
    progress.stop();
    if (options.json) output.json({ files, ...(report === null ? {} : { import: report }) });
    else for (const line of fetchLines(files, report)) output.line(line);
  } finally {
    progress.stop();
    await close();
  }
}

function aboutOf(files: readonly FetchedFile[]): { about?: string } {
  const about = files.find((file) => file.about !== null)?.about;
  return about == null ? {} : { about };
}

/**
 * The vintage that fetched files are to form. Without a name it is that of the sources, the month and the day, which
 * says which publication it was: the files do not. Files that are held already stay what they are; a publication that
 * was replaced on the same day is a vintage of its own.
 */
async function vintageFor(
  platform: Platform,
  publications: readonly Publication[],
  files: readonly FetchedFile[],
  { vintage, month, about }: Options,
): Promise<{ vintage?: string }> {
  if (vintage !== undefined) return { vintage };
  const live = (await listImports(platform.records)).filter(({ revertedAt }) => revertedAt === null);
  const isHeld = ({ sha256 }: FetchedFile): boolean => live.some((each) => each.sha256 === sha256);
  if (files.every(isHeld)) return {};
  const sources = [...new Set(publications.map(({ name }) => name.replace(/-(recent|historical)$/, '')))].join(' ');
  const asked = [month, about?.replace('/', ' ')].filter((each) => each !== undefined).join(' ');
  const name = `${`${sources} ${asked}`.trim().slice(0, 40)} ${todayInLondon(platform.now())}`;
  const ours = new Set(files.map(({ sha256 }) => sha256));
  const isAnother = live.some((each) => each.vintage === name && !ours.has(each.sha256));
  return { vintage: isAnother ? `${name} ${platform.now().toISOString().slice(11, 16).replace(':', '.')}` : name };
}

function fetchLines(files: readonly FetchedFile[], report: ImportReport | null): string[] {
  const sizeOf = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
  const lines = files.map(({ path, bytes, checksum, unchanged }) => {
    const said = checksum === 'matches' ? 'true to its publisher’s checksum' : 'its publisher gives no checksum';
    return unchanged ? `${path}: not changed since it was fetched` : `${path}: ${sizeOf(bytes)}, ${said}`;
  });
  return report === null ? lines : [...lines, '', ...importLines(report)];
}
