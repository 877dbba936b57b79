import type { Command } from 'commander';
import { type EvaluationOpenings, withFigures } from '../run/with-figures-commands.ts';
import { charterPower } from './power-service.ts';
import { tellPower } from './tell-power-commands.ts';

/** Adds "power" to "wardroom evaluation": what a pilot under a charter could see before it begins. */
export function powerCommand(parent: Command, openings: EvaluationOpenings): void {
  const { output } = openings;
  parent
    .command('power <charter>')
    .description('the smallest change that a pilot could see, by outcome and length, and drift to expect by itself')
    .option('--from <files...>', 'by these files alone, such as the MPS borough files; nothing is kept')
    .option('--json', 'as JSON')
    .action(async (charter: string, { from = [], json }: { from?: string[]; json?: boolean }) => {
      await withFigures(openings, { charter, from }, async ({ platform, shown }) => {
        const answer = await charterPower(platform, shown);
        tellPower(shown, answer, { output, json: json ?? false });
      });
    });
}
