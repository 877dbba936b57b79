import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import type { Output } from '../platform/command-line.ts';
import { commandsUnder, EXAMPLES } from './command-examples.ts';
import { evaluationCommands } from './commands.ts';

const nothing = () => {};
const output: Output = { line: nothing, json: nothing, error: nothing, exitCode: nothing };
const unopened = () => Promise.reject(new Error('Nothing is opened for help.'));

function evaluation(): Command {
  const program = new Command('wardroom');
  evaluationCommands(program, { open: unopened, openEmpty: unopened, output });
  const [command] = program.commands;
  if (command === undefined) throw new Error('There is no command.');
  return command;
}

const commands = commandsUnder(evaluation());

it('there is an example for each command, and no other', () => {
  expect(Object.keys(EXAMPLES).toSorted()).toEqual(commands.map(({ words }) => words).toSorted());
});

describe.each(commands)('$words', ({ words, command }) => {
  it('shows its example with its help', () => {
    let help = '';
    command
      .configureOutput({
        writeOut: (text) => {
          help += text;
        },
      })
      .outputHelp();
    expect(help).toContain(`Example:\n  ${EXAMPLES[words]}`);
    expect(help.match(/Example:/g)).toHaveLength(1);
  });

  it('has an example with options that it has, all that it needs among them', () => {
    const own = EXAMPLES[words]?.split(` ${words} `)[1] ?? '';
    const used: string[] = own.match(/--[a-z-]+/g) ?? [];
    const known = command.options.map(({ long }) => long);
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
    const needed = command.options.filter(({ mandatory }) => mandatory).map(({ long }) => long ?? '');
    expect(needed.filter((name) => !used.includes(name))).toEqual([]);
  });
});
