// Writes the false alarms of charts of rare events that never change, by simulation of every design of a grid:
// src/lib/statistics/control-charts/rare-false-alarm-figures.ts. Needed again when a rule, a line or the grid changes.
// Run: npx tsx bench/control-charts/simulate-rare-false-alarms.ts [CHARTS]; about a minute.
import { writeFileSync } from 'node:fs';
import {
  allRareNodes,
  RARE_BASELINE,
  writeRare,
} from '../../src/lib/statistics/control-charts/rare-false-alarm-table.ts';
import { simulateRare } from '../../src/lib/statistics/control-charts/rare-false-alarms.ts';

const charts = Number(process.argv[2] ?? 4000);
const written = allRareNodes().map(({ chance, after }) =>
  writeRare(simulateRare({ chance, baseline: RARE_BASELINE, after }, charts)),
);
const rows = Array.from({ length: Math.ceil(written.length / 30) }, (_, at) =>
  written.slice(30 * at, 30 * at + 30).join(''),
);
writeFileSync(
  new URL('../../src/lib/statistics/control-charts/rare-false-alarm-figures.ts', import.meta.url),
  `// Written by bench/control-charts/simulate-rare-false-alarms.ts; see rare-false-alarm-table.ts for what it says.\n
export const RARE_FIGURES = \`
${rows.map((row) => `  ${row}`).join('\n')}
\`.replace(/\\s/g, '');\n`,
);
console.log(`${written.length} designs, ${charts} charts each.`);
