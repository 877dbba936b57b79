import { WrongUsage } from '../demand/index.ts';
import type { OpenPlatform, Output } from '../platform/command-line.ts';
import type { Platform } from '../platform/platform.ts';

/** What a command is given. */
export interface Edge {
  open: OpenPlatform;
  output: Output;
}

/** A wrong usage is one sentence and exit code 2. */
export async function answer(output: Output, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    output.error(error.message);
    output.exitCode(2);
  }
}

/** Opens the platform for one command, and closes it whatever happens. */
export async function withPlatform({ open }: Edge, run: (platform: Platform) => Promise<void>): Promise<void> {
  const { platform, close } = await open();
  try {
    await run(platform);
  } finally {
    await close();
  }
}
