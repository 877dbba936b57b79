import { Command, CommanderError } from 'commander';
import type { OpenPlatform, Output } from '../../src/platform/command-line.ts';
import type { Platform } from '../../src/platform/platform.ts';

/** What one run of a command said. */
export interface Said {
  lines: string[];
  json: unknown;
  errors: string[];
  exitCode: number;
  /** How often the platform was opened and closed. */
  opened: number;
  closed: number;
}

/**
 * Runs a domain's commands as app/ does, and gives back what was said. An error that is nobody's wrong usage is thrown.
 * @param args arguments after "wardroom"
 */
export async function runCommands(
  add: (program: Command, open: OpenPlatform, output: Output) => void,
  platform: Platform,
  args: string[],
): Promise<Said> {
  const said: Said = { lines: [], json: undefined, errors: [], exitCode: 0, opened: 0, closed: 0 };
  const program = new Command('wardroom').exitOverride();
  program.configureOutput({
    writeOut: (text) => said.lines.push(text.trimEnd()),
    writeErr: (text) => said.errors.push(text.trimEnd()),
  });
  const open: OpenPlatform = async () => {
    said.opened += 1;
    return {
      platform,
      close: async () => {
        said.closed += 1;
      },
    };
  };
  add(program, open, {
    line: (text) => said.lines.push(text),
    json: (value) => {
      said.json = JSON.parse(JSON.stringify(value));
    },
    error: (sentence) => said.errors.push(sentence),
    exitCode: (code) => {
      said.exitCode = code;
    },
  });
  inherit(program);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) said.exitCode = 2;
  }
  return said;
}

function inherit(command: Command): void {
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    inherit(child);
  }
}
