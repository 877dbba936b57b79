// CBC and GLPK from Debian (coinor-cbc, glpk-utils) on LP files, each in a process of its own.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Solved {
  seconds: number;
  /** Of the processor, which a busy machine does not stretch. */
  processorSeconds: number;
  /** null when it ended without an answer. */
  objective: number | null;
  /** False when the time limit came first. */
  ended: boolean;
}

export interface Peer {
  name: string;
  /** Solves an LP file to a relative gap within a time limit; the time is that of the whole process. */
  solve: (folder: string, lp: string, gap: number, limitSeconds: number) => Solved;
}

const CBC: Peer = {
  name: 'CBC',
  solve(folder, lp, gap, limitSeconds) {
    const { text, ...times } = timed('cbc', folder, lp, limitSeconds, (file, out) => [
      ...[file, 'ratioGap', String(gap), 'allowableGap', '0', 'seconds', String(limitSeconds), 'timeMode', 'elapsed'],
      ...['solve', 'solution', out],
    ]);
    const found = text.match(/^(.*) - objective value +(\S+)/);
    return { ...times, objective: asNumber(found?.[2]), ended: found?.[1]?.startsWith('Optimal') === true };
  },
};

const GLPK: Peer = {
  name: 'GLPK',
  solve(folder, lp, gap, limitSeconds) {
    const { text, ...times } = timed('glpsol', folder, lp, limitSeconds, (file, out) => [
      ...['--lp', file, '--mipgap', String(gap), '--tmlim', String(limitSeconds), '-o', out],
    ]);
    const answered = /Status: +INTEGER (OPTIMAL|NON-OPTIMAL)/.test(text);
    const objective = answered ? asNumber(text.match(/Objective: +objective = (\S+)/)?.[1]) : null;
    // Within a gap it calls its answer non-optimal, as when its time was up.
    return { ...times, objective, ended: answered && times.seconds < limitSeconds };
  },
};

/** Those that are installed here. */
export const peers = (): Peer[] =>
  [
    { peer: CBC, asked: ['cbc', '-quit'] },
    { peer: GLPK, asked: ['glpsol', '--version'] },
  ].flatMap(({ peer, asked: [command = '', option = ''] }) =>
    spawnSync(command, [option]).error === undefined ? [peer] : [],
  );

function timed(
  command: string,
  folder: string,
  lp: string,
  limitSeconds: number,
  options: (file: string, out: string) => string[],
): { seconds: number; processorSeconds: number; text: string } {
  const [file, out] = [join(folder, 'model.lp'), join(folder, 'answer.txt')];
  writeFileSync(file, lp);
  writeFileSync(out, '');
  const begin = performance.now();
  const run = spawnSync('bash', ['-c', TIMED, command, command, ...options(file, out)], {
    timeout: (limitSeconds + 30) * 1000,
    encoding: 'utf8',
  });
  const [user = 0, system = 0] = run.stderr.trim().split(' ').map(Number);
  const seconds = (performance.now() - begin) / 1000;
  return { seconds, processorSeconds: user + system, text: readFileSync(out, 'utf8') };
}

/** Runs a command without its output and prints its processor time, of the user and of the system. */
const TIMED = 'TIMEFORMAT="%U %S"; time "$@" > /dev/null 2>&1';

function asNumber(text: string | undefined): number | null {
  const value = Number(text ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}
