import type { Command } from 'commander';
import type { OpenPlatform, Output } from '../command-line.ts';
import type { Platform } from '../platform.ts';
import { beginDemonstration, type DemonstrationPerson, demonstrationState, endDemonstration } from './service.ts';

/** What the commands need of app/. */
export interface DemonstrationEdge {
  /** The platform of who acts. */
  open: OpenPlatform;
  /** Wardroom's own, in the name of who acts. */
  openSystem: OpenPlatform;
  output: Output;
  people: readonly DemonstrationPerson[];
  /** Takes back what was made in it, before it ends. */
  beforeEnd?: (system: Platform) => Promise<void>;
}

const STATES = {
  undecided: 'The demonstration is not on; it may be switched on until a real person or an operational record is kept.',
  on: 'The demonstration is on: anybody who reaches Wardroom can sign in as a made-up person.',
  off: 'The demonstration is off, for ever.',
};

/** Adds "wardroom demonstration show", "begin" and "end". */
export function demonstrationCommands(program: Command, edge: DemonstrationEdge): void {
  const { open, openSystem, output, people } = edge;
  const demonstration = program.command('demonstration').description('made-up people to sign in as, one for each role');
  const run =
    (from: OpenPlatform, work: (platform: Awaited<ReturnType<OpenPlatform>>['platform']) => Promise<void>) =>
    async () => {
      const { platform, close } = await from();
      try {
        await work(platform);
      } finally {
        await close();
      }
    };
  demonstration
    .command('show')
    .description('whether it is on')
    .action(run(openSystem, async (system) => output.line(STATES[await demonstrationState(system)])));
  demonstration
    .command('begin')
    .description('switch it on, beside public statistics; not where real people work, nor after it was ended')
    .action(
      run(openSystem, async (system) => {
        if (await beginDemonstration(system, people)) return output.line(STATES.on);
        output.error('The demonstration cannot be switched on here: real people or records are kept, or it was ended.');
        output.exitCode(1);
      }),
    );
  demonstration
    .command('end')
    .description('end it for ever: its people are signed out and cannot sign in again')
    .action(async () => {
      await run(openSystem, async (system) => edge.beforeEnd?.(system))();
      await run(open, async (platform) => {
        const ended = await endDemonstration(platform);
        output.line(ended.kind === 'done' && ended.wasOn ? 'The demonstration has ended.' : STATES.off);
      })();
    });
}
