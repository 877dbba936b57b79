import type { Command } from 'commander';
import type { OpenPlatform, Output } from '../platform/command-line.ts';
import { asPublishedCommand } from './as-published/as-published-commands.ts';
import { chartCommands } from './charts/chart-commands.ts';
import { claimsCommand } from './claims/claims-commands.ts';
import { tableCommands } from './comparison/table-commands.ts';
import { disproportionalityCommand } from './disproportionality/disproportionality-commands.ts';
import { expectationCommand } from './expectation/expectation-commands.ts';
import { placesCommand } from './places/places-commands.ts';
import { serviceMeasuresCommand } from './service-measures/service-measures-commands.ts';
import { setCommands } from './sets/sets-commands.ts';
import { wardsCommand } from './wards/wards-commands.ts';

/** Adds "wardroom performance" with all that it answers. */
export function performanceCommands(program: Command, open: OpenPlatform, output: Output): void {
  const performance = program.command('performance').description('what changed, and what the change can bear');
  tableCommands(performance, open, output);
  chartCommands(performance, open, output);
  setCommands(performance, open, output);
  asPublishedCommand(performance, open, output);
  claimsCommand(performance, open, output);
  wardsCommand(performance, open, output);
  placesCommand(performance, open, output);
  serviceMeasuresCommand(performance, open, output);
  disproportionalityCommand(performance, open, output);
  expectationCommand(performance, open, output);
}
