import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One run of a program with everything it starts. */
export interface TreeRun {
  seconds: number;
  /** Of all its processes and threads; null without GNU time. */
  processorSeconds: number | null;
  /** Most memory the process and those it started held together, looked at ten times a second; null without /proc. */
  peakMegabytes: number | null;
}

const TIME = '/usr/bin/time';
const EVERY_MS = 100;

/**
 * Runs a program to its end and measures it from outside.
 * @param folder where GNU time may write its answer
 * @throws Error with what the program said when it fails
 */
export async function runTree(folder: string, program: string, args: readonly string[]): Promise<TreeRun> {
  const note = join(folder, 'processor');
  const [command, all] = existsSync(TIME)
    ? [TIME, ['-f', '%U %S', '-o', note, program, ...args]]
    : [program, [...args]];
  const start = performance.now();
  const child = spawn(command, all, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, treeKilobytes(child.pid ?? 0));
  }, EVERY_MS);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve);
    child.on('error', reject);
  }).finally(() => clearInterval(watch));
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${said}`);
  const processor = existsSync(note) ? readFileSync(note, 'utf8').split(' ').map(Number) : null;
  return {
    seconds,
    processorSeconds: processor?.reduce((sum, each) => sum + each, 0) ?? null,
    peakMegabytes: existsSync('/proc/self/status') ? peak / 1024 : null,
  };
}

/** Memory held by a process and all below it. */
function treeKilobytes(root: number): number {
  const parents = new Map<number, number>();
  const held = new Map<number, number>();
  for (const name of existsSync('/proc') ? readdirSync('/proc') : []) {
    if (!/^\d+$/.test(name)) continue;
    const status = statusOf(name);
    parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    held.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0));
  }
  const isBelow = (pid: number | undefined): boolean => pid === root || (!!pid && isBelow(parents.get(pid)));
  return [...held].reduce((sum, [pid, kilobytes]) => sum + (isBelow(pid) ? kilobytes : 0), 0);
}

/** Empty when the process ended meanwhile. */
function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
