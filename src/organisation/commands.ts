import type { Command } from 'commander';
import type { OpenPlatform, Output } from '../platform/command-line.ts';
import { bookCommands } from './book/book-commands.ts';
import { checkCommands } from './check-commands.ts';
import { type ShowDependencies, showCommands } from './show-commands.ts';

/**
 * Adds "wardroom organisation": what is done with a unit's post book.
 * @param deps the floor and demand are of domains that come later in the order of domains
 */
export function organisationCommands(
  program: Command,
  open: OpenPlatform,
  output: Output,
  deps: ShowDependencies,
): void {
  const organisation = program
    .command('organisation')
    .description('posts, officers and postings of a command unit on any date');
  const edge = { open, output };
  bookCommands(organisation, edge);
  checkCommands(organisation, edge, deps);
  showCommands(organisation, edge, deps);
}
