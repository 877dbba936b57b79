import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One run of a program: wall clock from start to end, and the most memory its largest process held. */
export interface Measured {
  seconds: number;
  /** Processor time of all its threads, which other work on the machine disturbs less; null without GNU time. */
  processorSeconds: number | null;
  /** null where GNU time is not installed. */
  peakMegabytes: number | null;
}

const TIME = '/usr/bin/time';

/**
 * Runs a program to its end and measures it from outside.
 * @param folder where GNU time may write its answer
 * @throws Error with what the program said when it fails
 */
export function runMeasured(folder: string, program: string, args: readonly string[]): Measured {
  const note = join(folder, 'peak');
  const [command, all] = existsSync(TIME)
    ? [TIME, ['-f', '%M %U %S', '-o', note, program, ...args]]
    : [program, [...args]];
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, all, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stdout}\n${stderr}`);
  if (!existsSync(note)) return { seconds, processorSeconds: null, peakMegabytes: null };
  const [kilobytes = Number.NaN, user = Number.NaN, system = Number.NaN] = readFileSync(note, 'utf8')
    .split(' ')
    .map(Number);
  return { seconds, processorSeconds: user + system, peakMegabytes: kilobytes / 1024 };
}

/** The middle of some numbers; of an even number of them, the mean of the two. */
export function median(numbers: readonly number[]): number {
  const ordered = numbers.toSorted((a, b) => a - b);
  const [low, high] = [ordered[Math.floor((ordered.length - 1) / 2)], ordered[Math.ceil((ordered.length - 1) / 2)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
