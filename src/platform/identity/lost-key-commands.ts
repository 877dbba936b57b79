import type { Command } from 'commander';
import type { OpenPlatform, Output } from '../command-line.ts';
import { resetLostKey } from './lost-key-service.ts';

/** Adds "wardroom user lost-key", for who owns the data folder. */
export function lostKeyCommand(
  program: Command,
  { openSystem, output }: { openSystem: OpenPlatform; output: Output },
): void {
  const user = program.commands.find((each) => each.name() === 'user') ?? program.command('user');
  user
    .command('lost-key')
    .description('when keys/identity.key is lost for good: void every second factor, so that people begin anew')
    .requiredOption('--reason <text>', 'why, for the audit')
    .action(async ({ reason }: { reason: string }) => {
      const { platform, close } = await openSystem();
      try {
        const people = await resetLostKey(platform, reason);
        if (people === null) {
          output.error('The key file fits the records, so nothing was voided.');
          return output.exitCode(1);
        }
        output.line(
          `Second factors, recovery codes and passwords of ${people.length} people are void: make each a link with "wardroom user link", beginning with an administrator.`,
        );
      } finally {
        await close();
      }
    });
}
