// Kills imports, reverts and uploads at random moments and checks that each left all or nothing. A process that ended
// before its moment came is checked too, and does not count as a kill.
// Run: npx tsx test/faults/kill-imports.ts [KILLS] [--seed N] [--made]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '../../src/lib/statistics/random.ts';
import { offerServer } from '../server-postgresql.ts';
import { REAL_FILES_HELD, writeFilesToImport } from './kills/files-to-import.ts';
import { type Kill, prepareKills, type RandomKills, type Task } from './kills/random-kills.ts';
import { startedServer } from './kills/started-server.ts';
import { embeddedStore, type Store, serverStore } from './kills/stores.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, made: { type: 'boolean', default: false } },
});
const kills = Number(positionals[0] ?? '50');
const random = seededRandom(Number(values.seed));

/** Of every ten kills, which are of what and where. */
const TURNS: readonly [Task, Store['name']][] = [
  ['import', 'embedded'],
  ['revert', 'embedded'],
  ['import', 'embedded'],
  ['upload', 'embedded'],
  ['import', 'server'],
  ['import', 'embedded'],
  ['revert', 'server'],
  ['import', 'embedded'],
  ['upload', 'embedded'],
  ['import', 'server'],
];

const folder = await mkdtemp(join(tmpdir(), 'wardroom-kills-'));
const server = await offerServer(folder);
try {
  const which = REAL_FILES_HELD && !values.made ? 'real' : 'made';
  const files = await writeFilesToImport(join(folder, 'files'), which);
  const prepared = new Map<Store['name'], RandomKills>();
  prepared.set('embedded', await prepareKills(embeddedStore(folder, null), files));
  const started = server === null ? null : await startedServer(server.notice);
  if (started !== null)
    prepared.set('server', await prepareKills(serverStore(folder, started.url, started.template), files));
  process.stdout.write(`${kills} kills, seed ${values.seed}, ${which} files, ${[...prepared.keys()].join(' and ')}\n`);
  const all: Kill[] = [];
  for (let turn = 0; all.filter(({ ended }) => ended.signal !== null).length < kills; turn += 1) {
    const [task, where] = TURNS[turn % TURNS.length] ?? ['import', 'embedded'];
    const killing = prepared.get(where) ?? prepared.get('embedded');
    if (killing === undefined) continue;
    const kill = await killing.kill(task, random);
    all.push(kill);
    process.stdout.write(`${lineOf(turn + 1, kill)}\n`);
  }
  process.stdout.write(`\n${distribution(all)}\n`);
  for (const killing of prepared.values()) await killing.close();
} finally {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}

function lineOf(turn: number, { task, store, ended, found, orphans }: Kill): string {
  const when = ended.signal === null ? 'had ended' : `killed at ${Math.round(ended.milliseconds)} ms`;
  const left = orphans === 0 ? '' : `, ${orphans} files of no import, swept by the next`;
  return `${turn}. ${task} (${store}), ${when} in "${ended.phase}": ${found}${left}; again: equal`;
}

/** How many kills fell into each phase, and what was found. */
function distribution(all: readonly Kill[]): string {
  const rows = new Map<string, { all: number; none: number; orphans: number }>();
  for (const { task, ended, found, orphans } of all) {
    const phase = `${task}: ${ended.signal === null ? 'after its end' : ended.phase}`;
    const row = rows.get(phase) ?? { all: 0, none: 0, orphans: 0 };
    rows.set(phase, {
      all: row.all + (found === 'all of it' ? 1 : 0),
      none: row.none + (found === 'nothing of it' ? 1 : 0),
      orphans: row.orphans + (orphans > 0 ? 1 : 0),
    });
  }
  const lines = [...rows].map(
    ([phase, row]) => `${phase.padEnd(50)} nothing ${row.none}, all ${row.all}, with files left behind ${row.orphans}`,
  );
  return lines.toSorted().join('\n');
}
