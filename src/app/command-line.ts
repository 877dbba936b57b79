import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { allocationCommands } from '../allocation/commands.ts';
import { limitsFor } from '../allocation/index.ts';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { demandCommands } from '../demand/commands.ts';
import { openDataCommands } from '../desk/commands.ts';
import { evaluationCommands } from '../evaluation/commands.ts';
import { areaCommands } from '../geography/commands.ts';
import { measureCommands } from '../measures/commands.ts';
import { organisationCommands } from '../organisation/commands.ts';
import { performanceCommands } from '../performance/commands.ts';
import { actorOf, type Principal } from '../platform/access/index.ts';
import { auditCommands } from '../platform/audit/commands.ts';
import type { OpenPlatform, Output } from '../platform/command-line.ts';
import { userCommands } from '../platform/identity/commands.ts';
import { demonstrationCommands } from '../platform/identity/demonstration-commands.ts';
import { lostKeyCommand } from '../platform/identity/lost-key-commands.ts';
import { listPeople } from '../platform/identity/service.ts';
import type { Platform } from '../platform/platform.ts';
import { VERSION } from '../platform/version.ts';
import { ringfenceCommands } from '../ringfence/commands.ts';
import { areaCountCommand, fetchCommands, importCommands } from '../sources/commands.ts';
import { safekeepingOf } from './audit-safekeeping.ts';
import { demandShares } from './demand-shares.ts';
import { DEMONSTRATION_PEOPLE } from './demonstration/demonstration-people.ts';
import { withdrawDemonstration } from './demonstration/end-demonstration-service.ts';
import { knownPlaces } from './known-places.ts';
import { openWardroom, type Wardroom } from './open-wardroom.ts';
import { operatorOf } from './operator-of.ts';
import { runningAddress } from './running-address.ts';
import { serve } from './serve.ts';

/** What one run of the command line is given by the process. */
export interface Terminal {
  /** Arguments after the command's own name. */
  args: string[];
  env: Record<string, string | undefined>;
  output: Output;
  /** Settles when the process is asked to end (Ctrl+C, a service manager). */
  ended: Promise<unknown>;
}

/**
 * Runs one command. Exit codes: 0 done, 1 refused with reasons, 2 wrong usage.
 * A person's mistake is answered with one sentence; only a fault of Wardroom's own is thrown.
 */
export async function runCommandLine(terminal: Terminal): Promise<void> {
  const program = buildProgram(terminal);
  try {
    await program.parseAsync(terminal.args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode !== 0) terminal.output.exitCode(2);
    } else if (error instanceof ConfigError) {
      terminal.output.error(error.message);
      terminal.output.exitCode(2);
    } else if (error instanceof Error && NAMED_REFUSALS.has(error.name)) {
      terminal.output.error(error.message);
      terminal.output.exitCode(1);
    } else {
      throw error;
    }
  }
}

/** Errors whose message is one sentence for the person at the keyboard. */
const NAMED_REFUSALS = new Set([
  'Refusal',
  'RecordsUnavailable',
  'AddressInUse',
  'NotAllowed',
  'SignInNeeded',
  'ProvidersRefused',
]);

function buildProgram({ env, output, ended }: Terminal): Command {
  const program = new Command('wardroom')
    .description('Neighbourhood policing in the open: how many officers each ward has, and why.')
    .version(VERSION)
    .option('--data <folder>', 'folder of the embedded records and the lake (default: WARDROOM_DATA or ./data)')
    .option('--as <user>', 'act for this person too, by e-mail or identity, with the roles they hold today')
    .showHelpAfterError('Run "wardroom --help" for the commands.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.line(text.trimEnd()),
      writeErr: (text) => output.error(text.trimEnd()),
    });
  const options = () => program.opts<{ data?: string; as?: string }>();
  const config = () => readConfig(env, options());
  let running = '';
  program.hook('preAction', (_program, command) => {
    running = command.name();
  });
  const settings = () => (MAKE_A_FOLDER.has(running) ? config() : inFolderThatIsThere(config()));
  const asUser = () => options().as ?? null;
  const { open, openSystem } = openings(settings, asUser);
  const openEmpty = emptyOpening(config, asUser);
  program
    .command('start')
    .description('serve Wardroom on this machine; an empty folder gets the demonstration')
    .action(async () => {
      const server = await serve(config());
      output.line(`Wardroom is at ${server.address}`);
      if (server.firstAdministratorLink !== null)
        output.line(`The first administrator signs up once, at ${server.firstAdministratorLink}`);
      output.line('Press Ctrl+C to stop it.');
      await ended;
      await server.close();
    });
  importCommands(program, open, output);
  fetchCommands(program, open, output);
  areaCountCommand(areaCommands(program, open, output), open, output);
  const floorOn = (date: string) => limitsFor(date, { dwo: 0, pcso: 0 }).floors;
  organisationCommands(program, open, output, { floorOn, demandShares });
  measureCommands(program, open, output);
  demandCommands(program, open, output);
  allocationCommands(program, open, output);
  performanceCommands(program, open, output);
  ringfenceCommands(program, open, output, openSystem);
  evaluationCommands(program, { open, openEmpty, output });
  openDataCommands(program, open, output);
  const places = ({ records }: Platform) => knownPlaces(records);
  const origin = () =>
    config().serving?.publicUrl ?? runningAddress(config().dataFolder) ?? `http://${config().host}:${config().port}`;
  userCommands(program, { open, output, places, origin });
  lostKeyCommand(program, { openSystem, output });
  auditCommands(program, {
    open,
    openSystem,
    output,
    safekeepingOf: (system) => safekeepingOf(system, config()),
    people: listPeople,
  });
  demonstrationCommands(program, {
    open,
    openSystem,
    output,
    people: DEMONSTRATION_PEOPLE,
    beforeEnd: withdrawDemonstration,
  });
  inheritSettings(program);
  return program;
}

/** Commands that may be the first in a new data folder; to others one that is not there is mistyped. */
const MAKE_A_FOLDER = new Set(['start', 'import', 'fetch']);

/** @throws ConfigError where the records would lie in a folder that is not there */
function inFolderThatIsThere(config: Config): Config {
  if (config.databaseUrl !== null || existsSync(config.dataFolder)) return config;
  throw new ConfigError(
    `There is no folder ${config.dataFolder}: name the data folder with --data, or begin one with "wardroom start".`,
  );
}

/** Opens the records as the operator, or as Wardroom itself in the operator's name. */
function openings(config: () => Config, asUser: () => string | null): { open: OpenPlatform; openSystem: OpenPlatform } {
  const opening = (platformOf: (wardroom: Wardroom, principal: Principal) => Platform): OpenPlatform => {
    return async () => {
      const settings = config();
      const wardroom = await openWardroom(settings);
      try {
        const principal = await operatorOf(wardroom.system, { name: settings.operator, asUser: asUser() });
        return { platform: platformOf(wardroom, principal), close: () => wardroom.close() };
      } catch (error) {
        await wardroom.close();
        throw error;
      }
    };
  };
  return {
    open: opening((wardroom, principal) => wardroom.actingAs(principal)),
    openSystem: opening(({ system }, principal) => ({ ...system, actor: actorOf(principal) })),
  };
}

/** Opens empty records in a folder of their own, which is gone when they are closed. */
function emptyOpening(config: () => Config, asUser: () => string | null): OpenPlatform {
  return async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wardroom-'));
    const remove = () => rm(folder, { recursive: true, force: true });
    const settings = (): Config => ({ ...config(), dataFolder: folder, databaseUrl: null, databaseAppUrl: null });
    try {
      const { platform, close } = await openings(settings, asUser).open();
      return { platform, close: () => close().finally(remove) };
    } catch (error) {
      await remove();
      throw error;
    }
  };
}

/** Commander hands exit and output settings only to commands made by program.command(); groups are passed them here. */
function inheritSettings(command: Command): void {
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    inheritSettings(child);
  }
}
