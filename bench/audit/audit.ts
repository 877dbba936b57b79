import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { recordAudit } from '../../src/platform/audit/index.ts';
import { verifyAudit } from '../../src/platform/audit/service.ts';
import { type Database, openDatabase } from '../../src/platform/database/index.ts';
import { testPlatform } from '../../test/builders/test-platform.ts';
import { withServer } from '../series/with-server.ts';

/**
 * Entries added a second by sixteen clients, one transaction each, beside rows of the same text in a table without a
 * chain; and entries checked a second.
 *   npx tsx bench/audit/audit.ts [APPENDS] [ENTRIES]
 */
const [appends = 2_000, entries = 20_000] = process.argv.slice(2).map(Number);
const CLIENTS = 16;
const ENTRIES_AT_A_TIME = 500;

const folder = await mkdtemp(join(tmpdir(), 'wardroom-bench-audit-'));
try {
  const embedded = await openDatabase({ dataFolder: folder, databaseUrl: null });
  await measure('embedded', embedded);
  await embedded.close();
  await withServer(folder, (database) => measure('server', database));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(mode: string, database: Database): Promise<void> {
  const { records } = testPlatform(database, { principal: { kind: 'visitor' } });
  await sql`create table public.unchained (id bigint generated always as identity primary key, at timestamptz default now(),
    module text, actor text, role text, action text, subject text, whom text, reason text, detail text);
    grant insert on public.unchained to wardroom_app; grant usage on all sequences in schema public to wardroom_app`.execute(
    database.system,
  );
  const unchained = await perSecond((turn) =>
    records.transaction().execute((trx) =>
      sql`insert into public.unchained (module, actor, role, action, subject, whom, reason, detail) values ('panels',
        'person:3f9c', 'sergeant, Central North', 'panels.agree', ${`priority ${turn}`}, null, null, '{}')`.execute(
        trx,
      ),
    ),
  );
  const chained = await perSecond((turn) =>
    records.transaction().execute((trx) =>
      recordAudit(trx, {
        actor: 'person:3f9c',
        role: 'sergeant, Central North',
        action: 'panels.agree',
        subject: `priority ${turn}`,
      }),
    ),
  );
  // In one transaction after another, as entries come.
  for (let done = 0; done < entries; done += ENTRIES_AT_A_TIME) {
    await sql`select count(platform.append_audit('panels', 'person:3f9c', null, 'panels.agree', 'priority ' || n, null,
      null, '{}')) from generate_series(1, ${ENTRIES_AT_A_TIME}::int) as n`.execute(database.system);
  }
  const safekeeping = { system: database.system, headFolders: [], checkImports: null };
  const start = performance.now();
  const cpu = process.cpuUsage();
  const report = await verifyAudit(testPlatform(database, { dataFolder: folder }), safekeeping);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  if (!report.ok) throw new Error(report.because.join(' '));
  const each = (count: number) => Math.round(count).toLocaleString('en-GB');
  console.log(
    `${mode}: ${CLIENTS} clients add ${each(unchained)} rows/s unchained, ${each(chained)} entries/s chained`,
  );
  console.log(
    `${mode}: ${each(report.rows)} entries checked in ${seconds.toFixed(1)} s, ${each(report.rows / seconds)}/s ` +
      `(${each((report.rows * 1e6) / (user + system))} for each second of this process), ` +
      `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB held`,
  );
}

/** Work done a second by all clients together. */
async function perSecond(work: (turn: number) => Promise<unknown>): Promise<number> {
  let turn = 0;
  const start = performance.now();
  const client = async () => {
    while (turn < appends) {
      turn += 1;
      await work(turn);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return (appends * 1000) / (performance.now() - start);
}
