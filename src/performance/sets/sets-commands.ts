import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { findMeasure } from '../../measures/index.ts';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import type { Platform } from '../../platform/platform.ts';
import { longDate } from '../../ui/long-date.ts';
import type { MeasureSet } from '../model.ts';
import { inForceOn } from './find-set.ts';
import { addMeasureSet, findMeasureSet, measureSets } from './sets-service.ts';

/** Adds "wardroom performance set list", "show" and "add". */
export function setCommands(performance: Command, open: OpenPlatform, output: Output): void {
  const sets = performance.command('set').description('measures in named, ordered groups that are compared together');
  const withPlatform = async (run: (platform: Platform) => Promise<void>): Promise<void> => {
    const { platform, close } = await open();
    try {
      await run(platform);
    } finally {
      await close();
    }
  };
  const refuse = (because: string): void => {
    output.error(because);
    output.exitCode(1);
  };
  sets
    .command('list')
    .description('the sets in force today')
    .option('--json', 'every version of each, as JSON')
    .action((options: { json?: boolean }) =>
      withPlatform(async ({ records, now }) => {
        const all = await measureSets(records);
        if (options.json) return output.json(all);
        for (const set of inForceOn(all, todayInLondon(now()))) output.line(headOf(set));
      }),
    );
  sets
    .command('show <name>')
    .description('the groups and rows of a set')
    .option('--json', 'as JSON')
    .action((name: string, options: { json?: boolean }) =>
      withPlatform(async ({ records, now }) => {
        const found = await findMeasureSet(records, { name, asAt: todayInLondon(now()) });
        if (found.kind === 'refused') return refuse(found.because);
        if (options.json) return output.json(found.set);
        for (const line of setLines(found.set)) output.line(line);
      }),
    );
  sets
    .command('add <file>')
    .description('a set, or its next version, from a JSON file as "set show --json" writes it')
    .option('--unit <name>', 'command unit whose it is (default: the first)')
    .option('--json', 'as JSON')
    .action(async (file: string, options: { unit?: string; json?: boolean }) => {
      const source = await readFile(file, 'utf8').catch(() => null);
      if (source === null) return refuse(`${file} cannot be read: check its name.`);
      await withPlatform(async (platform) => {
        const added = await addMeasureSet(platform, { unit: options.unit ?? null, source });
        if (added.kind === 'refused') return refuse(added.because);
        if (options.json) return output.json(added.set);
        output.line(`Added: ${headOf(added.set)}`);
      });
    });
}

function headOf({ name, title, version, from, groups }: MeasureSet): string {
  const rows = groups.reduce((count, group) => count + group.rows.length, 0);
  return `${name}: ${title}, version ${version} from ${longDate(from)}, ${rows} ${rows === 1 ? 'row' : 'rows'}`;
}

function setLines(set: MeasureSet): string[] {
  const groups = set.groups.flatMap(({ title, rows }) => [
    '',
    title,
    ...rows.map(
      ({ printed, measure }) =>
        `  ${printed}: ${findMeasure(measure)?.definition ?? 'no figures of it can be held yet.'}`,
    ),
  ]);
  return [headOf(set), `Source: ${set.source}.`, ...groups];
}
