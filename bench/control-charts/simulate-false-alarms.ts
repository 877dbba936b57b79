// Writes the false alarms of unchanging months that control charts read theirs off, by simulation at every point of a grid:
// src/lib/statistics/control-charts/false-alarm-figures.ts. Needed again when a rule, a line or the grid changes.
// Run: npx tsx bench/control-charts/simulate-false-alarms.ts [CHARTS]; some minutes, on every core.
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { allNodes, writeAlarms } from '../../src/lib/statistics/control-charts/false-alarm-table.ts';
import { simulateNode } from '../../src/lib/statistics/control-charts/simulate-node.ts';

const nodes = allNodes();
const [charts = 3000, turn, threads = 1] = process.argv.slice(2).map(Number);
if (turn === undefined) {
  const processes = availableParallelism();
  const written: string[] = new Array(nodes.length);
  let open = processes;
  for (let each = 0; each < processes; each += 1) {
    const child = fork(fileURLToPath(import.meta.url), [charts, each, processes].map(String));
    child.on('message', (found) => {
      const { at, text } = found as { at: number; text: string };
      written[at] = text;
    });
    child.on('exit', () => {
      open -= 1;
      if (open === 0) keep(written);
    });
  }
} else {
  for (let at = turn; at < nodes.length; at += threads) {
    const node = nodes[at];
    if (node) process.send?.({ at, text: writeAlarms(simulateNode(node, charts)) });
  }
}

function keep(written: readonly string[]): void {
  const rows: string[] = [];
  for (let at = 0; at < written.length; at += 21) rows.push(`  ${written.slice(at, at + 21).join('')}`);
  const target = new URL('../../src/lib/statistics/control-charts/false-alarm-figures.ts', import.meta.url);
  writeFileSync(
    target,
    `// Written by bench/control-charts/simulate-false-alarms.ts; see false-alarm-table.ts for what it says.\n
/** Charts simulated at each point of the grid. */
export const CHARTS_A_NODE = ${charts};

export const FIGURES = \`
${rows.join('\n')}
\`.replace(/\\s/g, '');\n`,
  );
  console.log(`${written.length} points of the grid, ${charts} charts each.`);
}
