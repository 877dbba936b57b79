import type { Command } from 'commander';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import type { Platform } from '../../platform/platform.ts';
import { textTable } from '../../platform/text-table.ts';
import { countWords } from '../../ui/count-words.ts';
import type { RosterAnswer } from './roster-answer.ts';
import { openRoster } from './roster-importer.ts';
import { previewRoster, takeInRoster } from './rosters-service.ts';
import { COUNT_WORDS, sayAnswer, sayBeside, sayHeld } from './say-roster.ts';

interface Options {
  unit?: string;
  dryRun?: boolean;
  whole?: boolean;
  json?: boolean;
}

/** Rows held back that are shown; --json gives all. */
const SHOWN = 50;
const WRONG_USAGE = new Set(['NotFound', 'InvalidRequest', 'UnusableRoster']);

/** Adds "wardroom ringfence roster". */
export function rosterCommands(ringfence: Command, { open, output }: { open: OpenPlatform; output: Output }): void {
  ringfence
    .command('roster <files...>')
    .description('take in duties from rosters: CSV, or calendars (.ics); what cannot be used is held back and said')
    .option('--unit <name>', 'command unit, such as "Central North"; needed when there are several')
    .option('--dry-run', 'say what each would change, and change nothing')
    .option('--whole', 'they are whole: remove duties of their officers and days that earlier rosters brought')
    .option('--json', 'as JSON')
    .action(async (files: string[], options: Options) => {
      const { platform, close } = await open();
      try {
        await takeAll(platform, output, files, options);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        if (!WRONG_USAGE.has(error.name) && error.name !== 'Conflict') throw error;
        output.error(error.message);
        output.exitCode(error.name === 'Conflict' ? 1 : 2);
      } finally {
        await close();
      }
    });
}

async function takeAll(platform: Platform, output: Output, files: readonly string[], options: Options): Promise<void> {
  const { unit = null, dryRun = false, whole = false, json = false } = options;
  const answers: RosterAnswer[] = [];
  for (const path of files) {
    const asked = { unit, file: await openRoster(path), whole };
    const answer = dryRun
      ? await previewRoster(platform, asked)
      : await takeInRoster(platform, { ...asked, digest: null });
    answers.push(answer);
    if (!json) print(output, answer);
  }
  if (json) output.json({ rosters: answers });
  if (answers.some(isWanting)) output.exitCode(1);
}

/** Something of it was not taken in. */
const isWanting = (answer: RosterAnswer): boolean =>
  answer.kind === 'refused' || ('shown' in answer && answer.shown.held.length > 0);

function print(output: Output, answer: RosterAnswer): void {
  const held = 'shown' in answer ? answer.shown.held : 'held' in answer ? answer.held : [];
  for (const row of held.slice(0, SHOWN)) output.error(sayHeld(row));
  if (held.length > SHOWN) output.error(`And ${countWords(held.length - SHOWN, 'row')} more like these.`);
  if ('shown' in answer) {
    const rows = COUNT_WORDS.map(({ count, title }) => [title, String(answer.shown.counts[count])]);
    const columns = [
      { head: answer.name, align: 'left' },
      { head: 'count', align: 'right' },
    ] as const;
    for (const line of textTable(columns, rows)) output.line(line);
    if (answer.kind === 'would be taken in') for (const said of answer.shown.changes.slice(0, SHOWN)) output.line(said);
    for (const said of sayBeside(answer.shown)) output.line(said);
  }
  if (answer.kind === 'refused') output.error(sayAnswer(answer));
  else output.line(sayAnswer(answer));
}
