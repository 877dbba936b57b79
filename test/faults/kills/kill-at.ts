import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Random } from '../../../src/lib/statistics/random.ts';

/** What a process that was let run said, and when: milliseconds since its first phase began. */
export type Timeline = readonly { phase: string; begins: number }[];

/** A moment to kill a process: so long after it began so many phases; 1 is the first. */
export interface Moment {
  phases: number;
  milliseconds: number;
}

/** How a process ended. */
export interface Ended {
  /** The last phase it said it began. */
  phase: string;
  /** Since its first phase began. */
  milliseconds: number;
  signal: string | null;
  timeline: Timeline;
}

const script = fileURLToPath(new URL('./import-process.ts', import.meta.url));

/**
 * Draws a moment: every third time anywhere in the whole run, each moment as likely; else anywhere in a phase drawn first,
 * so that short phases are met too.
 */
export function drawMoment(timeline: Timeline, random: Random): Moment {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const total = timeline.at(-1)?.begins ?? 0;
  if (random() < 1 / 3) return { phases: 1, milliseconds: random() * total };
  const phase = pick([...new Set(timeline.slice(0, -1).map((each) => each.phase))]);
  const at = pick(timeline.flatMap((each, place) => (each.phase === phase ? [place] : [])));
  const lasts = (timeline[at + 1]?.begins ?? total) - (timeline[at]?.begins ?? 0);
  return { phases: at + 1, milliseconds: random() * lasts };
}

/** Runs the process of imports and kills it at a moment; null lets it run to its end. */
export async function runUntil(args: readonly string[], moment: Moment | null): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint += text;
  });
  const timeline: { phase: string; begins: number }[] = [];
  let start = 0;
  let timer: NodeJS.Timeout | undefined;
  createInterface({ input: child.stdout }).on('line', (phase) => {
    start ||= performance.now();
    timeline.push({ phase, begins: performance.now() - start });
    if (timeline.length !== moment?.phases) return;
    timer = setTimeout(() => child.kill('SIGKILL'), moment.milliseconds);
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  const milliseconds = performance.now() - start;
  clearTimeout(timer);
  if (signal === null && code !== 0) throw new Error(`The import ended by itself: ${complaint}`);
  return { phase: timeline.at(-1)?.phase ?? 'start', milliseconds, signal, timeline };
}
