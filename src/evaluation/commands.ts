import type { Command } from 'commander';
import { charterCommand } from './charter/charter-commands.ts';
import { addExamples } from './command-examples.ts';
import { estimateCommand } from './estimate/estimate-commands.ts';
import { monitorCommand } from './monitoring/monitor-commands.ts';
import { powerCommand } from './power/power-commands.ts';
import { reproductionCommands } from './reproduction/reproduction-commands.ts';
import { runCommand } from './run/run-commands.ts';
import type { EvaluationOpenings } from './run/with-figures-commands.ts';

/** Adds "wardroom evaluation" with all that it answers. */
export function evaluationCommands(program: Command, openings: EvaluationOpenings): void {
  const { open, output } = openings;
  const evaluation = program.command('evaluation').description('whether a pilot is working, and what would stop it');
  charterCommand(evaluation, open, output);
  runCommand(evaluation, openings);
  powerCommand(evaluation, openings);
  estimateCommand(evaluation, output);
  monitorCommand(evaluation, openings);
  reproductionCommands(evaluation, openings);
  addExamples(evaluation);
}
