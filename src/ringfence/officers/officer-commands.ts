import type { Command } from 'commander';
import { Refused } from '../../lib/refused.ts';
import { listUnits } from '../../organisation/service.ts';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import type { Platform } from '../../platform/platform.ts';
import { textTable } from '../../platform/text-table.ts';
import { NotFound } from '../../platform/web/index.ts';
import { andList } from '../../ui/and-list.ts';
import { linkedOfficers, linkOfficer, unlinkOfficer } from './link-service.ts';

interface Edge {
  open: OpenPlatform;
  output: Output;
}
interface Options {
  unit?: string;
  json?: boolean;
}

/** Adds "wardroom ringfence officer link", "unlink" and "list". */
export function officerCommands(ringfence: Command, edge: Edge): void {
  const officer = ringfence.command('officer').description('which person signs in as which officer of a ward');
  officer
    .command('link <number> <email>')
    .description('say that the person of an e-mail address is the officer of a warrant or staff number')
    .option('--unit <name>', 'command unit (default: the first)')
    .action((reference: string, email: string, options: Options) =>
      answer(edge, options, async (platform, unit) => {
        await linkOfficer(platform, { unit, reference, email });
        edge.output.line(`Officer ${reference} is linked with ${email}.`);
      }),
    );
  officer
    .command('unlink <number>')
    .description('say that nobody signs in as an officer; what was recorded stays')
    .option('--unit <name>', 'command unit (default: the first)')
    .action((reference: string, options: Options) =>
      answer(edge, options, async (platform, unit) => {
        await unlinkOfficer(platform, { unit, reference });
        edge.output.line(`Nobody signs in as officer ${reference} now.`);
      }),
    );
  officer
    .command('list')
    .description('the officers of the wards, with who signs in as each')
    .option('--unit <name>', 'command unit (default: the first)')
    .option('--json', 'as JSON')
    .action((options: Options) =>
      answer(edge, options, (platform, unit) => list(edge, platform, { ...options, unit })),
    );
}

async function list(
  { output }: Edge,
  platform: Platform,
  { unit, json = false }: { unit: string; json?: boolean },
): Promise<void> {
  const officers = await linkedOfficers(platform, unit);
  const told = officers.map(({ reference, name, rank, wards, person }) => ({
    ...{ number: reference, name, rank, wards },
    email: person?.email ?? null,
  }));
  if (json) return output.json({ unit, officers: told });
  const columns = ['Number', 'Name', 'Rank', 'Ward', 'Signs in as'].map((head) => ({ head, align: 'left' as const }));
  const rows = told.map(({ number, name, rank, wards, email }) => [number, name, rank, andList(wards), email ?? '']);
  for (const line of textTable(columns, rows)) output.line(line);
}

/** What cannot be done is one sentence and exit code 2. */
async function answer(
  { open, output }: Edge,
  { unit: asked }: Options,
  run: (platform: Platform, unit: string) => Promise<void>,
): Promise<void> {
  const { platform, close } = await open();
  try {
    const units = (await listUnits(platform.records)).map(({ name }) => name);
    const unit = asked === undefined ? units[0] : units.find((name) => name.toLowerCase() === asked.toLowerCase());
    if (unit === undefined) throw new NotFound(`There is no command unit "${asked ?? ''}".`);
    await run(platform, unit);
  } catch (error) {
    if (!(error instanceof Refused || error instanceof NotFound)) throw error;
    output.error(error.message);
    output.exitCode(2);
  } finally {
    await close();
  }
}
