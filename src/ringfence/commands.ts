import type { Command } from 'commander';
import type { OpenPlatform, Output } from '../platform/command-line.ts';
import { officerCommands } from './officers/officer-commands.ts';
import { policyCommands } from './policy/policy-commands.ts';
import { reportCommands } from './reports/report-commands.ts';
import { rosterCommands } from './rosters/roster-commands.ts';

/**
 * Adds `wardroom ringfence …`.
 * @param openSystem opens the records as Wardroom itself, in the operator's name: for closing months that are due
 */
export function ringfenceCommands(
  program: Command,
  open: OpenPlatform,
  output: Output,
  openSystem: OpenPlatform,
): Command {
  const ringfence = program
    .command('ringfence')
    .description('were they here: duties, absences, rulings and the monthly report');
  officerCommands(ringfence, { open, output });
  policyCommands(ringfence, open, output);
  reportCommands(ringfence, { open, openSystem, output });
  rosterCommands(ringfence, { open, output });
  return ringfence;
}
