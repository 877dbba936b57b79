import type { Command } from 'commander';

const MPS = '"MPS Borough Level Crime (Historical).csv" "MPS Borough Level Crime (most recent 24 months).csv"';

/** An example of each command of "wardroom evaluation", by its words. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  run: `wardroom evaluation run pathfinder-2017 --from ${MPS}`,
  power: `wardroom evaluation power pathfinder-2017 --from ${MPS}`,
  monitor: 'wardroom evaluation monitor joint-response-2030 --until 2030-09 --record',
  estimate:
    'wardroom evaluation estimate --panel crimes.csv --unit borough --time month --outcome crimes --treated Camden,Islington --start 2017-01 --method sdid',
  export: 'wardroom evaluation export pathfinder-2017 --to pathfinder-export',
  reproduce: 'wardroom evaluation reproduce pathfinder-export',
  'charter schema': 'wardroom evaluation charter schema > charter.schema.json',
  'charter check': 'wardroom evaluation charter check joint.json',
  'charter enter': 'wardroom evaluation charter enter joint.json',
  'charter sign':
    'wardroom --as jane@example.gov.uk evaluation charter sign joint-response-2030 --organisation "Camden Council"',
  'charter amend': 'wardroom evaluation charter amend joint-response-2030 joint.json --because "Recruiting was late."',
  'charter verify': 'wardroom evaluation charter verify joint.json',
  'charter show': 'wardroom evaluation charter show joint-response-2030 --json',
  'charter list': 'wardroom evaluation charter list',
  decide:
    'wardroom evaluation decide joint-response-2030 --after 2030-09 --decision continue --by "Camden Council" --because "No line was crossed."',
};

/** Puts an example under the help of each command. */
export function addExamples(evaluation: Command, examples: Readonly<Record<string, string>> = EXAMPLES): void {
  for (const { words, command } of commandsUnder(evaluation)) {
    const example = examples[words];
    if (example !== undefined) command.addHelpText('after', `\nExample:\n  ${example}`);
  }
}

/** Commands that do something, with their words after the one that is given. */
export function commandsUnder(parent: Command): { words: string; command: Command }[] {
  return parent.commands.flatMap((command) =>
    command.commands.length === 0
      ? [{ words: command.name(), command }]
      : commandsUnder(command).map((each) => ({ ...each, words: `${command.name()} ${each.words}` })),
  );
}
